import { describeError, UserError } from '../../../errors.ts';
import { printable } from '../../../auth/redact.ts';
import { GraphClient } from '../../../graph/graph-client.ts';
import { firstValue, retryAfterMs } from '../../../http/headers.ts';
import { retrying, type Retry, type RetryClock, type RetryRule } from '../../../http/retrying.ts';
import { jsonOrUndefined, property, textIn, type Json } from '../../../json.ts';

/** https://learn.microsoft.com/graph/throttling: a request that is throttled was not executed. */
const BUSY: RetryRule = { first: 1_000, longest: 30_000, attempts: 5, maxWait: 120_000 };
/** Microsoft documents no limit for replication; more than five minutes were reported: microsoftgraph/msgraph-bicep-types#193. */
const REPLICATION: RetryRule = { first: 2_000, growth: 1.5, longest: 60_000, within: 600_000 };

/** Until all servers of Entra show what was written. */
export const READ_BACK: RetryRule = { first: 2_000, growth: 1.5, longest: 30_000, within: 120_000 };

/** A response of Graph. */
export interface GraphAnswer {
  readonly status: number;
  /** Undefined if the body is not JSON, such as that of a 204. */
  readonly json: Json | undefined;
  /** Of the error; '' if there is none. */
  readonly code: string;
  readonly message: string;
}

/** What an object that was just created answers while the servers of Entra do not know it everywhere. */
const REPLICATION_ERRORS: readonly { readonly status: number; readonly text: RegExp }[] = [
  // microsoftgraph/msgraph-sdk-dotnet#3108
  { status: 404, text: /does not exist or one of its queried reference-property objects are not present/i },
  // hashicorp/terraform-provider-azuread: service_principal_resource.go, app_role_assignment_resource.go
  { status: 400, text: /does not reference a valid application object/i },
  { status: 403, text: /the backing application of the service principal being created must in the local tenant/i },
  { status: 400, text: /not a valid reference update/i },
];

/** Whether a write failed only because an object that it needs is not replicated yet. */
export function isReplicating({ status, message }: GraphAnswer, method: 'POST' | 'PATCH' | 'DELETE'): boolean {
  // hashicorp/terraform-provider-azuread#1764: two servers disagree about a new object.
  if (status === 409) return method === 'PATCH' || /concurrent requests/i.test(message);
  return REPLICATION_ERRORS.some((error) => error.status === status && error.text.test(message));
}

export interface AdminGraphOptions {
  readonly client: GraphClient;
  /** The origin of Graph, for commands. */
  readonly graphUrl: string;
  readonly clock: RetryClock;
  /** Shows what is waited for; '' clears it. */
  readonly progress: (text: string) => void;
}

/** Microsoft Graph as an administrator uses it: reads, and writes that wait for replication. */
export class AdminGraph {
  readonly #options: AdminGraphOptions;

  constructor(options: AdminGraphOptions) {
    this.#options = options;
  }

  get url(): string {
    return this.#options.graphUrl;
  }

  /** GETs an object; undefined if there is none. Rejects with the UserErrors `SETUP_DENIED` and `SETUP_FAILED`. */
  async get(path: string): Promise<Json | undefined> {
    const answer = await this.#send('GET', path);
    if (answer.status === 200) return answer.json;
    if (answer.status === 404) return undefined;
    throw failed(answer, `GET ${path}`);
  }

  /** GETs an object that exists, and again while it is not replicated. Rejects as `get` does. */
  async getMade(path: string, what: string): Promise<Json | undefined> {
    const made = await this.getIfMade(path, what);
    if (made !== undefined) return made;
    throw new UserError('SETUP_FAILED', `Microsoft Entra ID does not show ${what}, which may take some minutes more.`, {
      hint: `Nothing is forgotten: run the command again later. If ${what} is gone by then, it goes on without it.`,
    });
  }

  /** As `getMade`, but undefined if it is not found in the end: it may not have been made. */
  async getIfMade(path: string, what: string): Promise<Json | undefined> {
    const isMissing = ({ status }: GraphAnswer): boolean => status === 404;
    const answer = await this.#send('GET', path, undefined, this.#waiting(what, isMissing));
    this.#options.progress('');
    if (answer.status === 200) return answer.json;
    if (isMissing(answer)) return undefined;
    throw failed(answer, `GET ${path}`);
  }

  /** GETs all pages of a collection; none if there is no such collection. Rejects as `get` does. */
  list(path: string): Promise<readonly Json[]> {
    return this.#pages(path, (page) => this.get(page));
  }

  /** The same of an object that exists, and again while it is not replicated: a list that only seems empty hides what is in it. */
  listMade(path: string, what: string): Promise<readonly Json[]> {
    return this.#pages(path, (page) => this.getMade(page, what));
  }

  async #pages(path: string, get: (path: string) => Promise<Json | undefined>): Promise<readonly Json[]> {
    const items: Json[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: Json | undefined = await get(next);
      const value = property(page, 'value');
      if (page !== undefined && !Array.isArray(value)) throw new Error(`no "value" in the answer to GET ${next}`);
      items.push(...(Array.isArray(value) ? value : []));
      const link = textIn(page, '@odata.nextLink');
      // The path alone: the token is not sent to another host.
      const url: URL | null = link === '' ? null : new URL(link);
      next = url === null ? undefined : url.pathname + url.search;
    }
    return items;
  }

  /**
   * Sends a write, and again while an object that it needs is not replicated. Returns the answer if its status is one of 2xx, or
   * `accepts` it. Rejects as `get` does.
   *
   * @param what for the line about waiting, such as `the application`
   */
  async write(
    request: { readonly method: 'POST' | 'PATCH' | 'DELETE'; readonly path: string; readonly body?: Json },
    what: string,
    accepts: (answer: GraphAnswer) => boolean = () => false,
  ): Promise<GraphAnswer> {
    const { method, path, body } = request;
    const isWaiting = (refused: GraphAnswer): boolean => !accepts(refused) && isReplicating(refused, method);
    const answer = await this.#send(method, path, body, this.#waiting(what, isWaiting));
    this.#options.progress('');
    if ((answer.status >= 200 && answer.status < 300) || accepts(answer)) return answer;
    throw failed(answer, `${method} ${path}`);
  }

  /** Deletes an object. Returns false if it is gone already. Rejects as `get` does. */
  async remove(path: string): Promise<boolean> {
    const { status } = await this.write({ method: 'DELETE', path }, 'the deletion', (answer) => answer.status === 404);
    return status !== 404;
  }

  /** When an answer is waited for, with a line that says for how long. */
  #waiting(what: string, isWaiting: (answer: GraphAnswer) => boolean): (answer: GraphAnswer) => Retry | undefined {
    const { progress, clock } = this.#options;
    const { now } = clock;
    const since = now();
    return (answer) => {
      if (!isWaiting(answer)) return undefined;
      progress(`Waiting until Microsoft Entra ID has replicated ${what} (${Math.round((now() - since) / 1_000)} s)…`);
      return { rule: REPLICATION };
    };
  }

  async #send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: Json,
    retryOf: (answer: GraphAnswer) => Retry | undefined = () => undefined,
  ): Promise<GraphAnswer> {
    const { client, clock } = this.#options;
    const { now } = clock;
    const text = body === undefined ? undefined : JSON.stringify(body);
    return retrying<GraphAnswer>(
      async () => {
        const response = await client.send({ method, path, body: text }).catch((cause: unknown) => {
          throw unanswered(cause, `${method} ${path}`);
        });
        const json = jsonOrUndefined(response.text);
        const error = property(json, 'error');
        const answer = {
          status: response.status,
          json,
          code: textIn(error, 'code'),
          message: printable(textIn(error, 'message')),
        };
        const retryAfter = retryAfterMs(firstValue(response.headers['retry-after']), now());
        const isBusy = [429, 503, 504].includes(answer.status);
        return { result: answer, retry: isBusy ? { rule: BUSY, retryAfter } : retryOf(answer) };
      },
      // The waits are those of the rules.
      { ...clock, random: () => 1 },
    );
  }
}

/** Whether the role of the administrator, or a scope of the token, does not allow a request. */
export function isDenied(error: unknown): boolean {
  return error instanceof UserError && error.code === 'SETUP_DENIED';
}

function failed({ status, code, message }: GraphAnswer, request: string): UserError {
  const text = `${code === '' ? `HTTP ${status}` : `${status} ${code}`}${message === '' ? '' : `: ${message}`}`;
  if (status === 403 || status === 401) {
    return new UserError('SETUP_DENIED', `Microsoft Graph denies ${request} (${text}).`, {
      hint:
        'Sign in as an administrator with the role Application Administrator, Cloud Application Administrator or Application Developer; ' +
        'for consent and directory roles with Privileged Role Administrator or Global Administrator.',
    });
  }
  return new UserError('SETUP_FAILED', `Microsoft Graph rejects ${request} (${text}).`, {
    hint: 'Run the command again: it goes on where it stopped. If the error stays, the text of Microsoft Graph names the reason.',
  });
}

function unanswered(cause: unknown, request: string): unknown {
  if (cause instanceof UserError) return cause;
  return new UserError(
    'SETUP_FAILED',
    `Microsoft Graph did not answer ${request} (${printable(describeError(cause))}).`,
    {
      hint: 'Check the network and HTTPS_PROXY, and run the command again: it goes on where it stopped.',
      cause,
    },
  );
}
