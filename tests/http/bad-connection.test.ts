import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { answerBadConnection } from '#src/http/request/bad-connection.ts';
import { rawRequest } from './raw-request.ts';

it('answers 408 to who sends headers or a body too slowly', async () => {
  const timeouts = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 };
  const server = createServer(timeouts, (request, response) => {
    request.on('end', () => response.end());
    request.resume();
  });
  server.on('clientError', answerBadConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    for (const half of [
      'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"number":',
    ]) {
      const answer = await rawRequest(url, half);
      expect(answer.status).toBe(408);
      expect(answer.text).toContain('/problems/request-timeout');
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
