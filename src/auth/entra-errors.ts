import { type ErrorCode, UserError } from '../errors.ts';
import { isRecord } from '../json.ts';
import { type EntraContext, type Explanation, explanations } from './entra-explanations.ts';
import { printable } from './redact.ts';
import type { Failure } from './retry.ts';
import { inputName } from '../text/audience.ts';

/** An error response of Entra's token endpoint: RFC 6749, section 5.2, and Entra's own members. */
interface EntraErrorBody {
  /** OAuth's code, such as `invalid_client`. */
  readonly error: string;
  /** The number after `AADSTS`; undefined if the response has none. */
  readonly code: number | undefined;
  /** The first line of the description, without its code. Hostile text until escaped, but on one line. */
  readonly text: string;
  readonly traceId: string | undefined;
  readonly correlationId: string | undefined;
  readonly timestamp: string | undefined;
}

/** Undefined if the JSON is not an OAuth error. Secrets must be redacted in it already. */
export function parseEntraError(json: unknown): EntraErrorBody | undefined {
  if (!isRecord(json) || typeof json.error !== 'string' || json.error === '') return undefined;
  const description = typeof json.error_description === 'string' ? json.error_description : '';
  const codes: readonly unknown[] = Array.isArray(json.error_codes) ? json.error_codes : [];
  const inText = /AADSTS(\d{1,10})/.exec(description)?.[1];
  const code = codes.find((entry) => typeof entry === 'number' && Number.isSafeInteger(entry)) ?? inText;
  // If the members are missing, the description has the identifiers on lines of their own.
  const member = (name: string, label: string): string | undefined => {
    const value = json[name] ?? new RegExp(`^${label}: ([^\\r\\n]{1,64})`, 'm').exec(description)?.[1];
    return typeof value === 'string' ? value.replace(/[^\w :.*-]/g, '').slice(0, 64) : undefined;
  };
  return {
    error: json.error.replace(/[^\w.*-]/g, '').slice(0, 64),
    code: code === undefined ? undefined : Number(code),
    text: firstLine(description),
    traceId: member('trace_id', 'Trace ID'),
    correlationId: member('correlation_id', 'Correlation ID'),
    timestamp: member('timestamp', 'Timestamp'),
  };
}

/**
 * An error of Entra that names the input, portal page or command that fixes it. Its code is `AADSTS` and the number. The
 * last line of its message has Entra's identifiers, which Microsoft's support asks for. The message of an unknown code is
 * Entra's own first line.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function entraError(body: EntraErrorBody, context: EntraContext): UserError {
  const code: ErrorCode = body.code === undefined ? `ENTRA_${body.error.toUpperCase()}` : `AADSTS${body.code}`;
  const explanation = body.code === undefined ? undefined : explanations[body.code]?.(context, body.text);
  const { message, hint, copy }: Explanation = explanation ?? {
    message: `Entra ID issued no token (${body.error}): ${body.text === '' ? 'it gave no reason.' : body.text}`,
    hint:
      body.code === undefined
        ? `Check ${inputName('tenant-id')}, ${inputName('client-id')} and ${inputName('cloud')}.`
        : `Look up the code: https://login.microsoftonline.com/error?code=${body.code}`,
  };
  return new UserError(code, [`${code}: ${message}`, ...identifiers(body)].join('\n'), { hint, copy });
}

/** When to retry after an error, if that does not depend on the HTTP status. */
export function retryOf(body: EntraErrorBody): Failure['retry'] | undefined {
  // A request loop: each further request prolongs the block.
  if (body.code === 50196) return 'never';
  // A new federated credential has not reached all servers.
  if (body.code === 70021) return 'replicating';
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
  // A line break or a space precedes the identifiers.
  const line = description.split(/\r?\n| Trace ID: /, 1)[0] ?? '';
  return printable(line.replace(/^AADSTS\d+: */, ''))
    .trim()
    .slice(0, 400);
}
