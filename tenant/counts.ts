/** What reached the tenant so far. */
export interface Counts {
  /** Requests to the token endpoint. */
  tokens: number;
  /** Requests for an OIDC token of the job. */
  oidcTokens: number;
  /** `$batch` requests. */
  batches: number;
  /** Requests for one mailbox outside a batch. */
  singles: number;
  /** Reads of a mailbox asked for, in batches or single. */
  items: number;
  /** Of the items: answered 429, alone or with their whole batch. */
  refused: number;
  /** Items, token requests and requests to Exchange, sent while a Retry-After that the tenant had given was still running. */
  early: number;
  /** Ms of all Retry-After periods of the application. Overlapping periods count once. */
  pausedMs: number;
  /** Requests to Graph and Exchange answered 401. */
  unauthorized: number;
  /** The most requests that Graph had in hand at once. */
  maxConcurrentRequests: number;
  /** The most reads of one mailbox at once. */
  maxConcurrentPerMailbox: number;
  /** Requests to Exchange's admin API. */
  exchangeRequests: number;
  /** Cmdlets that those asked to run, alone or in batches. */
  exchangeCommands: number;
  /** The most requests that Exchange had in hand at once. */
  maxConcurrentExchange: number;
}

export function newCounts(): Counts {
  return {
    tokens: 0,
    oidcTokens: 0,
    batches: 0,
    singles: 0,
    items: 0,
    refused: 0,
    early: 0,
    pausedMs: 0,
    unauthorized: 0,
    maxConcurrentRequests: 0,
    maxConcurrentPerMailbox: 0,
    exchangeRequests: 0,
    exchangeCommands: 0,
    maxConcurrentExchange: 0,
  };
}

/** One request, as the tenant saw it. */
export interface LogEntry {
  /** When it arrived: epoch ms. */
  readonly time: number;
  readonly kind: 'token' | 'oidc' | 'batch' | 'single' | 'results' | 'blob' | 'github' | 'exchange';
  /** 0 where no answer was given: the connection was cut or left hanging. */
  readonly status: number;
  /** Mailboxes, or cmdlets, asked for. */
  readonly items: number;
  readonly path: string;
  /** Of a request to Exchange: its cmdlet, or `$batch`. */
  readonly cmdlet?: string;
}
