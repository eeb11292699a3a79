import { describe, expect, test } from '@jest/globals';
import { registration, sentClaims } from '../../src/auth/federated-registration.ts';

const clientId = '3d2f0a1b-0000-4000-8000-5c6d7e8f9012';
const sent = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:contoso@5113/mailboxes@81264:environment:production',
  aud: 'api://AzureADTokenExchangeUSGov',
};

describe('the instructions to register a federated credential', () => {
  test('contain the claims of the assertion and a command to copy', () => {
    const text = registration({ clientId, sent });
    const [, parameters = ''] = /save (\{[^}]*\}) as federated\.json/.exec(text) ?? [];
    expect(JSON.parse(parameters)).toEqual({
      // That name is likely taken by the credential that does not fit.
      name: expect.stringMatching(/^mailbox-report-[0-9a-f]{8}$/),
      issuer: sent.iss,
      subject: sent.sub,
      audiences: [sent.aud],
    });
    // PowerShell takes the quotes out of JSON on a command line, and a bare @name for something of its own.
    expect(text).toContain(`az ad app federated-credential create --id ${clientId} --parameters '@federated.json'.`);
  });

  test.each(["repo:contoso/mail:ref:refs/heads/it's", 'repo:a/b:ref:refs/heads/$(x)', 'repo:a/b:"x"', undefined, 7])(
    'have no command if the subject is %j',
    (sub) => {
      const text = registration({ clientId, sent: { ...sent, sub } });
      expect(text).not.toContain('az ad app');
      expect(text).toContain('Federated credentials');
    },
  );

  test('explain a numeric subject and the form with names that does not match', () => {
    expect(registration({ clientId, sent })).toContain(
      '"repo:contoso/mailboxes:environment:production" does not match',
    );
  });

  test('mention no numeric form for an issuer that has none', () => {
    const iss = 'https://git.contoso.com/_services/token';
    const text = registration({ clientId, sent: { ...sent, iss, sub: 'repo:contoso/mailboxes:pull_request' } });
    expect(text).toContain(iss);
    expect(text).not.toContain('numeric');
  });

  test('mention the numeric form for a subject with names', () => {
    const text = registration({ clientId, sent: { ...sent, sub: 'repo:contoso/mailboxes:pull_request' } });
    expect(text).toContain('numeric form repo:OWNER@ID/REPO@ID:');
    expect(text).not.toContain('does not fit');
  });
});

test('show the claims of an assertion on one line', () => {
  expect(sentClaims({ ...sent, sub: 'a\n::error::b' })).toContain('subject "a ::error::b"');
  expect(sentClaims(undefined)).toBe('The assertion has subject "(none)", issuer "(none)" and audience "(none)".');
});
