import {
  AuthorizedClient,
  type AuthorizedClientOptions,
  type AuthorizedRequest,
  type TokenProvider,
} from '../auth/authorized-client.ts';
import type { Headers } from '../http/headers.ts';

/** A response of Graph, or of a gateway on the way to it. */
export interface GraphResponse {
  readonly status: number;
  /** Without tokens. */
  readonly headers: Headers;
  /** Without tokens. */
  readonly text: string;
  /** The id sent with the request: Microsoft's support finds it in their logs. */
  readonly clientRequestId: string;
  /** Replaces the token that this request was sent with. */
  readonly renewToken: () => Promise<void>;
}

export interface GraphClientOptions extends AuthorizedClientOptions {
  /** For example `https://graph.microsoft.com`. */
  readonly graphUrl: string;
}

/** A request to Graph. */
export interface GraphRequest extends Pick<AuthorizedRequest, 'method' | 'once'> {
  /** With the version, such as `/v1.0/users/a%40contoso.com/mailboxSettings`. */
  readonly path: string;
  /** JSON text. */
  readonly body?: string | undefined;
}

/** Sends requests to Graph with the access token. */
export class GraphClient {
  readonly #url: string;
  readonly #client: AuthorizedClient;
  readonly #tokens: TokenProvider;

  constructor({ graphUrl, ...options }: GraphClientOptions) {
    this.#url = graphUrl.replace(/\/$/, '');
    this.#client = new AuthorizedClient(options);
    this.#tokens = options.tokens;
  }

  /** POSTs JSON to a path such as `/v1.0/$batch`. Rejects as `AuthorizedClient.send` does. */
  post(path: string, body: string): Promise<GraphResponse> {
    return this.send({ method: 'POST', path, body });
  }

  /** GETs a path such as `/v1.0/users`. Rejects as `AuthorizedClient.send` does. */
  get(path: string): Promise<GraphResponse> {
    return this.send({ method: 'GET', path });
  }

  /** Sends a request with or without JSON. Rejects as `AuthorizedClient.send` does. */
  async send({ path, body, ...request }: GraphRequest): Promise<GraphResponse> {
    const response = await this.#client.send({
      ...request,
      url: this.#url + path,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    });
    const { status, headers, body: sent, clientRequestId, token } = response;
    return {
      status,
      headers,
      text: this.#client.redact(Buffer.from(sent)),
      clientRequestId,
      renewToken: async () => {
        await this.#tokens.renew(token);
      },
    };
  }
}
