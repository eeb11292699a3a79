import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import type { AccessToken } from '../../src/auth/access-token.ts';
import { ExchangeClient } from '../../src/exchange/exchange-client.ts';
import type { Command } from '../../src/exchange/command.ts';
import { CommandRunner } from '../../src/exchange/command-runner.ts';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { listening } from '../support/listening.ts';
import { thisMachine } from '../../src/http/machine.ts';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const MAILBOXES: Command = { cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'Unlimited' }, select: ['Name'] };

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Json;
}

export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

export interface AdminApi {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  readonly client: ExchangeClient;
  readonly runner: CommandRunner;
  /** A runner whose requests another dispatcher sends. */
  runnerWith(dispatcher: Dispatcher): CommandRunner;
  readonly limiter: RateLimiter;
  /** How often a new token was requested. */
  readonly renewals: () => number;
  readonly abort: AbortController;
  close(): Promise<void>;
}

/** An admin API on loopback that answers with each of these in turn, and with the last one from then on. */
export async function adminApi(...answers: Answer[]): Promise<AdminApi> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { method, headers, url = '' } = request;
      const found = { method, headers, host: headers.host, path: url, body: body === '' ? null : parseJson(body) };
      const answer = answers[Math.min(received.push(found), answers.length) - 1];
      if (answer === undefined) response.writeHead(500).end();
      else answer(response, found);
    });
  });
  const { port, close } = await listening(server);
  const url = `http://localhost:${port}`;
  // Names of regions, such as eurprd01.localhost, lead to this server too.
  const dispatcher = new Agent({
    connect: {
      lookup: (_host, { all }, found) => {
        if (all === true) found(null, [{ address: '127.0.0.1', family: 4 }]);
        else found(null, '127.0.0.1', 4);
      },
    },
  });
  let number = 1;
  const token = (): AccessToken => ({ value: tokenOf(number), expiresAt: Infinity, roles: ['Exchange.ManageAsApp'] });
  const abort = new AbortController();
  const clientWith = (sender: Dispatcher): ExchangeClient =>
    new ExchangeClient({
      ...thisMachine(),
      exchangeUrl: url,
      tenantId: 'contoso.onmicrosoft.com',
      dispatcher: sender,
      tokens: {
        get: () => Promise.resolve(token()),
        renew: () => {
          number += 1;
          return Promise.resolve(token());
        },
      },
      signal: abort.signal,
    });
  const client = clientWith(dispatcher);
  const limiter = new RateLimiter({ concurrency: 4, random: () => 0.5 });
  const runnerOf = (sender: ExchangeClient): CommandRunner =>
    new CommandRunner({
      ...thisMachine(),
      client: sender,
      limiter,
      signal: abort.signal,
      random: () => 0.5,
      backoff: { first: 1, longest: 32 },
    });
  return {
    url,
    received,
    client,
    limiter,
    runner: runnerOf(client),
    runnerWith: (sender) => runnerOf(clientWith(sender)),
    renewals: () => number - 1,
    abort,
    close: async () => {
      await dispatcher.destroy();
      await close();
    },
  };
}

/** An unsigned token that names the tenant. */
export function tokenOf(number: number): string {
  const claims = Buffer.from(JSON.stringify({ tid: TENANT, number })).toString('base64url');
  return `eyJhbGciOiJub25lIn0.${claims}.c2lnbmF0dXJl`;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** A page of objects with these names, and a link to the next page unless it is the last. */
export function page(names: readonly string[], next?: string, linkName = '@odata.nextLink'): Answer {
  return (response, { host = '' }) => {
    const link =
      next === undefined
        ? {}
        : { [linkName]: `http://${host}/adminapi/beta/${TENANT}/InvokeCommand?%24skiptoken=${next}` };
    json(200, { '@adminapi.warnings': [], value: names.map((Name) => ({ Name })), ...link })(response, noRequest);
  };
}

const noRequest: ReceivedRequest = { method: 'GET', host: '', path: '', headers: {}, body: null };

/** A response to a batch: each item is answered as its cmdlet and mailbox say. */
export function batch(answer: (...command: ReturnType<typeof commandIn>) => Json): Answer {
  return (response, received) => {
    const responses = itemsOf(received.body).map((item) => ({
      id: property(item, 'id'),
      status: 200,
      body: answer(...commandIn(item)),
    }));
    json(200, { responses })(response, received);
  };
}

/** The items of a request to `$batch`. */
export function itemsOf(body: Json): readonly Json[] {
  const requests = property(body, 'requests');
  return Array.isArray(requests) ? requests : [];
}

/** The cmdlet of an item, what it runs for, and its parameters. */
export function commandIn(item: Json): [cmdlet: string, mailbox: string, parameters: JsonObject] {
  const input = property(property(item, 'body'), 'CmdletInput');
  const [cmdlet, parameters] = [property(input, 'CmdletName'), property(input, 'Parameters')];
  const mailbox = property(parameters, 'Identity');
  if (typeof cmdlet !== 'string' || typeof mailbox !== 'string' || !isObject(parameters)) throw new Error('no command');
  return [cmdlet, mailbox, parameters];
}

/** An error envelope as the service writes it. */
export function failure(status: number, type: string, message: string, stacktrace = ''): Answer {
  const internalexception = { message, type: `Microsoft.Exchange.${type}`, stacktrace };
  const details = [{ code: 'Client', target: '', message: `Ex6F9304|Microsoft.Exchange.${type}|${message}` }];
  const innererror = { message: 'Invalid Operation', type: 'ODataServiceException', stacktrace, internalexception };
  return json(status, { error: { code: 'BadRequest', message: 'Invalid Operation', details, innererror } });
}
