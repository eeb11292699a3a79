import { request, type Dispatcher } from 'undici';
import type { UserError } from '../errors.ts';
import { firstValue, retryAfterMs } from '../http/headers.ts';
import { retrying, type RetryClock, type RetryRule } from '../http/retrying.ts';
import { type Json, jsonOrUndefined } from '../json.ts';
import type { Redactor } from './redact.ts';

export interface RequestOptions extends RetryClock {
  readonly dispatcher: Dispatcher;
  /** Called with each secret before it is used. */
  readonly mask: (secret: string) => void;
}

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A complete response, whatever its status. Redirects are not followed: a token in the request goes to one host only. */
export interface HttpResponse {
  readonly status: number;
  /** Undefined if the body is not JSON. */
  readonly json: Json | undefined;
  /** The body without secrets; '' for a 200 that is not a page, since it may contain a token in any form. */
  readonly text: string;
  /** Without secrets; '' if missing. */
  readonly contentType: string;
  /** Without secrets; '' if missing. */
  readonly location: string;
  /** True for 429 and 5xx. */
  readonly isBusy: boolean;
}

/** An attempt without result. */
export class Failure {
  readonly error: UserError;
  /** `never`, `once`, `soon` (a few times with growing pauses) or `replicating` (for some minutes). */
  readonly retry: 'never' | 'once' | 'soon' | 'replicating';

  constructor(error: UserError, retry: Failure['retry']) {
    this.error = error;
    this.retry = retry;
  }
}

/** A request and the meaning of its responses. */
interface RetriedRequest<T> {
  /** Builds the request of one attempt. Errors that it throws are final. */
  readonly request: () => Promise<HttpRequest>;
  readonly read: (response: HttpResponse) => T | Failure;
  /** Called if no complete response arrives. */
  readonly unreachable: (cause: unknown) => Failure;
  /** Holds the secrets of the requests, which no text of a response may show. */
  readonly redactor: Redactor;
  /** When a failure that may pass soon is retried. */
  readonly soon: RetryRule;
  /** For the headers, and again between two pieces of the body. */
  readonly timeoutMs: number;
}

const MAX_RESPONSE_BYTES = 1 << 20;
/** Microsoft documents up to five minutes until a new federated credential works. */
const REPLICATION: RetryRule = { first: 2_000, longest: 60_000, within: 240_000, maxWait: 300_000 };

/**
 * Sends a request until it has a result, a failure is final or the attempts are used up. Waiting for replication has a
 * limit of its own and uses no attempts. Throws the error of the last failure, whatever `request` throws, and the
 * signal's reason.
 */
export async function requestWithRetry<T>(retried: RetriedRequest<T>, options: RequestOptions): Promise<T> {
  const { soon } = retried;
  const rules = { never: undefined, once: { ...soon, attempts: 2 }, soon, replicating: REPLICATION };
  const result = await retrying<T | Failure>(async () => {
    const { answer, retryAfter } = await send(retried, options);
    const rule = answer instanceof Failure ? rules[answer.retry] : undefined;
    return { result: answer, retry: rule && { rule, retryAfter } };
  }, options);
  if (result instanceof Failure) throw result.error;
  return result;
}

async function send<T>(
  retried: RetriedRequest<T>,
  { dispatcher, now, signal }: RequestOptions,
): Promise<{ readonly answer: T | Failure; readonly retryAfter?: number | undefined }> {
  const { redactor, timeoutMs } = retried;
  const { url, ...requestParts } = await retried.request();
  let response: Dispatcher.ResponseData;
  let body: string;
  try {
    response = await request(url, {
      ...requestParts,
      dispatcher,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: signal ?? null,
    });
    body = await readBounded(response.body);
  } catch (cause) {
    signal?.throwIfAborted();
    return { answer: retried.unreachable(cause) };
  }
  const { statusCode: status } = response;
  const header = (name: string): string | undefined => firstValue(response.headers[name]);
  const text = status === 200 && !/^\s*</.test(body) ? '' : redactor.redact(body);
  const answer = retried.read({
    status,
    // A token may share a run of characters with the secret that was sent.
    json: jsonOrUndefined(status === 200 ? body : text),
    text,
    contentType: redactor.redact(header('content-type') ?? ''),
    location: redactor.redact(header('location') ?? ''),
    isBusy: status === 429 || status >= 500,
  });
  return { answer, retryAfter: retryAfterMs(header('retry-after'), now()) };
}

/** The text of a response. Rejects if it is longer than any response with a token. */
async function readBounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_RESPONSE_BYTES) throw new Error(`the response is longer than ${MAX_RESPONSE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
