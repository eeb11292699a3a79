import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ClientCertificate } from '../../src/credential/certificate.ts';
import { readPfx } from '../../src/credential/pfx.ts';
import { certificateWarnings, daysLeft, roleWarning } from '../../src/credential/sign-in.ts';
import { newCredential } from '../support/credential.ts';

const DAY = 86_400_000;

describe('the days of a certificate', () => {
  let certificate: ClientCertificate;
  let end: number;
  beforeAll(async () => {
    const { pfx, password } = await newCredential();
    certificate = readPfx(pfx, password, new Date());
    end = certificate.notAfter.getTime();
  });

  test.each([
    [30 * DAY, 30],
    [30 * DAY - 1, 29],
    [DAY, 1],
    [1, 0],
    [-1, -1],
  ])('%i ms before its end %i are left', (before, days) => {
    expect(daysLeft(certificate, end - before)).toBe(days);
  });

  test('are warned of from the thirtieth on, with date and thumbprint', () => {
    expect(certificateWarnings(certificate, end - 31 * DAY)).toEqual([]);
    const [warning] = certificateWarnings(certificate, end - 30.5 * DAY);
    expect(warning).toContain(`ends on ${new Date(end).toISOString().slice(0, 10)}, in 30 days`);
    expect(warning).toContain(certificate.thumbprint);
    expect(certificateWarnings(certificate, end - 1.5 * DAY)[0]).toContain('in 1 day (');
  });
});

describe('app roles', () => {
  const report = { name: 'mailbox-settings', permission: 'MailboxSettings.Read' };

  test.each([[['MailboxSettings.Read']], [['User.Read.All', 'MailboxSettings.ReadWrite']], [undefined]])(
    '%j will do, or cannot be told',
    (roles) => {
      expect(roleWarning(roles, report)).toBeUndefined();
    },
  );

  test('that lack the permission are warned of, with what to do', () => {
    expect(roleWarning([], report)).toMatch(/no app role at all; .* needs MailboxSettings\.Read\. .*admin consent/);
    expect(roleWarning(['Mail.Read'], report)).toContain('only Mail.Read');
  });

  test('a role that covers nothing of another permission does not do', () => {
    expect(
      roleWarning(['MailboxSettings.ReadWrite'], { name: 'folders', permission: 'Mail.ReadBasic.All' }),
    ).toBeDefined();
  });
});
