import { expect, test } from '@jest/globals';
import { unreachable } from '../../src/credential/entra-unreachable.ts';

const endpoint = 'https://login.microsoftonline.com/t/oauth2/v2.0/token';
const fault = (code: string): Error => Object.assign(new Error(`the cause ${code}`), { code });

test.each([
  ['ENOTFOUND', 'the name login.microsoftonline.com was not found', '"authority-host"', true],
  ['EAI_AGAIN', 'was not found', 'DNS', true],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'not trusted', 'NODE_EXTRA_CA_CERTS', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'not trusted', '"authority-host"', false],
  ['UND_ERR_CONNECT_TIMEOUT', 'no connection to login.microsoftonline.com', 'HTTPS_PROXY', true],
])('%s', (code, message, hint, transient) => {
  const cause = fault(code);
  const found = unreachable(endpoint, cause);
  expect(found.transient).toBe(transient);
  expect(found.error.message).toContain(message);
  expect(found.error.message).toContain(`the cause ${code}`);
  expect(found.error.hint).toContain(hint);
  expect(found.error.cause).toBe(cause);
});

test('the code is found behind wrappers', () => {
  const wrapped = new Error('outer', { cause: new AggregateError([fault('ENOTFOUND')]) });
  expect(unreachable(endpoint, wrapped).error.message).toContain('was not found');
});
