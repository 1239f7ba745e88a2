// A thin and far line between a browser and a server: every byte waits its turn and half a round trip, and is counted.

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type LineOf = { readonly roundTripMs: number; readonly bytesPerSecond: number };
export type SlowLine = {
  readonly address: string;
  /** What has come to the browser since this was last asked, with all headers. */
  readonly takeReceived: () => number;
  readonly close: () => void;
};

/** Making a connection costs nothing here, as with the throttle of a browser's own tools. */
export async function openSlowLine(to: string, of: LineOf): Promise<SlowLine> {
  const { hostname, port } = new URL(to);
  let received = 0;
  const open = new Set<Socket>();
  const [up, down] = [aDirection(of), aDirection(of)];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].forEach((one) => one.destroy()));
    }
    near.on('data', (bytes: Buffer) => up(bytes, far));
    far.on('data', (bytes: Buffer) => down(bytes, near, (size) => (received += size)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeReceived: () => {
      const taken = received;
      received = 0;
      return taken;
    },
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Bytes that travel together; small enough that two connections share the line fairly. */
const packet = 1_400;

/** All connections share one direction of the line. */
function aDirection({ roundTripMs, bytesPerSecond }: LineOf) {
  let freeAt = 0;
  return (bytes: Buffer, to: Socket, onArrived: (size: number) => void = () => undefined): void => {
    for (let at = 0; at < bytes.length; at += packet) {
      const part = bytes.subarray(at, at + packet);
      const now = performance.now();
      freeAt = Math.max(now, freeAt) + (part.length / bytesPerSecond) * 1_000;
      setTimeout(
        () => {
          onArrived(part.length);
          if (!to.destroyed) to.write(part);
        },
        freeAt - now + roundTripMs / 2,
      );
    }
  };
}
