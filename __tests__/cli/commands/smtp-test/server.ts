import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import {
  newCertificate,
  type CertificateRequest,
  type CertifiedKey,
} from '../../../../src/cli/commands/certificate/new-certificate.ts';

const DAY = 86_400_000;

/** What a server saw. */
export interface Seen {
  readonly signIns: { readonly method: string; readonly user: string; readonly secret: string }[];
  readonly messages: { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
}

export interface TestServer extends Seen {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** The replies of a server: `535 5.7.3 Authentication unsuccessful`. */
export interface Replies {
  readonly signIn?: ((secret: string) => string) | undefined;
  readonly mailFrom?: string;
  readonly message?: string;
}

let authority: CertifiedKey | undefined;

/** Lets this process trust the authority of `serverKey`. Returns what ends that. */
export async function trustAuthority(): Promise<() => void> {
  authority ??= await newCertificate({
    commonName: 'Test authority',
    authority: true,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 3_650 * DAY),
  });
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, authority.certificate]);
  return () => {
    setDefaultCACertificates(before);
  };
}

/** A key with a certificate of the authority for 127.0.0.1, valid for `days` and a half. */
export function serverKey(
  days: number,
  changes: Partial<CertificateRequest> = {},
  selfSigned = false,
): Promise<CertifiedKey> {
  return newCertificate({
    commonName: 'mail.contoso.com',
    ipAddresses: ['127.0.0.1'],
    notBefore: new Date(Date.now() - 400 * DAY),
    notAfter: new Date(Date.now() + (days + 0.5) * DAY),
    ...(authority !== undefined && !selfSigned && { issuer: authority }),
    ...changes,
  });
}

/** An SMTP server on loopback. */
export async function smtpServer(
  key: CertifiedKey,
  replies: Replies = {},
  options: SMTPServerOptions = {},
): Promise<TestServer> {
  const seen: Seen = { signIns: [], messages: [] };
  const server = new SMTPServer({
    key: key.privateKey,
    cert: key.certificate,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    logger: false,
    onAuth: ({ method, username = '', password, accessToken }, _session, done) => {
      const secret = accessToken ?? password ?? '';
      seen.signIns.push({ method, user: username, secret });
      const reply = replies.signIn?.(secret);
      if (reply === undefined) done(null, { user: username });
      else done(refusal(reply));
    },
    onMailFrom: (_address, _session, done) => {
      done(replies.mailFrom === undefined ? null : refusal(replies.mailFrom));
    },
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      void text(stream).then((content) => {
        const from = mailFrom === false ? '' : mailFrom.address;
        seen.messages.push({ from, to: rcptTo.map(({ address }) => address), text: content });
        if (replies.message === undefined) done(null, '2.0.0 OK queued as 42');
        else done(refusal(replies.message));
      });
    },
    ...options,
  });
  // Clients that do not trust the certificate end the connection.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    ...seen,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

function refusal(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
