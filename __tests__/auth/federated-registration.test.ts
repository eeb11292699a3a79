import { describe, expect, test } from '@jest/globals';
import { registration, registrationCommands, subjectNote } from '../../src/auth/federated-registration.ts';

const clientId = '3d2f0a1b-0000-4000-8000-5c6d7e8f9012';
const sent = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:contoso@5113/mailboxes@81264:environment:production',
  aud: 'api://AzureADTokenExchangeUSGov',
};

describe('the instructions to register a federated credential', () => {
  const textsOf = (claims: Parameters<typeof registration>[0]['sent']): Record<string, string> =>
    Object.fromEntries(
      [...registration({ clientId, sent: claims }).copy, ...registrationCommands(clientId, claims)].map(
        ({ label, text }) => [label, text],
      ),
    );

  test('have the claims of the assertion, a file and a command to copy', () => {
    const { 'federated.json': file = '', ...texts } = textsOf(sent);
    expect(texts).toEqual({
      Issuer: sent.iss,
      'Subject identifier': sent.sub,
      Audience: sent.aud,
      // PowerShell takes the quotes out of JSON on a command line, and a bare @name for something of its own.
      Command: `az ad app federated-credential create --id ${clientId} --parameters '@federated.json'`,
    });
    expect(JSON.parse(file)).toEqual({
      // That name is likely taken by the credential that does not fit.
      name: expect.stringMatching(/^mailbox-report-[0-9a-f]{8}$/),
      issuer: sent.iss,
      subject: sent.sub,
      audiences: [sent.aud],
    });
  });

  test.each(["repo:contoso/mail:ref:refs/heads/it's", 'repo:a/b:ref:refs/heads/$(x)', 'repo:a/b:"x"', undefined, 7])(
    'have no command if the subject is %j',
    (sub) => {
      expect(Object.keys(textsOf({ ...sent, sub }))).toEqual(['Issuer', 'Subject identifier', 'Audience']);
    },
  );

  test('explain a numeric subject and the form with names that does not match', () => {
    expect(subjectNote(sent)).toContain('"repo:contoso/mailboxes:environment:production" does not match');
  });

  test('mention no numeric form for an issuer that has none', () => {
    const iss = 'https://git.contoso.com/_services/token';
    expect(subjectNote({ ...sent, iss, sub: 'repo:contoso/mailboxes:pull_request' })).toBe('');
  });

  test('mention the numeric form for a subject with names', () => {
    const text = subjectNote({ ...sent, sub: 'repo:contoso/mailboxes:pull_request' });
    expect(text).toContain('numeric form repo:OWNER@ID/REPO@ID:');
    expect(text).not.toContain('does not fit');
  });
});

test('have each claim on one line', () => {
  const { copy } = registration({ clientId, sent: { ...sent, sub: 'a\n::error::b' } });
  expect(copy.map(({ text }) => text)).toEqual([sent.iss, 'a ::error::b', sent.aud]);
  expect(registration({ clientId }).copy.map(({ text }) => text)).toEqual(['(none)', '(none)', '(none)']);
});
