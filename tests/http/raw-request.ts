import { connect } from 'node:net';

/** Sends bytes as they are and gives the status line and the rest of what comes back. */
export function rawRequest(
  url: string,
  bytes: string | Buffer,
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let text = '';
    socket.setTimeout(15_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ status, text });
    });
    socket.on('error', (error) => (text === '' ? reject(error) : undefined));
    socket.write(bytes);
  });
}
