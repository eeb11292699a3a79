import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateWarnings, daysLeft, type ClientCertificate } from '../../src/auth/certificate.ts';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { newCredential } from '../support/credential.ts';

const DAY = 86_400_000;

describe('the days of a certificate', () => {
  let certificate: ClientCertificate;
  let end: number;
  beforeAll(async () => {
    const { pfx, password } = await newCredential();
    certificate = readPkcs12(pfx, password, new Date());
    end = certificate.notAfter.getTime();
  });

  test.each([
    [30 * DAY, 30],
    [30 * DAY - 1, 29],
    [DAY, 1],
    [1, 0],
    [-1, -1],
  ])('that are left %i ms before its end are %i', (before, days) => {
    expect(daysLeft(certificate, end - before)).toBe(days);
  });

  test('give a warning with date and thumbprint from the thirtieth day on', () => {
    expect(certificateWarnings(certificate, end - 31 * DAY)).toEqual([]);
    const [warning] = certificateWarnings(certificate, end - 30.5 * DAY);
    expect(warning).toContain(`expires on ${new Date(end).toISOString().slice(0, 10)}, in 30 days`);
    expect(warning).toContain(certificate.thumbprint);
    expect(certificateWarnings(certificate, end - 1.5 * DAY)[0]).toContain('in 1 day (');
  });

  test('of a certificate for a short time give a warning in its last third alone', async () => {
    const { pfx, password } = await newCredential(0.5, 30);
    const short = readPkcs12(pfx, password, new Date());
    const last = short.notAfter.getTime();
    expect(certificateWarnings(short, last - 12 * DAY)).toEqual([]);
    expect(certificateWarnings(short, last - 9 * DAY)).toHaveLength(1);
  });
});
