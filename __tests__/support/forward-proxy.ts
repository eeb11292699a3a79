import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { listening } from './listening.ts';

export interface ForwardProxyOptions {
  /** Required credentials (Basic, RFC 7617). */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Rejects every CONNECT with this status, such as 403. */
  readonly refusal?: number;
  /** The addresses of the hosts that only this proxy can resolve. */
  readonly resolves?: Readonly<Record<string, string>>;
}

export interface ForwardProxy {
  /** Such as `127.0.0.1:43210`. */
  readonly host: string;
  /** `host:port` of each tunnel that was opened, oldest first. */
  readonly tunnels: readonly string[];
  /** Statuses of the CONNECTs that were refused. */
  readonly refused: readonly number[];
  /** Requests without a tunnel, whose content the proxy could read. */
  readonly untunnelled: readonly string[];
  close(): Promise<void>;
}

/** A forward proxy on loopback that opens tunnels by CONNECT (RFC 9110, 9.3.6), and nothing else. */
export async function startForwardProxy({
  credentials,
  refusal,
  resolves = {},
}: ForwardProxyOptions = {}): Promise<ForwardProxy> {
  const tunnels: string[] = [];
  const refused: number[] = [];
  const untunnelled: string[] = [];
  const basic = (username: string, password: string): string =>
    `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const expected = credentials === undefined ? undefined : basic(credentials.username, credentials.password);

  const server = createServer((request, response) => {
    untunnelled.push(request.url ?? '');
    response.writeHead(405).end();
  });
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const unauthorized = expected !== undefined && request.headers['proxy-authorization'] !== expected;
    const status = unauthorized ? 407 : refusal;
    if (status !== undefined) {
      refused.push(status);
      const challenge = status === 407 ? 'Proxy-Authenticate: Basic realm="proxy"\r\n' : '';
      client.end(`HTTP/1.1 ${status} Refused\r\n${challenge}Content-Length: 0\r\n\r\n`);
      return;
    }
    const target = request.url ?? '';
    const { hostname, port } = new URL(`https://${target}`);
    const upstream = connect(Number(port), resolves[hostname] ?? hostname, () => {
      tunnels.push(target);
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => upstream.destroy()).once('close', () => client.destroy());
    client.once('close', () => upstream.destroy());
  });
  const { port, close } = await listening(server);
  return { host: `127.0.0.1:${port}`, tunnels, refused, untunnelled, close };
}

/** A closed port on loopback. */
export async function unusedPort(): Promise<number> {
  const { port, close } = await listening(createServer());
  await close();
  return port;
}
