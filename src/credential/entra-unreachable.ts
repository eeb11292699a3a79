import { describeError, UserError } from '../failure.ts';

/** What came back where Entra's JSON was expected. */
export interface ForeignAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly location: string | undefined;
  readonly text: string;
}

const UNTRUSTED = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * The error for a request that got no answer (DNS, connection, TLS, time-out): code `ENTRA_UNREACHABLE`. `transient`
 * says whether another attempt may fare better, which a certificate that is not trusted will not.
 */
export function unreachable(endpoint: string, cause: unknown): { error: UserError; transient: boolean } {
  const { host, hostname } = new URL(endpoint);
  const code = errorCode(cause);
  const error = (what: string, hint: string): UserError =>
    new UserError('ENTRA_UNREACHABLE', `No token: ${what} (${printable(describeError(cause))}).`, { hint, cause });
  if (code !== undefined && (UNTRUSTED.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))) {
    return {
      error: error(
        `the TLS certificate that ${host} presents is not trusted`,
        'Where a proxy inspects TLS, set NODE_EXTRA_CA_CERTS on the runner to the PEM file of its root certificate; ' +
          'check "authority-host" where that input is set.',
      ),
      transient: false,
    };
  }
  const network = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY).';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      error: error(
        `the name ${hostname} was not found`,
        `Check "authority-host" (and "cloud") and the runner's DNS. ${network}`,
      ),
      transient: true,
    };
  }
  return {
    error: error(
      `there is no connection to ${host}`,
      `Check that the runner may reach ${host}, and "authority-host" where that input is set. ${network}`,
    ),
    transient: true,
  };
}

/** The error for an answer that is not Entra's, such as the page of a gateway or a captive portal: code `NOT_ENTRA`. */
export function notEntra(endpoint: string, answer: ForeignAnswer): UserError {
  const said = answer.text.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  const excerpt = printable(said.replace(/\s+/g, ' ').trim()).slice(0, 160);
  const to = answer.location === undefined ? '' : ` to ${withoutQuery(answer.location)}`;
  const type = answer.contentType === undefined ? 'no content type' : printable(answer.contentType);
  return new UserError(
    'NOT_ENTRA',
    `No token: ${endpoint} answered ${answer.status}${to} (${type}), which is not an answer of Entra ID` +
      (excerpt === '' ? '.' : `: ${excerpt}`),
    {
      hint:
        'Something between the runner and Entra ID answered, such as a proxy, a gateway or a sign-in page of the ' +
        'network. Check "authority-host", HTTPS_PROXY and NO_PROXY.',
    },
  );
}

function errorCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at instanceof AggregateError ? at.errors[0] : at.cause) {
    if ('code' in at && typeof at.code === 'string' && !at.code.startsWith('UND_ERR_SOCKET')) return at.code;
  }
  return undefined;
}

function withoutQuery(location: string): string {
  return printable(location.replace(/[?#].*$/s, '')).slice(0, 200);
}

function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
