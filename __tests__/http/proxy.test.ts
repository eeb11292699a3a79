import { createServer } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { newCertificate } from '../../src/cli/commands/certificate/new-certificate.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { httpsProxy, noProxy, proxySecrets, proxyWithScheme, requireSecureEnvironment } from '../../src/http/proxy.ts';
import { userErrorOf } from '../auth/thrown.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { listening } from '../support/listening.ts';

describe('the proxy setting', () => {
  test.each([
    [{ HTTPS_PROXY: 'http://proxy.contoso.com:8080' }, 'http://proxy.contoso.com:8080/'],
    [{ https_proxy: 'https://proxy.contoso.com' }, 'https://proxy.contoso.com/'],
    [{ https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper' }, 'http://lower/'],
    [{ https_proxy: ' ', HTTPS_PROXY: ' http://upper\n' }, 'http://upper/'],
    [{ HTTPS_PROXY: 'proxy.contoso.com:8080' }, 'http://proxy.contoso.com:8080/'],
    [{ HTTPS_PROXY: 'runner:word@proxy:8080' }, 'http://runner:word@proxy:8080/'],
    [{ HTTPS_PROXY: '[::1]:8080' }, 'http://[::1]:8080/'],
    [{ HTTPS_PROXY: '' }, undefined],
    [{}, undefined],
    [{ HTTP_PROXY: 'http://for-plain-http', ALL_PROXY: 'http://for-all' }, undefined],
  ])('%j is parsed', (env, address) => {
    expect(httpsProxy(env)?.href).toBe(address);
    expect(Object.values(proxyWithScheme(env))).toEqual(address === undefined ? [] : [address]);
    expect(() => {
      requireSecureEnvironment(env);
    }).not.toThrow();
  });

  test.each([
    'socks5://u:hidden@proxy:1080',
    'http://u:hidden@:80',
    'http://u:hidden%zz@proxy',
    'ftp://u:hidden@proxy',
  ])('is rejected without its password, and ignored before the check: %s', async (value) => {
    const env = { HTTPS_PROXY: value };
    const error = userErrorOf(() => {
      requireSecureEnvironment(env);
    });
    expect(error).toMatchObject({ code: 'PROXY_INVALID', message: expect.stringContaining('HTTPS_PROXY') });
    expect(`${error.message} ${error.hint}`).not.toContain('hidden');
    expect(proxyWithScheme(env)).toEqual({});
    await newDispatcher(undefined, env).close();
  });

  test('has a password to mask, in every encoding', () => {
    expect(proxySecrets({ HTTPS_PROXY: 'http://runner:p%40ss@proxy' })).toEqual([
      'p%40ss',
      'p@ss',
      Buffer.from('runner:p@ss').toString('base64'),
    ]);
    expect(proxySecrets({ HTTPS_PROXY: 'runner:word@proxy:8080' })).toContain('word');
    expect(proxySecrets({ HTTPS_PROXY: 'http://runner:wörd@proxy' })).toEqual(
      expect.arrayContaining(['wörd', 'w%C3%B6rd']),
    );
    expect(proxySecrets({ HTTPS_PROXY: 'http://proxy:8080' })).toEqual([]);
    expect(proxySecrets({})).toEqual([]);
  });

  test('may have a token as its user name, which is masked as well', () => {
    for (const HTTPS_PROXY of ['http://t%40ken@proxy', 'http://t%40ken:@proxy', 't%40ken@proxy']) {
      expect(proxySecrets({ HTTPS_PROXY })).toEqual(['t%40ken', 't@ken', Buffer.from('t@ken:').toString('base64')]);
    }
  });

  test.each([
    ['socks5://u:hidden@proxy:1080', 'hidden'],
    ['http://u:hid%zzden@proxy', 'hid%zzden'],
    ['http://u:hid/d@en@proxy:8080', 'hid/d@en'],
    ['socks5://hidden@proxy', 'hidden'],
  ])('has a password to mask also if it is rejected: %s', (HTTPS_PROXY, secret) => {
    expect(proxySecrets({ HTTPS_PROXY })).toContain(secret);
  });

  test('has exceptions in either variable', () => {
    expect(noProxy({ no_proxy: '', NO_PROXY: 'contoso.com' })).toBe('contoso.com');
    expect(noProxy({ no_proxy: 'a', NO_PROXY: 'b' })).toBe('a');
    expect(noProxy({})).toBe('');
  });
});

test('a tunnel offers only HTTP/1.1', async () => {
  const now = Date.now();
  const { privateKey, certificate } = await newCertificate({
    commonName: 'localhost',
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 3_600_000),
  });
  const offered: string[][] = [];
  const server = createServer({
    key: privateKey,
    cert: certificate,
    ALPNCallback: ({ protocols }) => {
      offered.push(protocols);
      return protocols[0];
    },
  });
  const { port, close } = await listening(server);
  const proxy = await startForwardProxy();
  const dispatcher = newDispatcher(undefined, { HTTPS_PROXY: proxy.host });
  try {
    // The certificate is rejected, but after the protocols were offered.
    await expect(request(`https://127.0.0.1:${port}/`, { dispatcher })).rejects.toThrow();
    expect(offered).toEqual([['http/1.1']]);
  } finally {
    await dispatcher.destroy();
    await proxy.close();
    await close();
  }
});

describe('the verification of TLS certificates', () => {
  // https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue: only 0 turns it off.
  test.each([undefined, '', '1', 'false'])('is enabled with the value %j', (value) => {
    expect(() => {
      requireSecureEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: value });
    }).not.toThrow();
  });
});
