// Bodies that nobody here will read: refused at the door by their headers alone.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isTooBigFromUnknown } from '#ground/body-size.ts';

/** How long the rest may still come in, unread, so that the sender gets to see the answer. */
const lingerMs = 5_000;

/** Whether it was refused: too big, from somebody who does not even say they are signed in. */
export function refuseBigBody(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers } = request;
  if (/binh-yen\.session_token=/.test(headers.cookie ?? '')) return false;
  const [length, coding] = [headers['content-length'], headers['transfer-encoding']];
  if (!isTooBigFromUnknown({ length, coding })) return false;
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(
    'Khi chưa đăng nhập chỉ gửi được tối đa 64 KB. Chưa có gì được lưu. ' +
      'Without signing in at most 64 KB can be sent. Nothing was saved.\n',
  );
  request.resume();
  const rest = setTimeout(() => request.destroy(), lingerMs).unref();
  request.once('close', () => clearTimeout(rest));
  return true;
}
