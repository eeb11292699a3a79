import { TLSSocket } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { describeError } from '../../../errors.ts';
import { redacted } from '../../../auth/redact.ts';
import { isRecord } from '../../../json.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** Ms for each step: connecting with STARTTLS, signing in, sending. */
  readonly timeout?: number;
}

/** How a mailbox signs in. Secret. */
export type SmtpSecret =
  { readonly kind: 'token'; readonly value: string } | { readonly kind: 'password'; readonly value: string };

export interface SmtpMessage {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Why a step failed. No field has a secret that was sent. */
export class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure';
  readonly step: 'connect' | 'tls' | 'sign-in' | 'send';
  /** What the server answered; undefined if it did not. Untrusted. */
  readonly reply: string | undefined;

  constructor(step: SmtpFailure['step'], message: string, reply?: string) {
    super(message);
    this.step = step;
    this.reply = reply;
  }
}

const TIMEOUT_MS = 30_000;
const MAX_REPLY_BYTES = 64 * 1024;

/**
 * A connection to an SMTP server after STARTTLS. The certificate is not verified by connecting, so that it can be shown: a session
 * signs in only if the system trusts the certificate and it names the host. Methods reject with `SmtpFailure`.
 */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #timeout: number;
  readonly #sent: string[] = [];

  constructor({ host, port, timeout = TIMEOUT_MS }: SmtpServer) {
    this.#timeout = timeout;
    this.#connection = new SMTPConnection({
      host,
      port,
      secure: false,
      requireTLS: true,
      maxResponseSize: MAX_REPLY_BYTES,
      socketCloseTimeout: 1_000,
      // `signIn` checks it instead.
      tls: { rejectUnauthorized: false },
    });
    this.#connection.on('error', () => undefined);
  }

  /** Connects and starts TLS. Returns the socket. */
  async connect(): Promise<TLSSocket> {
    await this.#run('connect', (done) => {
      this.#connection.connect(done);
    });
    return this.#socket();
  }

  /** Signs in with XOAUTH2, or with a password. Sends nothing if the certificate is not trusted. */
  async signIn(user: string, { kind, value }: SmtpSecret): Promise<void> {
    if (!this.#socket().authorized) throw new TypeError('the certificate of the server is not verified');
    this.#sent.push(value, `\0${user}\0${value}`, `user=${user}\u0001auth=Bearer ${value}\u0001\u0001`);
    const oauth2 = new XOAuth2({ user, accessToken: value });
    await this.#run('sign-in', (done) => {
      this.#connection.login(kind === 'token' ? { user, oauth2 } : { user, pass: value }, done);
    });
  }

  /** Sends a message of plain text. Returns the reply, which is untrusted. */
  async send({ from, to, subject, text }: SmtpMessage): Promise<string> {
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    const addresses = { from: { name: '', address: from }, to: { name: '', address: to } };
    const message = await new MailComposer({ ...addresses, subject, text, headers }).compile().build();
    let reply = '';
    await this.#run('send', (done) => {
      this.#connection.send({ from, to: [to] }, message, (error, info) => {
        if (error === null) reply = info.response;
        done(error);
      });
    });
    return this.#withoutSecrets(reply);
  }

  close(): void {
    this.#connection.close();
  }

  #socket(): TLSSocket {
    const { _socket: socket } = this.#connection;
    if (socket instanceof TLSSocket && this.#connection.secure) return socket;
    throw new TypeError('the connection is not encrypted');
  }

  /** Runs a step. nodemailer reports a connection that ends by an event instead of calling back. */
  async #run(step: SmtpFailure['step'], start: (done: (error?: Error | null) => void) => void): Promise<void> {
    const connection = this.#connection;
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const ended = (): void => {
      reject(new Error('the server closed the connection'));
    };
    const timer = setTimeout(() => {
      reject(new Error(`the server did not answer completely within ${this.#timeout / 1000} s`));
    }, this.#timeout);
    connection.once('error', reject).once('end', ended);
    try {
      start((error) => {
        if (error === undefined || error === null) resolve(undefined);
        else reject(error);
      });
      await promise;
    } catch (error) {
      const isTls = step === 'connect' && (connection.upgrading === true || (isRecord(error) && error.code === 'ETLS'));
      connection.close();
      throw this.#failure(isTls ? 'tls' : step, error);
    } finally {
      clearTimeout(timer);
      connection.off('error', reject).off('end', ended);
    }
  }

  #failure(step: SmtpFailure['step'], error: unknown): SmtpFailure {
    const reply = isRecord(error) && typeof error.response === 'string' ? error.response : undefined;
    return new SmtpFailure(
      step,
      this.#withoutSecrets(describeError(error)),
      reply === undefined ? undefined : this.#withoutSecrets(reply),
    );
  }

  /** A text of the server, which may repeat what it was sent. Passwords may be short: whole ones are replaced too. */
  #withoutSecrets(text: string): string {
    const forms = this.#sent.flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
    const whole = forms.toSorted((one, other) => other.length - one.length);
    return redacted(
      whole.reduce((rest, secret) => rest.replaceAll(secret, '***'), text),
      forms,
    );
  }
}
