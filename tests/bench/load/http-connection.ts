import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** A kept connection that carries one request at a time, in some ten microseconds each. */
export interface HttpConnection {
  /** Rejects when the connection breaks; the next request opens a new one. */
  send(request: string): Promise<RawAnswer>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: RawAnswer) => void;
  readonly reject: (error: Error) => void;
}

const PATIENCE_MS = 30_000;

/**
 * HTTP/1.1 for a bench: it understands answers with a Content-Length, and no others, since node's
 * own client costs as much as the server that it is to measure.
 */
export function openHttpConnection(at: { host: string; port: number }): HttpConnection {
  let socket: Socket | undefined;
  let waiting: Waiting | undefined;
  let received = '';

  function settle(): Waiting | undefined {
    const settled = waiting;
    waiting = undefined;
    received = '';
    return settled;
  }

  function open(): Socket {
    const opened = connect({ ...at, noDelay: true });
    opened.setEncoding('latin1');
    opened.setTimeout(PATIENCE_MS, () => opened.destroy(new Error('no answer')));
    opened.on('data', (text) => {
      received += text;
      const answer = readAnswer(received);
      if (answer !== undefined) settle()?.resolve(answer);
    });
    opened.on('error', () => undefined);
    opened.on('close', () => {
      if (socket === opened) socket = undefined;
      settle()?.reject(new Error('the connection broke'));
    });
    return opened;
  }

  return {
    send(request) {
      const current = socket ?? open();
      socket = current;
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        current.write(request, 'latin1');
      });
    },
    close: () => socket?.destroy(),
  };
}

/** undefined while it is not complete. */
function readAnswer(text: string): RawAnswer | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const named = /\r\ncontent-length: (\d+)/i.exec(text);
  const from = head + 4;
  const length = Number(named?.[1] ?? 0);
  if (text.length < from + length) return undefined;
  return { status: Number(text.slice(9, 12)), body: text.slice(from, from + length) };
}
