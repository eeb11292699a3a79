/** Counts of requests to the tenant. */
export interface Counts {
  /** Requests to the token endpoint. */
  tokens: number;
  /** Requests for an OIDC token of the job. */
  oidcTokens: number;
  /** `$batch` requests. */
  batches: number;
  /** Requests for one mailbox outside a batch. */
  singles: number;
  /** Reads of a mailbox, in batches or single. */
  items: number;
  /** Changes of a mailbox, of the items and of Exchange's commands, whatever came of them. */
  writes: number;
  /** Of the items: answered 429, alone or with their whole batch. */
  refused: number;
  /** Items, token requests and requests to Exchange that were sent during a Retry-After of the tenant. */
  early: number;
  /** Ms of all Retry-After periods of the application. Overlapping periods count once. */
  pausedMs: number;
  /** Requests to Graph and Exchange answered 401. */
  unauthorized: number;
  /** The maximum of concurrent requests to Graph. */
  maxConcurrentRequests: number;
  /** The maximum of concurrent reads of one mailbox. */
  maxConcurrentPerMailbox: number;
  /** Requests to Exchange's admin API. */
  exchangeRequests: number;
  /** Cmdlets in these requests, single or in batches. */
  exchangeCommands: number;
  /** The maximum of concurrent requests to Exchange. */
  maxConcurrentExchange: number;
  /** Requests for files of usage reports. */
  usageFiles: number;
}

export function newCounts(): Counts {
  return {
    tokens: 0,
    oidcTokens: 0,
    batches: 0,
    singles: 0,
    items: 0,
    writes: 0,
    refused: 0,
    early: 0,
    pausedMs: 0,
    unauthorized: 0,
    maxConcurrentRequests: 0,
    maxConcurrentPerMailbox: 0,
    exchangeRequests: 0,
    exchangeCommands: 0,
    maxConcurrentExchange: 0,
    usageFiles: 0,
  };
}

/** A request to the tenant. */
export interface LogEntry {
  /** When it arrived: epoch ms. */
  readonly time: number;
  readonly kind: 'token' | 'sign-in' | 'oidc' | 'batch' | 'single' | 'results' | 'blob' | 'github' | 'exchange';
  /** 0 without a response: the connection was closed or left open. */
  readonly status: number;
  /** Mailboxes, or cmdlets, asked for. */
  readonly items: number;
  readonly path: string;
  /** Of a request to Exchange: its cmdlet, or `$batch`. */
  readonly cmdlet?: string;
}
