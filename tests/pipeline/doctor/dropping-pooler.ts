import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands before a PostgreSQL as some poolers do: forgets the start-up parameter `options`. */
export async function startDroppingPooler(
  serverPort: number,
): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.once('data', (startUp) => {
      server.write(withoutOptions(startUp));
      client.pipe(server);
      server.pipe(client);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

/** A start-up message is its length, the version, then names and values, each ended by a NUL. */
function withoutOptions(startUp: Buffer): Buffer {
  const words = startUp.subarray(8).toString('utf8').split('\0');
  const kept = words.filter((_, index) => words[index - (index % 2)] !== 'options');
  const body = Buffer.from(kept.join('\0'), 'utf8');
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + body.length, 0);
  startUp.copy(head, 4, 4, 8);
  return Buffer.concat([head, body]);
}
