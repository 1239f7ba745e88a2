// The least a Node server can do: one page, always the same, of as many bytes as it is told.

import { createServer } from 'node:http';

const page = Buffer.alloc(Number(process.argv[2]), 'a');
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': page.length });
  response.end(page);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  // The port goes to whoever started us.
  if (address && typeof address === 'object') process.send?.(address.port);
});
process.on('disconnect', () => process.exit());
