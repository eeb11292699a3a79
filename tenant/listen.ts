import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { HttpHandler } from './http.ts';

/** A PEM private key and certificate: the servers then speak https. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

export interface Listener {
  /** For example `http://127.0.0.1:43210`. */
  readonly origin: string;
  /** Cuts every connection, answered or not. */
  close(): Promise<void>;
}

/**
 * Serves on a free port of the loopback interface. A handler that throws costs its client the connection and is
 * reported to `onBug`, because otherwise a bug of the tenant would look like a bug of the program under test.
 */
export async function listen(
  handler: HttpHandler,
  tls: ServerIdentity | undefined,
  onBug: (error: unknown) => void,
): Promise<Listener> {
  const server: Server =
    tls === undefined
      ? createHttpServer()
      : createHttpsServer({ key: tls.key, cert: tls.cert, ALPNProtocols: ['http/1.1'] });
  // Microsoft's front ends hold idle connections for minutes; Node's five seconds would cut them in a Retry-After pause.
  server.keepAliveTimeout = 120_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (request, response) => {
    handler(request, response).catch((error: unknown) => {
      // A client may close the connection during its request.
      if (!request.readableAborted) onBug(error);
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
