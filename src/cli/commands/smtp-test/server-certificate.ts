import type { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type TLSSocket } from 'node:tls';
import { daysLeft, RENEWAL_DAYS, validityOf } from '../../../auth/certificate.ts';
import { describeError, type ErrorCode } from '../../../errors.ts';
import { visibleLine } from '../../../text/display.ts';
import { counted, someNames, type EpochMs } from '../../../text/numbers.ts';

/** The certificate of a server and its connection. Texts are untrusted. */
export interface ServerCertificate {
  readonly protocol: string;
  readonly cipher: string;
  readonly subject: string;
  readonly issuer: string;
  /** Host names and addresses, as `DNS:*.office365.com`. */
  readonly names: readonly string[];
  /** ISO dates; undefined if the certificate has no valid ones. */
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
  readonly daysLeft: number | undefined;
  /** The subjects of the certificates that the server sent, then the issuer of the last. */
  readonly chain: readonly string[];
  readonly sha256: string;
  readonly namesHost: boolean;
  /** Why it is not trusted, as OpenSSL or Node.js names the reason; undefined if it is trusted and names the host. */
  readonly problem: string | undefined;
}

const MAX_CHAIN = 10;
const MAX_NAMES = 1_000;

/** The certificate of a connection, whether trusted or not. */
export function serverCertificate(socket: TLSSocket, host: string, now: EpochMs): ServerCertificate {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) throw new TypeError('the server has no certificate');
  const validity = validityOf(certificate);
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names: (certificate.subjectAltName ?? '')
      .split(/, (?=(?:DNS|IP Address|URI|email|DirName|Registered ID|othername):)/)
      .filter((name) => name !== '')
      .slice(0, MAX_NAMES),
    validFrom: validity?.notBefore.toISOString(),
    validTo: validity?.notAfter.toISOString(),
    daysLeft: validity && daysLeft(validity, now),
    chain: chainOf(certificate),
    sha256: certificate.fingerprint256.replaceAll(':', ''),
    namesHost: checkServerIdentity(host, certificate.toLegacyObject()) === undefined,
    problem: socket.authorized ? undefined : describeError(socket.authorizationError),
  };
}

interface CertificateFinding {
  readonly outcome: 'ok' | 'warning' | 'failed';
  readonly code?: ErrorCode;
  readonly message: string;
  readonly hint?: string;
  readonly certificate: ServerCertificate;
}

/** The finding about a certificate. One that expires within 30 days is a warning, one that is not trusted a failure. */
export function certificateFinding(certificate: ServerCertificate, host: string): CertificateFinding {
  const { problem, daysLeft: remainingDays, namesHost } = certificate;
  const message = certificateText(certificate);
  if (problem !== undefined || !namesHost) {
    const { what, hint } = explanationOf(problem ?? NAME_DIFFERS, host);
    return {
      outcome: 'failed',
      code: 'SMTP_CERTIFICATE',
      certificate,
      hint,
      message: `${what} Nothing was sent to the server.\n${message}`,
    };
  }
  if (remainingDays === undefined || remainingDays > RENEWAL_DAYS) return { outcome: 'ok', certificate, message };
  const hint = 'Renew the certificate of the server. Exchange Online renews its own.';
  return {
    outcome: 'warning',
    certificate,
    hint,
    message: `The certificate expires in ${counted(remainingDays, 'day', 'days')}.\n${message}`,
  };
}

function certificateText(certificate: ServerCertificate): string {
  const {
    protocol,
    cipher,
    subject,
    issuer,
    names,
    validFrom,
    validTo,
    daysLeft: remainingDays,
    chain,
    namesHost,
  } = certificate;
  const [from, to] = [validFrom, validTo].map((date) => date?.slice(0, 10) ?? 'unknown');
  const days = remainingDays === undefined ? '' : `, ${counted(remainingDays, 'day', 'days')} left`;
  return [
    `Protocol: ${protocol}, ${cipher}`,
    `Subject:  ${visibleLine(subject)}`,
    `Issuer:   ${visibleLine(issuer)}`,
    `Names:    ${names.length === 0 ? 'none' : someNames(names, visibleLine)}${namesHost ? '' : ' (not the host)'}`,
    `Valid:    ${from} to ${to}${days}`,
    `Chain:    ${chain.map(visibleLine).join(' < ')}`,
  ].join('\n');
}

const NAME_DIFFERS = 'ERR_TLS_CERT_ALTNAME_INVALID';

/** https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error, without the prefix `X509_V_ERR_`. */
function explanationOf(problem: string, host: string): { readonly what: string; readonly hint: string } {
  switch (problem) {
    case NAME_DIFFERS:
      return {
        what: `The certificate is not for ${host}.`,
        hint: 'Set --host to a name of the certificate that is a name of your server, or correct DNS, which may point elsewhere.',
      };
    case 'CERT_HAS_EXPIRED':
      return { what: 'A certificate of the chain has expired.', hint: 'Renew the certificate of the server.' };
    case 'CERT_NOT_YET_VALID':
      return {
        what: 'The certificate is not valid yet.',
        hint: 'Check the clock of this computer, and the certificate.',
      };
    default:
      return {
        what: `The certificate is not trusted (${visibleLine(problem)}).`,
        hint:
          'If a proxy inspects TLS or the server has a private authority, set NODE_EXTRA_CA_CERTS to the PEM file of its root ' +
          'certificate. Otherwise the server lacks an intermediate certificate, or is not the one that you expect.',
      };
  }
}

/** A name on one line, the most specific part first. */
function nameOf(name: string): string {
  return name.split('\n').reverse().join(', ');
}

function chainOf(certificate: X509Certificate): string[] {
  const names: string[] = [];
  let last = certificate;
  for (let index = 0; index < MAX_CHAIN; index++) {
    names.push(shortName(last.subject));
    const { issuerCertificate: next } = last;
    if (next === undefined || next.fingerprint256 === last.fingerprint256) break;
    last = next;
  }
  return last.issuer === last.subject ? names : [...names, shortName(last.issuer)];
}

/** The common name, else the whole name. */
function shortName(name: string): string {
  return /^CN=(.*)$/m.exec(name)?.[1] ?? nameOf(name);
}
