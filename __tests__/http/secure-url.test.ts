import { describe, expect, test } from '@jest/globals';
import { requireSecureEnvironment } from '../../src/http/secure-url.ts';
import { userErrorOf } from '../auth/thrown.ts';

describe('the verification of TLS certificates', () => {
  test('may not be disabled', () => {
    const error = userErrorOf(() => {
      requireSecureEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    });
    expect(error).toMatchObject({ code: 'TLS_UNVERIFIED', hint: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
    expect(error.message).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  });

  // https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue: only 0 turns it off.
  test.each([undefined, '', '1', 'false'])('is enabled with the value %j', (value) => {
    expect(() => {
      requireSecureEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: value });
    }).not.toThrow();
  });
});
