import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { listening } from '../support/listening.ts';

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly form: URLSearchParams;
}

export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

export interface TokenEndpoint {
  readonly origin: string;
  readonly requests: readonly ReceivedRequest[];
  /** The next responses. The last one is repeated. */
  answer(...answers: Answer[]): void;
  close(): Promise<void>;
}

/** A token endpoint on loopback with scripted responses, which records the requests. */
export async function tokenEndpoint(): Promise<TokenEndpoint> {
  const requests: ReceivedRequest[] = [];
  let script: Answer[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const received: ReceivedRequest = {
        method: request.method,
        url: request.url,
        headers: request.headers,
        form: new URLSearchParams(body),
      };
      requests.push(received);
      const answer = script.length > 1 ? script.shift() : script[0];
      if (answer === undefined) response.writeHead(500).end();
      else answer(response, received);
    });
  });
  const { origin, close } = await listening(server);
  return {
    origin,
    close,
    requests,
    answer: (...answers) => {
      script = answers;
    },
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** An unsigned token with claims. Only Graph verifies signatures. */
export function jwt(claims: unknown): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.c2ln`;
}

export function granted(accessToken: string, seconds: number | string = 3599): Answer {
  return json(200, { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: accessToken });
}

/** An error body as Entra writes it. */
export function refusal(code: number, error = 'invalid_client', text = 'Something.'): Record<string, unknown> {
  const trace = '11111111-aaaa-bbbb-cccc-000000000000';
  const correlation = '22222222-aaaa-bbbb-cccc-000000000000';
  const timestamp = '2026-11-24 12:00:00Z';
  return {
    error,
    error_description: `AADSTS${code}: ${text}\r\nTrace ID: ${trace}\r\nCorrelation ID: ${correlation}\r\nTimestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
  };
}
