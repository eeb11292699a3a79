import { describeError, UserError } from '../errors.ts';
import { excerpt, printable } from './redact.ts';
import { ProxyError } from '../http/proxy.ts';
import type { HttpResponse } from './retry.ts';
import { inputName } from '../text/audience.ts';

/** Node's codes for a certificate chain without a trusted root: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_ROOT = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const INVALID_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

const PRIVATE_ROOT =
  'If a proxy inspects TLS or the certificate is from a private authority, set NODE_EXTRA_CA_CERTS on this machine to the ' +
  'PEM file of the root certificate.';

interface Diagnosis {
  readonly problem: string;
  readonly hint: string;
  /** True if another attempt may succeed. */
  readonly isTransient: boolean;
}

/**
 * The error ENTRA_UNREACHABLE for a request without a response (DNS, connection, TLS, timeout). `isTransient` is true if
 * another attempt may succeed, as it cannot with an untrusted certificate.
 */
export function unreachable(endpoint: string, cause: unknown): { error: UserError; isTransient: boolean } {
  const proxy = proxyErrorIn(cause);
  const { problem, hint, isTransient } = proxy === undefined ? ofServer(endpoint, cause) : ofProxy(endpoint, proxy);
  const reason = proxy?.status === undefined ? describeError(proxy?.cause ?? cause) : `HTTP ${proxy.status}`;
  const message = `No token: ${problem} (${printable(reason)}).`;
  return { error: new UserError('ENTRA_UNREACHABLE', message, { hint, cause }), isTransient };
}

function ofProxy(endpoint: string, { host, status, cause }: ProxyError): Diagnosis {
  const to = new URL(endpoint).host;
  const bypass = `To connect to ${to} without the proxy, add it to NO_PROXY.`;
  if (status === 407) {
    return {
      problem: `the proxy ${host} rejects the credentials`,
      hint:
        'Set HTTPS_PROXY on this machine to http://user:password@host:port, with special characters percent-encoded. Only ' +
        `Basic authentication is supported. ${bypass}`,
      isTransient: false,
    };
  }
  if (status !== undefined) {
    return {
      problem: `the proxy ${host} refuses a connection to ${to}`,
      hint: `Let the proxy in HTTPS_PROXY allow CONNECT to ${to} and to Microsoft Graph. ${bypass}`,
      isTransient: status >= 500,
    };
  }
  const untrusted = isTlsError(errorCode(cause));
  return {
    problem: untrusted
      ? `the TLS certificate that the proxy ${host} presents is not trusted`
      : `the proxy ${host} cannot be reached`,
    hint: `Check HTTPS_PROXY on this machine, and whether the proxy runs. ${untrusted ? PRIVATE_ROOT : bypass}`,
    isTransient: !untrusted,
  };
}

function ofServer(endpoint: string, cause: unknown): Diagnosis {
  const { host, hostname } = new URL(endpoint);
  const code = errorCode(cause);
  if (isTlsError(code)) return { ...ofTls(host, code), isTransient: false };
  const network = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY).';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      problem: `the name ${hostname} was not found`,
      hint: `Check "authority=" in ${inputName('endpoints')} (and ${inputName('cloud')}) and the DNS of this machine. ${network}`,
      isTransient: true,
    };
  }
  return {
    problem: `cannot connect to ${host}`,
    hint: `Check that this machine can reach ${host}, and "authority=" in ${inputName('endpoints')} if it is set. ${network}`,
    isTransient: true,
  };
}

function ofTls(host: string, code: string): Omit<Diagnosis, 'isTransient'> {
  const override = `check "authority=" in ${inputName('endpoints')} if it is set.`;
  if (INVALID_DATES.has(code)) {
    return {
      problem: `the TLS certificate of ${host} is not valid today`,
      hint: `Check the clock of this machine and, if a proxy inspects TLS, the proxy's certificate; ${override}`,
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      problem: `the TLS certificate of ${host} is not trusted: it belongs to another host`,
      hint: `Another server responds, such as a proxy or a gateway; ${override}`,
    };
  }
  if (UNKNOWN_ROOT.has(code)) {
    return {
      problem: `the root of the TLS certificate of ${host} is not trusted`,
      hint: `${PRIVATE_ROOT} Otherwise ${override}`,
    };
  }
  return {
    problem: `the TLS connection to ${host} failed`,
    hint: `Check the proxy (HTTPS_PROXY) or gateway between this machine and ${host}; ${override}`,
  };
}

/** The error NOT_ENTRA for a response of another server, such as a gateway or a captive portal. */
export function notEntra(
  endpoint: string,
  response: Pick<HttpResponse, 'status' | 'contentType' | 'location' | 'text'>,
): UserError {
  const page = excerpt(response.text);
  const to = response.location === '' ? '' : ` to ${withoutQuery(response.location)}`;
  const type = response.contentType === '' ? 'no content type' : printable(response.contentType).slice(0, 100);
  return new UserError(
    'NOT_ENTRA',
    `No token: ${endpoint} responded ${response.status}${to} (${type}), which is not a response of Entra ID` +
      (page === '' ? '.' : `: ${page}`),
    {
      hint:
        `A proxy, a gateway or a sign-in page of the network responded instead of Entra ID. Check "authority=" in ${inputName('endpoints')}, ` +
        'HTTPS_PROXY and NO_PROXY.',
    },
  );
}

function isTlsError(code: string): boolean {
  return UNKNOWN_ROOT.has(code) || INVALID_DATES.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
}

/** '' if there is none. */
function errorCode(thrown: unknown): string {
  for (const error of causesOf(thrown)) {
    if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('UND_ERR_SOCKET')) {
      return error.code;
    }
  }
  return '';
}

function proxyErrorIn(thrown: unknown): ProxyError | undefined {
  for (const error of causesOf(thrown)) if (error instanceof ProxyError) return error;
  return undefined;
}

function* causesOf(thrown: unknown): Generator<Error> {
  let cause = thrown;
  while (cause instanceof Error) {
    yield cause;
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
}

function withoutQuery(location: string): string {
  return printable(location.replace(/[?#].*$/s, '')).slice(0, 200);
}
