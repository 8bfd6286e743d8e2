import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const long = new WeakSet<Duplex>();

/**
 * Lets a request arrive for as long as it goes on. Node has one time limit for all requests of a
 * server; who lifts it for one of them has to end it when it is idle.
 */
export function allowLongRequest(request: IncomingMessage): void {
  const { socket } = request;
  long.add(socket);
  // The next request of the same connection has the limit again.
  request.once('close', () => long.delete(socket));
}

/** Whether Node's limit is not for what arrives on this connection. */
export function isLongRequest(socket: Duplex): boolean {
  return long.has(socket);
}
