// The service worker of the daily notice: the same for everybody, fetched by browsers without anybody signed in.

import { noticeWorker } from '#tips/device/notice-worker.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
  new Response(noticeWorker(url.searchParams.get('language') === 'en' ? 'en' : 'vi'), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
