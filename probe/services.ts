import { randomUUID } from 'node:crypto';
import type { AccessToken } from '../src/auth/access-token.ts';
import type { ClientCertificate } from '../src/auth/certificate.ts';
import { clientAssertion, type Connection } from '../src/auth/credential.ts';
import type { Application } from '../src/auth/entra-explanations.ts';
import type { TokenSource } from '../src/auth/token-source.ts';
import { TokenRequest } from '../src/auth/token-request.ts';
import { UserError } from '../src/errors.ts';
import { ExchangeClient } from '../src/exchange/exchange-client.ts';
import type { Command } from '../src/exchange/command.ts';
import { batchBody, BATCH_SIZE, mailboxUrl } from '../src/graph/batch.ts';
import { GraphClient } from '../src/graph/graph-client.ts';
import { usageObjects } from '../src/graph/usage-csv.ts';
import { GitHub } from '../src/github/client.ts';
import { download } from '../src/http/download.ts';
import { firstValue } from '../src/http/headers.ts';
import { isConfidential } from '../src/http/secure-url.ts';
import { jsonOrUndefined, type JsonObject } from '../src/json.ts';
import { itemsOf, NotChecked, type Answer } from './answer.ts';

/** What the probe asks the services with. */
export interface ServicesOptions extends Application, Connection {
  readonly exchangeUrl: string;
  readonly tokens: Readonly<Record<'Graph' | 'Exchange', TokenSource>>;
  /** Undefined with another credential. */
  readonly certificate: ClientCertificate | undefined;
  /** The claims of the job's OIDC token of GitHub; undefined elsewhere. */
  readonly oidcClaims: Readonly<Record<string, unknown>> | undefined;
  /** The audience of assertions; undefined unless a federated credential signs in. */
  readonly oidcAudience: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** OWNER/REPO */
  readonly repository: string | undefined;
  /** At least one mailbox: the others are read where it may lack what is checked. */
  readonly addresses: readonly string[];
  /** Ms that a response may take; a minute if not given. */
  readonly maxWait?: number;
}

/** Ms until a check goes on without a response: a listing can take many minutes, and a probe must not. */
const MAX_WAIT = 60_000;

/**
 * The services, as checks ask them. Every request only reads, is sent once however many checks need it, and adds its answer
 * to `answers`. Rejects with NotChecked if there is no token or no response.
 */
export class Services {
  readonly options: ServicesOptions;
  /** An address of the domain of the first mailbox that no mailbox has. */
  readonly unknownAddress: string;
  /** The answers that the current check has looked at. */
  answers: Answer[] = [];
  /** What the current check has found that people should see although it holds: no value of the tenant. */
  found: string | undefined;
  readonly #graph: GraphClient;
  readonly #exchange: ExchangeClient;
  #otherAudience: Promise<UserError | undefined> | undefined;
  readonly #items = new Map<Answer, ReadonlyMap<string, readonly Answer[]>>();
  readonly #memo = new Map<string, Promise<Answer>>();

  constructor(options: ServicesOptions) {
    const { tokens } = options;
    this.options = options;
    this.unknownAddress = `mailbox-report-probe-${randomUUID()}@${this.mailbox.split('@')[1] ?? ''}`;
    this.#graph = new GraphClient({ ...options, tokens: tokens.Graph });
    this.#exchange = new ExchangeClient({ ...options, tokens: tokens.Exchange });
  }

  /** Before a check. */
  forget(): void {
    this.answers = [];
    this.found = undefined;
  }

  get mailbox(): string {
    return this.options.addresses[0] ?? '';
  }

  /** Rejects with NotChecked, with the code of the sign-in. */
  async token(service: 'Graph' | 'Exchange'): Promise<AccessToken> {
    try {
      return await this.options.tokens[service].get();
    } catch (error) {
      throw notChecked(error);
    }
  }

  /** The code of a failed sign-in; undefined if there is a token. */
  async signInError(service: 'Graph' | 'Exchange'): Promise<string | undefined> {
    try {
      await this.options.tokens[service].get();
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return error.code;
      throw error;
    }
  }

  /**
   * The error of a sign-in whose assertion is for another audience than the token endpoint; undefined if Entra accepts it.
   * Rejects with NotChecked without a certificate.
   */
  signInForOtherAudience(): Promise<UserError | undefined> {
    this.#otherAudience ??= this.#signInForOtherAudience();
    return this.#otherAudience;
  }

  async #signInForOtherAudience(): Promise<UserError | undefined> {
    const { certificate, clientId, newId, now, authorityHost } = this.options;
    if (certificate === undefined) throw new NotChecked('Only a certificate can sign such an assertion.');
    const audience = `${authorityHost}/mailbox-report-probe`;
    const assertion = () => clientAssertion(certificate, { clientId, audience, id: newId(), now: now() });
    try {
      await new TokenRequest({ ...this.options, assertion }).send();
      return undefined;
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  }

  /** GETs a path below `/users/{address}` of Graph. */
  async graph(path: string, address = this.mailbox): Promise<Answer> {
    const [answer] = await this.graphItems([mailboxUrl(address, path)]);
    if (answer === undefined) throw new NotChecked('The batch has no response to the request.');
    return answer;
  }

  /** GETs a path of each mailbox. */
  graphOfEach(path: string): Promise<Answer[]> {
    return this.graphItems(this.options.addresses.map((address) => mailboxUrl(address, path)));
  }

  /** GETs URLs, relative to the version, in one batch. */
  async graphItems(urls: readonly string[]): Promise<Answer[]> {
    const batch = await this.#batch(batchBody(urls.slice(0, BATCH_SIZE).map((url) => ({ url }))));
    const items = this.#items.get(batch) ?? itemsOf(batch);
    this.#items.set(batch, items);
    const answers = urls.flatMap((_, index) => items.get(String(index)) ?? []);
    this.#note(...answers);
    return answers;
  }

  /** Sends a batch as it is. */
  async graphBatch(requests: readonly JsonObject[]): Promise<Answer> {
    const answer = await this.#batch(JSON.stringify({ requests }));
    this.#note(answer);
    return answer;
  }

  /** GETs a page of a listing of the tenant, such as `/v1.0/users?$top=1`. */
  graphPage(path: string): Promise<Answer> {
    return this.#noted(`graph ${path}`, async () => {
      const { status, headers, text } = await this.#graph.get(path);
      return { status, headers, json: jsonOrUndefined(text) };
    });
  }

  /**
   * The first rows of the file that a usage report redirects to, without a token. Rejects with NotChecked if it cannot be read.
   *
   * @param match the member that names the mailbox
   */
  async usageRows(path: string, match: string): Promise<readonly JsonObject[]> {
    const { headers } = await this.graphPage(path);
    const url = URL.parse(firstValue(headers.location) ?? '');
    if (url === null || !isConfidential(url)) throw new NotChecked('Graph redirects to no confidential URL.');
    const signal = AbortSignal.any([this.options.signal, AbortSignal.timeout(this.options.maxWait ?? MAX_WAIT)]);
    try {
      const { dispatcher } = this.options;
      const chunks = usageObjects(download(url, { dispatcher, signal }), match);
      const { value } = await chunks.next();
      await chunks.return();
      return value ?? [];
    } catch {
      throw new NotChecked('The file of the usage report cannot be read.');
    }
  }

  #batch(body: string): Promise<Answer> {
    return this.#once(`graph ${body}`, async () => {
      const { status, headers, text } = await this.#graph.post('/v1.0/$batch', body);
      return { status, headers, json: jsonOrUndefined(text) };
    });
  }

  /** Runs a cmdlet that only reads. `link`: of the page to request. */
  command(
    cmdlet: string,
    select: readonly string[],
    parameters: Command['parameters'] = {},
    page: { readonly link?: string; readonly size?: number } = {},
  ): Promise<Answer> {
    const { link, size } = page;
    const command = { cmdlet, select, parameters, ...(size === undefined ? {} : { pageSize: size }) };
    return this.#noted(`exchange ${JSON.stringify([command, link])}`, () => this.#exchange.invoke(command, link));
  }

  /** Runs cmdlets that only read in one batch. */
  commandBatch(commands: readonly Command[]): Promise<Answer> {
    return this.#noted(`exchange ${JSON.stringify(commands)}`, () => this.#exchange.batch(commands));
  }

  /** Sends a request below `/adminapi` as it is. `{tenant}` in path and body stands for the tenant. */
  adminApi(
    method: 'GET' | 'POST',
    path: string,
    body?: JsonObject,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.#noted(`exchange ${JSON.stringify([method, path, headers, body])}`, () =>
      this.#exchange.send(method, path, { headers, body: body === undefined ? undefined : JSON.stringify(body) }),
    );
  }

  /** GETs a path of GitHub's API with the token of the environment. Rejects with NotChecked if there is none. */
  github(path: (repository: string) => string): Promise<Answer> {
    const { env, repository = env.GITHUB_REPOSITORY } = this.options;
    const token = env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '';
    if (token === '') throw new NotChecked('The environment has no GITHUB_TOKEN.');
    if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
      throw new NotChecked('Set --repository to OWNER/REPO.');
    }
    const github = GitHub.at({ ...this.options, url: env.GITHUB_API_URL ?? 'https://api.github.com', token });
    if (github === undefined) throw new NotChecked('GITHUB_API_URL is no https URL.');
    return this.#noted(`github ${path(repository)}`, () => github.send(path(repository), { once: true }));
  }

  async #noted(key: string, request: () => Promise<Omit<Answer, 'ms'>>): Promise<Answer> {
    const answer = await this.#once(key, request);
    this.#note(answer);
    return answer;
  }

  #note(...answers: readonly Answer[]): void {
    this.answers.push(...answers);
  }

  #once(key: string, request: () => Promise<Omit<Answer, 'ms'>>): Promise<Answer> {
    let answer = this.#memo.get(key);
    if (answer === undefined) {
      answer = timed(request, this.options.maxWait ?? MAX_WAIT);
      this.#memo.set(key, answer);
    }
    return answer;
  }
}

async function timed(request: () => Promise<Omit<Answer, 'ms'>>, maxWait: number): Promise<Answer> {
  const began = performance.now();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new NotChecked(`There was no response within ${maxWait / 1000} seconds.`));
  }, maxWait);
  try {
    const { status, headers, json } = await Promise.race([request(), late]);
    return { status, headers, json, ms: performance.now() - began };
  } catch (error) {
    throw notChecked(error);
  } finally {
    clearTimeout(timer);
  }
}

/** The code of a UserError and the reason of a connection that failed contain no value of the tenant. */
function notChecked(error: unknown): NotChecked {
  if (error instanceof NotChecked) return error;
  if (error instanceof UserError) return new NotChecked(`The sign-in failed (${error.code}).`);
  const code = isObjectWithCode(error) ? error.code : 'no complete response';
  return new NotChecked(`The service could not be reached (${code}).`);
}

function isObjectWithCode(error: unknown): error is { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[A-Z_]+$/.test(error.code);
}
