import { randomUUID } from 'node:crypto';

/** An error of Entra's token endpoint. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export interface EntraError {
  /** RFC 6749, section 5.2. */
  readonly error: string;
  /** The number behind AADSTS. */
  readonly code: number;
  readonly text: string;
  readonly status: number;
  /** JSON that a conditional access policy demands. */
  readonly claims?: string;
}

export function entraError(error: string, code: number, text: string, status?: number): EntraError {
  return { error, code, text, status: status ?? (error === 'invalid_client' ? 401 : 400) };
}

/** The body that Entra answers an error with. `now` in epoch ms. */
export function entraErrorBody({ error, code, text, claims }: EntraError, now: number, authorityHost: string): string {
  const trace = randomUUID();
  const correlation = randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return JSON.stringify({
    error,
    error_description: `AADSTS${code}: ${text}\r\nTrace ID: ${trace}\r\nCorrelation ID: ${correlation}\r\nTimestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `${authorityHost}/error?code=${code}`,
    ...(claims === undefined ? {} : { suberror: 'message_only', claims }),
  });
}
