// The one open port: taken before the long work begins, it answers with pages once they are there.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from '#ground/server/settings.ts';
import { log } from '#ground/server/log.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { keepAlike } from './start-alike.ts';
import { addressHeader, addressOf } from './start-address.ts';
import { answersOf, refuseConnection } from './start-answer.ts';
import { refuseBigBody } from './start-body.ts';
import { giveBackAfter } from './start-memory.ts';
import { takeOwnCookies } from './start-cookies.ts';

export type DoorRefusal =
  | { readonly kind: 'port taken'; readonly port: number }
  | { readonly kind: 'port not allowed'; readonly port: number }
  | { readonly kind: 'no such address'; readonly host: string };

export type FirstPageRefusal = { readonly kind: 'first page'; readonly status: number };

export type Door = {
  /** What people type to come in. */
  readonly address: string;
  readonly port: number;
  /** Serves the built pages from now on, once the first of them has been seen to work. */
  readonly open: (build: string) => Promise<Outcome<void, FirstPageRefusal>>;
  /** Answers what was asked, takes no more, and ends within a few seconds. */
  readonly close: () => Promise<void>;
};

export async function openDoor(settings: Settings): Promise<Outcome<Door, DoorRefusal>> {
  let answer: RequestListener = waitAMoment;
  const outside = settings.origin ?? 'http:';
  const kinds = { ServerResponse: answersOf(outside) };
  const server = createServer(kinds, (request, response) => answer(request, response));
  server.on('clientError', (error, socket) => refuseConnection(outside, socket, error));
  server.on('connect', (_, socket) => refuseConnection(outside, socket));
  const listening = await listen(server, settings);
  if (!listening.ok) return listening;
  const local = `http://${inUrl(settings.host)}:${listening.value}`;
  const address = settings.origin ?? local;
  return done({
    address,
    port: listening.value,
    open: async (build) => {
      const pages = await loadPages(build, settings, address);
      const status = await statusOf(pages, local);
      if (status >= 500) return refused({ kind: 'first page', status });
      answer = pages;
      return done(undefined);
    },
    close: () => close(server),
  });
}

/** How long a request may still run when the server is asked to stop. */
const patience = 3_000;
/** Set by us on every request, whatever the sender wrote there. */
const protocolHeader = 'x-binh-yen-protocol';

async function listen(
  server: Server,
  { host, port }: Settings,
): Promise<Outcome<number, DoorRefusal>> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') return refused({ kind: 'port taken', port });
    if (code === 'EACCES') return refused({ kind: 'port not allowed', port });
    return refused({ kind: 'no such address', host });
  }
  const bound = server.address();
  return done(bound && typeof bound === 'object' ? bound.port : port);
}

/** SvelteKit compares a form's origin with the one it derives from these headers. */
async function loadPages(
  build: string,
  settings: Settings,
  address: string,
): Promise<RequestListener> {
  process.env['PROTOCOL_HEADER'] = protocolHeader;
  process.env['ADDRESS_HEADER'] = addressHeader;
  process.env['BODY_SIZE_LIMIT'] ??= '25M';
  const { protocol, host } = new URL(address);
  const loaded: unknown = await import(pathToFileURL(join(build, 'handler.js')).href);
  const handler = keepAlike(answeringSurely(handlerOf(loaded)));
  return (request, response) => {
    if (!settings.origin && isForeign(request, settings.host)) return refuseHost(response);
    if (protocol === 'https:') takeOwnCookies(request);
    if (refuseBigBody(request, response)) return;
    giveBackAfter(request, response);
    request.headers[protocolHeader] = protocol.slice(0, -1);
    request.headers[addressHeader] = addressOf(request, settings.proxies);
    if (settings.origin) request.headers.host = host;
    handler(request, response);
  };
}

const answeringSurely =
  (handler: Handler): RequestListener =>
  (request, response) =>
    void answerSurely(handler, request, response);

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A fault in the pages ends one request, with an answer: nobody waits for what never comes. */
async function answerSurely(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await handler(request, response);
  } catch (error) {
    log.error('a request failed', error);
    if (response.headersSent) return void response.destroy();
    response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(
      'Chưa có gì được lưu; mời bạn thử lại sau. Nothing was saved; please try again.\n',
    );
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * On this machine only, a name other than its own can only come from a page elsewhere that made
 * its name point here (DNS rebinding) to reach what is offered on loopback alone.
 */
function isForeign({ headers }: IncomingMessage, host: string): boolean {
  if (!loopback.has(inUrl(host))) return false;
  const asked = `http://${headers.host ?? ''}`;
  return !URL.canParse(asked) || !loopback.has(new URL(asked).hostname);
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Chưa biết địa chỉ này (BINH_YEN_ORIGIN). This address is not known here.\n');
}

function waitAMoment(_: IncomingMessage, response: ServerResponse): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' };
  response
    .writeHead(503, headers)
    .end(
      '<!doctype html><html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="2">' +
        '<title>Bình Yên</title><p>Đang khởi động, xin đợi một chút …</p></html>',
    );
}

/** Asks the pages for the first of them on a port of its own, unseen from outside. */
async function statusOf(pages: RequestListener, local: string): Promise<number> {
  const trial = createServer(pages).listen(0, '127.0.0.1');
  await once(trial, 'listening');
  try {
    const bound = trial.address();
    const port = bound && typeof bound === 'object' ? bound.port : 0;
    const url = new URL(local);
    url.hostname = '127.0.0.1';
    url.port = String(port);
    return (await fetch(url, { redirect: 'manual' })).status;
  } finally {
    await close(trial);
  }
}

async function close(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), patience);
  const closed = once(server, 'close');
  server.close();
  await closed;
  clearTimeout(impatient);
}

function handlerOf(loaded: unknown): Handler {
  const isBuild = typeof loaded === 'object' && loaded !== null && 'handler' in loaded;
  if (!isBuild || typeof loaded.handler !== 'function') throw new Error('the build has no handler');
  return loaded.handler as Handler;
}

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
