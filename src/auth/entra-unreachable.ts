import { describeError, UserError } from '../errors.ts';
import { excerpt, printable } from './redact.ts';
import { ProxyError } from '../http/proxy.ts';

/** What came back where Entra's JSON was expected. */
export interface ForeignAnswer {
  readonly status: number;
  /** '' where there is none. */
  readonly contentType: string;
  readonly location: string;
  readonly text: string;
}

/** Node's names for a chain that ends in no root that it knows: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_ROOT = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

const PRIVATE_ROOT =
  'Where a proxy inspects TLS or the certificate is of a private authority, set NODE_EXTRA_CA_CERTS on the runner to ' +
  'the PEM file of its root certificate.';

/** What is wrong, what mends it, and whether another attempt may fare better. */
interface Diagnosis {
  readonly what: string;
  readonly hint: string;
  readonly transient: boolean;
}

/**
 * The error for a request that got no answer (DNS, connection, TLS, time-out): code `ENTRA_UNREACHABLE`. `transient`
 * says whether another attempt may fare better, which a certificate that is not trusted will not.
 */
export function unreachable(endpoint: string, cause: unknown): { error: UserError; transient: boolean } {
  const proxy = proxyErrorIn(cause);
  const { what, hint, transient } = proxy === undefined ? ofServer(endpoint, cause) : ofProxy(endpoint, proxy);
  const why = proxy?.status === undefined ? describeError(proxy?.cause ?? cause) : `HTTP ${proxy.status}`;
  const message = `No token: ${what} (${printable(why)}).`;
  return { error: new UserError('ENTRA_UNREACHABLE', message, { hint, cause }), transient };
}

/** What to do about a proxy that does not let through to the sign-in. */
function ofProxy(endpoint: string, { host, status, cause }: ProxyError): Diagnosis {
  const to = new URL(endpoint).host;
  const past = `Where ${to} is to be reached past it, add that to NO_PROXY.`;
  if (status === 407) {
    return {
      what: `the proxy ${host} wants other credentials`,
      hint:
        'Put user name and password into HTTPS_PROXY on the runner, http://user:password@host:port, with special ' +
        `characters percent-encoded; of the ways to authenticate, Basic is supported. ${past}`,
      transient: false,
    };
  }
  if (status !== undefined) {
    return {
      what: `the proxy ${host} refuses a connection to ${to}`,
      hint: `Have the proxy that HTTPS_PROXY names allow CONNECT to ${to}, and to Microsoft Graph. ${past}`,
      transient: status >= 500,
    };
  }
  const untrusted = isTlsFault(errorCode(cause));
  return {
    what: untrusted
      ? `the TLS certificate that the proxy ${host} presents is not trusted`
      : `the proxy ${host} cannot be reached`,
    hint: `Check HTTPS_PROXY on the runner, which names it, and whether it runs. ${untrusted ? PRIVATE_ROOT : past}`,
    transient: !untrusted,
  };
}

function ofServer(endpoint: string, cause: unknown): Diagnosis {
  const { host, hostname } = new URL(endpoint);
  const code = errorCode(cause);
  const override = 'check "authority-host" where that input is set.';
  if (code !== undefined && OUT_OF_TIME.has(code)) {
    return {
      what: `the TLS certificate that ${host} presents is not trusted today`,
      hint: `Check the clock of the runner and, where a proxy inspects TLS, the proxy's certificate; ${override}`,
      transient: false,
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      what: `the TLS certificate that ${host} presents is not trusted: it is another host's`,
      hint: `Something else answers in its place, such as a proxy or a gateway; ${override}`,
      transient: false,
    };
  }
  if (code !== undefined && UNKNOWN_ROOT.has(code)) {
    return {
      what: `the root of the TLS certificate that ${host} presents is not trusted`,
      hint: `${PRIVATE_ROOT} Otherwise ${override}`,
      transient: false,
    };
  }
  if (isTlsFault(code)) {
    return {
      what: `there is no TLS connection to ${host}`,
      hint: `Check what stands between, such as a proxy (HTTPS_PROXY); ${override}`,
      transient: false,
    };
  }
  const network = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY).';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      what: `the name ${hostname} was not found`,
      hint: `Check "authority-host" (and "cloud") and the runner's DNS. ${network}`,
      transient: true,
    };
  }
  return {
    what: `there is no connection to ${host}`,
    hint: `Check that the runner may reach ${host}, and "authority-host" where that input is set. ${network}`,
    transient: true,
  };
}

/** The error for an answer that is not Entra's, such as the page of a gateway or a captive portal: code `NOT_ENTRA`. */
export function notEntra(endpoint: string, answer: ForeignAnswer): UserError {
  const said = excerpt(answer.text);
  const to = answer.location === '' ? '' : ` to ${withoutQuery(answer.location)}`;
  const type = answer.contentType === '' ? 'no content type' : printable(answer.contentType).slice(0, 100);
  return new UserError(
    'NOT_ENTRA',
    `No token: ${endpoint} answered ${answer.status}${to} (${type}), which is not an answer of Entra ID` +
      (said === '' ? '.' : `: ${said}`),
    {
      hint:
        'Something between the runner and Entra ID answered, such as a proxy, a gateway or a sign-in page of the ' +
        'network. Check "authority-host", HTTPS_PROXY and NO_PROXY.',
    },
  );
}

function isTlsFault(code: string | undefined): boolean {
  if (code === undefined) return false;
  return UNKNOWN_ROOT.has(code) || OUT_OF_TIME.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
}

function errorCode(thrown: unknown): string | undefined {
  for (const error of causesOf(thrown)) {
    if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('UND_ERR_SOCKET')) {
      return error.code;
    }
  }
  return undefined;
}

function proxyErrorIn(thrown: unknown): ProxyError | undefined {
  for (const error of causesOf(thrown)) if (error instanceof ProxyError) return error;
  return undefined;
}

function* causesOf(thrown: unknown): Generator<Error> {
  for (let at = thrown; at instanceof Error; at = at instanceof AggregateError ? at.errors[0] : at.cause) yield at;
}

function withoutQuery(location: string): string {
  return printable(location.replace(/[?#].*$/s, '')).slice(0, 200);
}
