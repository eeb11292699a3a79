import { printable, withoutEcho } from './redact.ts';
import { UserError, type ErrorCode } from '../errors.ts';
import { type EntraContext, explanations } from './entra-explanations.ts';
import { isRecord } from '../json.ts';

export type { EntraContext } from './entra-explanations.ts';

/** What Entra says when it issues no token, checked: RFC 6749, section 5.2, and Entra's own members. */
export interface EntraErrorBody {
  /** OAuth's word, such as `invalid_client`. */
  readonly error: string;
  /** The number behind `AADSTS`; undefined where the answer has none. */
  readonly code: number | undefined;
  /** The first line of the description, without its code. Hostile text until escaped, but of one line. */
  readonly text: string;
  readonly traceId: string | undefined;
  readonly correlationId: string | undefined;
  readonly timestamp: string | undefined;
}

/** Undefined where the parsed JSON is not an OAuth error. What it echoes of `assertion`, which was sent, is left out. */
export function parseEntraError(json: unknown, assertion = ''): EntraErrorBody | undefined {
  if (!isRecord(json) || typeof json.error !== 'string' || json.error === '') return undefined;
  const said = (text: string): string => withoutEcho(text, assertion);
  const description = typeof json.error_description === 'string' ? json.error_description : '';
  const codes: readonly unknown[] = Array.isArray(json.error_codes) ? json.error_codes : [];
  const written = /AADSTS(\d{1,10})/.exec(description)?.[1];
  const code = codes.find((entry) => typeof entry === 'number' && Number.isSafeInteger(entry)) ?? written;
  // Where the members are missing, the description carries them on lines of their own.
  const member = (name: string, label: string): string | undefined => {
    const value = json[name] ?? new RegExp(`^${label}: ([^\\r\\n]{1,64})`, 'm').exec(description)?.[1];
    return typeof value === 'string' ? said(value.replace(/[^\w :.-]/g, '')).slice(0, 64) : undefined;
  };
  return {
    error: said(json.error.replace(/[^\w.-]/g, '')).slice(0, 64),
    code: code === undefined ? undefined : Number(code),
    text: firstLine(said(description)),
    traceId: member('trace_id', 'Trace ID'),
    correlationId: member('correlation_id', 'Correlation ID'),
    timestamp: member('timestamp', 'Timestamp'),
  };
}

/**
 * Entra's refusal in the terms of this action: which input, portal page or command mends it. Its code is `AADSTS` and
 * the number; its message ends with Entra's identifiers on a line of their own, which Microsoft's support asks for. A
 * code that is not known here gives Entra's own first line.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function entraError(body: EntraErrorBody, context: EntraContext): UserError {
  const code: ErrorCode = body.code === undefined ? `ENTRA_${body.error.toUpperCase()}` : `AADSTS${body.code}`;
  const explanation = body.code === undefined ? undefined : explanations[body.code]?.(context, body.text);
  const { message, hint } = explanation ?? {
    message: `Entra ID issues no token (${body.error}): ${body.text === '' ? 'it gives no reason.' : body.text}`,
    hint:
      body.code === undefined
        ? 'Check "tenant-id", "client-id" and "cloud".'
        : `Look the code up: https://login.microsoftonline.com/error?code=${body.code}`,
  };
  return new UserError(code, [`${code}: ${message}`, ...identifiers(body)].join('\n'), { hint });
}

/**
 * What the answer itself says of asking again, whatever its status: `soon` for too many requests and an outage, `spreading`
 * for a federated credential that has yet to reach all servers, `never` for a loop, which each request prolongs.
 */
export function asksAgain(body: EntraErrorBody): 'soon' | 'spreading' | 'never' | undefined {
  if (body.code === 50196) return 'never';
  if (body.code === 70021) return 'spreading';
  if (body.error === 'temporarily_unavailable' || body.code === 90033 || body.code === 90055) return 'soon';
  return undefined;
}

function identifiers(body: EntraErrorBody): string[] {
  const parts = [
    ['Trace ID', body.traceId],
    ['Correlation ID', body.correlationId],
    ['Timestamp', body.timestamp],
  ].flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  return parts.length === 0 ? [] : [parts.join(', ')];
}

function firstLine(description: string): string {
  // Entra ends its sentence with a line break, or runs the identifiers on behind a blank.
  const line = description.split(/\r?\n| Trace ID: /, 1)[0] ?? '';
  return printable(line.replace(/^AADSTS\d+: */, ''))
    .trim()
    .slice(0, 400);
}
