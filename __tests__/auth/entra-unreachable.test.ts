import { describe, expect, test } from '@jest/globals';
import { unreachable } from '../../src/auth/entra-unreachable.ts';
import { ProxyError } from '../../src/http/proxy.ts';

const endpoint = 'https://login.microsoftonline.com/t/oauth2/v2.0/token';
const fault = (code: string): Error => Object.assign(new Error(`the cause ${code}`), { code });

test.each([
  ['ENOTFOUND', 'the name login.microsoftonline.com was not found', '"authority=" in "endpoints"', true],
  ['EAI_AGAIN', 'was not found', 'DNS', true],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'not trusted', 'NODE_EXTRA_CA_CERTS', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'not trusted', '"authority=" in "endpoints"', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the root of the TLS certificate', 'NODE_EXTRA_CA_CERTS', false],
  ['CERT_HAS_EXPIRED', 'not valid today', 'clock', false],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'the TLS connection to login.microsoftonline.com failed', 'HTTPS_PROXY', false],
  ['UND_ERR_CONNECT_TIMEOUT', 'cannot connect to login.microsoftonline.com', 'HTTPS_PROXY', true],
])('a connection that fails with %s has a message and a hint of its own', (code, message, hint, isTransient) => {
  const cause = fault(code);
  const found = unreachable(endpoint, cause);
  expect(found.isTransient).toBe(isTransient);
  expect(found.error.message).toContain(message);
  expect(found.error.message).toContain(`the cause ${code}`);
  expect(found.error.hint).toContain(hint);
  expect(found.error.cause).toBe(cause);
});

test('the error code is found in causes and aggregates', () => {
  const wrapped = new Error('outer', { cause: new AggregateError([fault('ENOTFOUND')]) });
  expect(unreachable(endpoint, wrapped).error.message).toContain('was not found');
});

describe('a proxy that fails is named instead of Entra', () => {
  test.each([
    [407, undefined, 'the proxy proxy.contoso.com:8080 rejects the credentials (HTTP 407)', 'HTTPS_PROXY', false],
    [403, undefined, 'refuses a connection to login.microsoftonline.com (HTTP 403)', 'CONNECT', false],
    [503, undefined, 'refuses a connection to login.microsoftonline.com (HTTP 503)', 'NO_PROXY', true],
    [undefined, 'ECONNREFUSED', 'the proxy proxy.contoso.com:8080 cannot be reached', 'HTTPS_PROXY', true],
    [undefined, 'ENOTFOUND', 'the proxy proxy.contoso.com:8080 cannot be reached', 'HTTPS_PROXY', true],
    [undefined, 'SELF_SIGNED_CERT_IN_CHAIN', 'certificate that the proxy', 'NODE_EXTRA_CA_CERTS', false],
  ])('with status %s and error code %s', (status, code, message, hint, isTransient) => {
    const cause = code === undefined ? undefined : fault(code);
    const found = unreachable(endpoint, new ProxyError('proxy.contoso.com:8080', status, cause));
    expect(found.isTransient).toBe(isTransient);
    expect(found.error.message).toContain(message);
    expect(found.error.message).toContain(cause?.message ?? `HTTP ${status}`);
    expect(found.error.hint).toContain(hint);
  });
});
