import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Express, Response } from 'express';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { ApiOptions } from './api.ts';
import { createApp } from './create-app.ts';
import { answerBadConnection } from './request/bad-connection.ts';

export interface RunningServer {
  readonly url: string;
  /** Takes no new request, answers those that run, then closes; after 10 s without mercy. */
  stop(): Promise<void>;
}

const DRAIN_LIMIT = 10_000;
const CLOSE_IDLE_EVERY = 50;

const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  // Longer than a proxy keeps its connections, or one is closed just as it is used again.
  keepAliveTimeout: 65_000,
};

/** Serves the API on the host and port of the configuration; port 0 takes a free one. */
export async function startServer(
  context: Context,
  options: ApiOptions = {},
): Promise<RunningServer> {
  const app = createApp(context, options);
  const server = createServer({ ...TIMEOUTS, ...bornAs(app) }, app);
  server.on('clientError', answerBadConnection);
  const { host, port } = context.config;
  await listen(server, { host, port });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, stop: () => stop(server) };
}

/**
 * Express gives each request and response its own prototypes, which spoils what V8 knows of
 * their shape and costs half of the time; objects that are born with them are left alone.
 */
function bornAs(app: Express) {
  const request = function request(this: IncomingMessage, socket: Socket) {
    CallableRequest.call(this, socket);
  };
  request.prototype = app.request;
  const response = function response(this: Response, ...args: unknown[]) {
    CallableResponse.call(this, args[0], args[1]);
    // Where the state of the request will be: Express would put a slow object here.
    this.locals = { request: undefined };
  };
  response.prototype = app.response;
  return {
    IncomingMessage: request as unknown as typeof IncomingMessage,
    ServerResponse: response as unknown as typeof ServerResponse,
  };
}

/** In Node both are functions, and calling them costs less than `Reflect.construct`. */
type Callable = (this: object, ...args: unknown[]) => void;
const CallableRequest = IncomingMessage as unknown as Callable;
const CallableResponse = ServerResponse as unknown as Callable;

function listen(server: Server, at: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Nothing can listen on ${at.host}:${at.port}: choose another HOST or PORT.`;
      reject(new AppError('configuration-invalid', message, { cause }));
    });
    server.listen(at, resolve);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive becomes idle after its last answer, not at once.
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY);
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(limit);
      resolve();
    });
  });
}
