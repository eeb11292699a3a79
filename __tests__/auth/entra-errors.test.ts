import { describe, expect, test } from '@jest/globals';
import { retryOf, entraError, parseEntraError } from '../../src/auth/entra-errors.ts';
import type { EntraContext } from '../../src/auth/entra-explanations.ts';
import { hintLines, type UserError } from '../../src/errors.ts';
import { refusal } from './token-endpoint.ts';

const THUMBPRINT = '0123456789ABCDEF0123456789ABCDEF01234567';
const context: EntraContext = {
  tenantId: 'contoso.onmicrosoft.com',
  clientId: '3d2f0a1b-0000-4000-8000-5c6d7e8f9012',
  authorityHost: 'https://login.microsoftonline.com',
  graphUrl: 'https://graph.microsoft.com',
  thumbprint: THUMBPRINT,
  sent: {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:contoso@123/mail@456:ref:refs/heads/main',
    aud: 'api://AzureADTokenExchange',
  },
};

function translated(json: unknown, changes: Partial<EntraContext> = {}): UserError {
  const body = parseEntraError(json);
  if (body === undefined) throw new Error('no error of Entra');
  return entraError(body, { ...context, ...changes });
}

describe('every documented error code has its own message and hint', () => {
  test.each([
    [90002, 'contoso.onmicrosoft.com', '"tenant-id"'],
    [900023, 'contoso.onmicrosoft.com', '"tenant-id"'],
    [90038, 'contoso.onmicrosoft.com', '"cloud"'],
    [900382, 'login.microsoftonline.com', '"cloud"'],
    [900432, 'login.microsoftonline.com', '"cloud"'],
    [700016, '3d2f0a1b', '"client-id"'],
    [7000229, '3d2f0a1b', 'az ad sp create'],
    [700027, THUMBPRINT, 'az ad app credential reset'],
    [700030, THUMBPRINT, 'Certificates & secrets'],
    [50012, THUMBPRINT, '"pfx"'],
    [700024, 'not valid at this time', 'clock'],
    [700021, 'repo:contoso', '"client-id"'],
    [700023, 'api://AzureADTokenExchange', '"authority=" in "endpoints"'],
    [5002723, THUMBPRINT, '"pfx"'],
    [5002738, 'PS256', '"pfx"'],
    [50027, 'cannot read', '"pfx"'],
    [7000112, 'disabled', 'Enterprise applications'],
    [53003, 'Conditional Access', 'Sign-in logs'],
    [50196, 'loop', '"client-id"'],
    [90055, 'throttles', 'later'],
    [500011, 'https://graph.microsoft.com', '"graph=" in "endpoints"'],
    [700213, 'subject "repo:contoso@123/mail@456:ref:refs/heads/main"', 'repo:OWNER@ID/REPO@ID:'],
    [7002138, 'it differs in case only', '\nSubject identifier: repo:contoso@123/mail@456:ref:refs/heads/main\n'],
    [700212, 'audience "api://AzureADTokenExchange"', 'api://AzureADTokenExchange'],
    [700211, 'issuer "https://token.actions.githubusercontent.com"', 'Federated credentials'],
    [70021, '3d2f0a1b', 'run again'],
    [70025, '3d2f0a1b', '\nSubject identifier: repo:contoso@123/mail@456:ref:refs/heads/main\n'],
  ])('for AADSTS%d', (code, message, hint) => {
    const error = translated(refusal(code));
    expect(error.code).toBe(`AADSTS${code}`);
    expect(error.message).toContain(`AADSTS${code}: `);
    expect(error.message).toContain(message);
    expect(hintLines(error)).toContain(hint);
    expect(error.message.split('\n')[1]).toBe(
      'Trace ID: 11111111-aaaa-bbbb-cccc-000000000000, Correlation ID: 22222222-aaaa-bbbb-cccc-000000000000, Timestamp: 2026-11-24 12:00:00Z',
    );
  });

  test.each([
    [
      700030,
      "Invalid certificate - subject name in certificate isn't authorized. SubjectNames/SubjectAlternativeNames: ''.",
    ],
    [50012, 'Client assertion contains an invalid signature. [Reason - The certificate is not trusted.]'],
  ])("AADSTS%d, which has several reasons, shows Entra's text", (code, text) => {
    const { message, hint } = translated(refusal(code, 'invalid_client', text));
    expect(message).toContain(text);
    expect(message + hint).not.toMatch(/revoked/);
  });

  test.each([
    ["[Reason - The key was not found., Thumbprint of key used by client: 'AA']", 'is not registered'],
    ["[Reason - The key used is expired., Found key 'Start=...']", 'has expired'],
    ['[Reason - The key was found, but use of the key to verify the signature failed.]', 'does not match'],
    [
      "[Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: 'AA', Found key 'Start=11/24/2025 12:00:00, End=11/24/2027 12:00:00']",
      'does not match',
    ],
  ])('AADSTS700027 is explained by its reason %s', (reason, explanation) => {
    const { message } = translated(
      refusal(700027, 'invalid_client', `Client assertion failed signature validation. ${reason}`),
    );
    expect(message).toContain(explanation);
    expect(message).toContain(THUMBPRINT);
    expect(message).not.toContain("'AA'");
  });

  test('AADSTS700027 of a certificate that is not registered says how long an upload takes', () => {
    const unknown = refusal(700027, 'invalid_client', '[Reason - The key was not found.]');
    expect(translated(unknown).hint).toContain('If you have just uploaded it, run again in five minutes');
  });
});

test('AADSTS700027 with an unknown reason shows the reason of Entra', () => {
  const error = translated(refusal(700027, 'invalid_client', 'Assertion refused. [Reason - Something new.]'));
  expect(error.message).toContain('Something new');
  expect(error.message).not.toContain('not registered');
  expect(hintLines(error)).toContain('az ad app credential reset');
});

describe('the command that registers a certificate', () => {
  test('contains the end of the certificate and works in any shell', () => {
    const notAfter = new Date('2028-02-29T12:00:00.500Z');
    expect(hintLines(translated(refusal(700027), { notAfter }))).toContain(
      `az ad app credential reset --id ${context.clientId} --append --cert '@certificate.pem' --end-date 2028-02-29T12:00:00Z`,
    );
    expect(hintLines(translated(refusal(700027)))).toContain('--end-date END');
  });

  test('is suggested if the application has an earlier end than the certificate', () => {
    const expired = refusal(700027, 'invalid_client', "[Reason - The key used is expired., Found key 'Start=...']");
    expect(translated(expired).hint).toMatch(/still valid.*register the same certificate again with a later end/);
  });
});

describe('the cloud that is suggested', () => {
  test.each([
    ['contoso.onmicrosoft.us', 'https://login.microsoftonline.com', '', 'usgov (GCC High) or usgov-dod (DoD)'],
    ['contoso.partner.onmschina.cn', 'https://login.microsoftonline.com', '', 'china (21Vianet)'],
    ['contoso.onmicrosoft.com', 'https://login.microsoftonline.us', '', 'global (worldwide).'],
    [
      'contoso.us',
      'https://login.microsoftonline.com',
      "The specified tenant 'contoso.us' belongs to the National Cloud 'MicrosoftOnline.CN'.",
      'china (21Vianet).',
    ],
    [
      'contoso.onmicrosoft.com',
      'https://login.microsoftonline.com',
      "belongs to the National Cloud 'MicrosoftOnline.US'. Current cloud instance 'MicrosoftOnline.COM'",
      'usgov (GCC High) or usgov-dod (DoD).',
    ],
    [
      'china-government.com',
      'https://login.microsoftonline.com',
      "Tenant 'china-government.com': cross cloud",
      'usgov (GCC High) or usgov-dod (DoD) or china (21Vianet).',
    ],
  ])(
    'for tenant %s at %s with the message "%s" is the cloud of the tenant',
    (tenantId, authorityHost, text, suggested) => {
      const { hint } = translated(refusal(900382, 'invalid_request', text), { tenantId, authorityHost });
      expect(hint).toContain(`Set "cloud" to ${suggested}`);
      expect(hint).toContain('If "authority=" in "endpoints" is set, remove it');
    },
  );

  test('comes with the advice to remove an unknown "authority=" in "endpoints"', () => {
    const { hint } = translated(refusal(900382), { authorityHost: 'https://login.microsoftonline.de' });
    expect(hint).toContain('Remove "authority=" in "endpoints"');
  });
});

describe('an error that is not documented', () => {
  test('with an unknown code shows the first line of Entra and where to look up the code', () => {
    const error = translated(refusal(999999, 'invalid_request', 'Quite new.'));
    expect(error.message).toMatch(/^AADSTS999999: Entra ID issued no token \(invalid_request\): Quite new\.\nTrace ID/);
    expect(error.hint).toContain('error?code=999999');
  });

  test('takes missing members from the description', () => {
    const { error_description: description } = refusal(700016, 'unauthorized_client');
    const error = translated({ error: 'unauthorized_client', error_description: description });
    expect(error.code).toBe('AADSTS700016');
    expect(error.message).toContain('Correlation ID: 22222222');
  });

  test('may have neither code nor description', () => {
    const error = translated({ error: 'server_error' });
    expect(error.code).toBe('ENTRA_SERVER_ERROR');
    expect(error.message).toContain('it gave no reason');
    expect(error.message).not.toContain('\n');
  });

  test('keeps hostile text on one line and out of shell commands', () => {
    const body = {
      ...refusal(999999, 'x\n::error::', 'a\u001b[31m\u0000b'),
      trace_id: 'a\n::set-output::',
      timestamp: 7,
    };
    const error = translated(body);
    expect(error.message.split('\n')).toHaveLength(2);
    expect(error.message).toContain('a [31m b');
    expect(translated(refusal(700027), { clientId: '$(touch x)' }).hint).not.toContain('--id $(');
  });

  test('shows claims that are missing or not text', () => {
    expect(translated(refusal(700213), { sent: undefined }).message).toContain('subject "(none)"');
    expect(translated(refusal(700212), { sent: { aud: ['a', 'b'] } }).message).toContain('audience "["a","b"]"');
    expect(translated(refusal(700027), { thumbprint: undefined }).message).toContain(
      'the certificate of the assertion',
    );
  });

  test.each([[undefined], ['text'], [[]], [{ error: 7 }], [{ error: '' }], [{ error: { code: 'x' } }]])(
    'is not read from %j',
    (json) => {
      expect(parseEntraError(json)).toBeUndefined();
    },
  );
});

test.each([
  [50196, 'temporarily_unavailable', 'never'],
  [70021, 'invalid_client', 'replicating'],
  [90033, 'invalid_request', 'soon'],
  [90055, 'invalid_request', 'soon'],
  [0, 'temporarily_unavailable', 'soon'],
  [700016, 'unauthorized_client', undefined],
  [700027, 'invalid_client', undefined],
])('AADSTS%d with %s is retried: %s', (code, error, again) => {
  const body = parseEntraError(refusal(code, error));
  expect(body && retryOf(body)).toBe(again);
});
