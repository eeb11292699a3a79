import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { HttpHandler } from './http.ts';

/** A PEM private key and certificate: the servers then speak https. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

/** What a tenant takes from the machine that it runs on. */
export interface Host {
  /**
   * Serves at an origin of its own. A handler that throws costs its client the connection and is reported to `onBug`, because
   * otherwise a bug of the tenant would look like a bug of the program under test.
   */
  readonly serve: (handler: HttpHandler, onBug: (error: unknown) => void) => Promise<Listener>;
  /** Ms of a clock that never goes back; only differences count. */
  readonly elapsed: () => number;
  /** Waits. For 0 ms it does not use a timer, so a tenant without latency is not delayed. */
  readonly pause: (ms: number) => Promise<void> | undefined;
  /** A new UUID. */
  readonly newId: () => string;
}

/** The machine itself: free ports of its loopback interface, and real time. */
export function thisHost(tls: ServerIdentity | undefined): Host {
  return {
    serve: (handler, onBug) => listen(handler, tls, onBug),
    elapsed: () => performance.now(),
    pause: (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined),
    newId: randomUUID,
  };
}

export interface Listener {
  /** For example `http://127.0.0.1:43210`. */
  readonly origin: string;
  /** Cuts every connection, answered or not. */
  close(): Promise<void>;
}

async function listen(
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
