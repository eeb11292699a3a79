import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeCertificate } from '../../../../src/cli/commands/certificate/certificate.ts';
import { newCertificate } from '../../../../src/cli/commands/certificate/new-certificate.ts';
import { readPkcs12 } from '../../../../src/auth/pfx/read.ts';
import { describeWithOpenssl } from '../../../support/platform.ts';
import { quietTerminal } from '../../quiet-terminal.ts';
import { newFolder } from '../../../support/new-folder.ts';

const home = newFolder();

const HOUR = 3_600_000;
const times = { notBefore: new Date(Date.now() - HOUR), notAfter: new Date(Date.now() + HOUR) };

function openssl(args: readonly string[], input: string | Buffer): string {
  return execFileSync('openssl', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
}

/** The common names of subject and issuer as openssl shows them, with the names of their types. */
function shownNames(certificate: string): string[] {
  const options = ['-noout', '-subject', '-issuer', '-nameopt', 'RFC2253,-esc_msb,utf8,show_type'];
  return openssl(['x509', ...options], certificate)
    .trim()
    .split(/\r?\n/);
}

describeWithOpenssl('the common name', () => {
  test.each(['Mailbox Report', 'Réport *_&', 'Отчёт о почте', '郵便箱の報告', 'mail 📬'])(
    'is UTF-8 in subject and issuer: %s',
    async (commonName) => {
      const { certificate } = await newCertificate({ commonName, ...times });
      const [subject = '', issuer = ''] = shownNames(certificate);
      expect(subject).toMatch(/^subject=CN=UTF8STRING:/);
      expect(issuer).toMatch(/^issuer=CN=UTF8STRING:/);
      expect(subject.slice('subject=CN=UTF8STRING:'.length)).toBe(commonName);
      expect(issuer.slice('issuer=CN=UTF8STRING:'.length)).toBe(commonName);
      expect(openssl(['asn1parse'], certificate)).not.toContain('PRINTABLESTRING');
    },
  );

  test('of an authority is identical in the certificates that it signs', async () => {
    const authority = await newCertificate({ commonName: 'Корень 根', authority: true, ...times });
    const signed = await newCertificate({ commonName: 'лист', issuer: authority, ...times });
    expect(new X509Certificate(signed.certificate).checkIssued(new X509Certificate(authority.certificate))).toBe(true);
    const root = path.join(home, 'root.pem');
    writeFileSync(root, authority.certificate);
    expect(openssl(['verify', '-CAfile', root], signed.certificate)).toContain('OK');
  });
});

describeWithOpenssl('a certificate with a name in another script', () => {
  test.each([
    ['Отчёт', 'mailbox-report'],
    ['報告 2027', '2027'],
    ['📬 Réport', 'report'],
  ])('%s: has files named %s, and openssl opens its PFX', async (name, stem) => {
    const directory = mkdtempSync(path.join(home, 'named-'));
    await makeCertificate({ name, bits: 2048, days: 1, directory, passwordFile: true, json: false }, quietTerminal());
    expect(readdirSync(directory).sort()[0]).toBe(`${stem}.cer`);
    const pfx = readFileSync(path.join(directory, `${stem}.pfx`));
    const password = readFileSync(path.join(directory, `${stem}.password.txt`), 'utf8');
    expect(readPkcs12(pfx, password, new Date()).certificate.subject).toBe(`CN=${name}`);
    const pem = openssl(
      ['pkcs12', '-in', path.join(directory, `${stem}.pfx`), '-passin', 'stdin', '-nodes', '-nokeys'],
      password,
    );
    expect(new X509Certificate(pem.slice(pem.indexOf('-----BEGIN'))).subject).toBe(`CN=${name}`);
  });
});

describe('the name of a certificate', () => {
  test.each(['', ' ', '***', 'a\u0000b', 'half \ud83d', 'x'.repeat(65)])('is rejected: %j', async (name) => {
    const making = makeCertificate(
      { name, bits: 2048, days: 1, directory: home, passwordFile: true, json: false },
      quietTerminal(),
    );
    await expect(making).rejects.toMatchObject({ code: 'NAME_INVALID' });
  });
});
