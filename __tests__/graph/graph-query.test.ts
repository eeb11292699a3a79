import { describe, expect, test } from '@jest/globals';
import { nextListingPage, nextPage } from '../../src/graph/graph-query.ts';
import type { Json } from '../../src/json.ts';

const ROOT = 'https://graph.microsoft.com/v1.0';

function follow(link: Json, root = ROOT): unknown {
  return nextPage({ '@odata.nextLink': link }, root);
}

describe('the next page', () => {
  test('does not exist without a link', () => {
    expect(nextPage({ value: [] }, ROOT)).toEqual({ kind: 'none' });
    expect(follow(null)).toEqual({ kind: 'none' });
  });

  test.each([
    ["users('a%40b.c')/mailFolders?$top=250&$skip=250", "/users('a%40b.c')/mailFolders?$top=250&$skip=250"],
    ['users/a@b.c/mailFolders?%24skiptoken=X%2BY%3d%3d', '/users/a@b.c/mailFolders?%24skiptoken=X%2BY%3d%3d'],
    ['users/a/../b/mailFolders', '/users/a/../b/mailFolders'],
  ])('is requested as Graph wrote it: %s', (path, requested) => {
    expect(follow(`${ROOT}/${path}`)).toEqual({ kind: 'path', path: requested });
  });

  test('is accepted in any case of host and version, and below a path prefix', () => {
    expect(follow('HTTPS://Graph.Microsoft.com/V1.0/users/x?$skip=1')).toEqual({
      kind: 'path',
      path: '/users/x?$skip=1',
    });
    const proxied = 'https://proxy.contoso.com/graph/v1.0';
    expect(follow(`${proxied}/users/x`, proxied)).toEqual({ kind: 'path', path: '/users/x' });
    expect(follow('https://graph.microsoft.com:443/v1.0/users/x')).toEqual({ kind: 'path', path: '/users/x' });
  });

  test('is requested without the fragment', () => {
    expect(follow(`${ROOT}/users/x?$skip=1#part`)).toEqual({ kind: 'path', path: '/users/x?$skip=1' });
  });

  test.each([
    ['https://graph.microsoft.com.evil.example/v1.0/users/x', /another host, graph\.microsoft\.com\.evil\.example/],
    ['https://evil.example/v1.0/users/x', /another host/],
    ['https://graph.microsoft.com@evil.example/v1.0/users/x', /another host, evil\.example/],
    ['https://me:pw@graph.microsoft.com/v1.0/users/x', /another host/],
    ['http://graph.microsoft.com/v1.0/users/x', /another host/],
    ['https://graph.microsoft.com:8443/v1.0/users/x', /another host/],
    ['https://graph.microsoft.com/beta/users/x', /out of \/v1\.0/],
    ['https://graph.microsoft.com/v1.0', /out of \/v1\.0/],
    ['https://graph.microsoft.com/v1.01/users/x', /out of \/v1\.0/],
    ['https:\\\\evil.example\\v1.0\\users', /another host/],
    ['/v1.0/users/x', /not a URL/],
    ['', /not a URL/],
    [17, /not a URL/],
    [['https://graph.microsoft.com/v1.0/users/x'], /not a URL/],
  ])('is rejected at %j', (link, error) => {
    expect(follow(link)).toEqual({ kind: 'refused', error: expect.stringMatching(error) });
  });
});

describe('the next page of a listing', () => {
  const HOST = 'https://graph.microsoft.com';
  const REPORT = "/beta/reports/getFormsUserActivityUserDetail(period='D7')?$format=application/json";
  const DATA = '/graph/beta/data/72f988bf86f141af91ab2d7cd011db47/Microsoft.O365Reporting.';
  const NEXT = `${DATA}getFormsUserActivityUserDetail(period='D7')?$skiptoken=MDow`;
  const follow = (link: string, first = REPORT) => nextListingPage({ '@odata.nextLink': link }, HOST, first);

  test('of a usage report may be among the data of the tenant', () => {
    expect(follow(HOST + NEXT)).toEqual({ kind: 'path', path: NEXT });
    expect(follow(`${HOST}${REPORT}&$skiptoken=x`)).toEqual({ kind: 'path', path: `${REPORT}&$skiptoken=x` });
  });

  test.each([
    ['of another host', `https://graph.example${NEXT}`, REPORT, /another host/],
    ['of another report', HOST + NEXT.replace('Forms', 'Mail'), REPORT, /out of \/beta/],
    ['of another period', HOST + NEXT.replace('D7', 'D30'), REPORT, /out of \/beta/],
    ['of another version', HOST + NEXT, REPORT.replace('beta', 'v1.0'), /out of \/v1\.0/],
    ['of users', HOST + NEXT, '/beta/users?$top=999', /out of \/beta/],
    ['with dots', HOST + NEXT.replace('/data/', '/data/../data/'), REPORT, /out of \/beta/],
    ['in /beta', `${HOST}/beta/users?$skiptoken=x`, REPORT, /another resource/],
  ])('is refused at a path %s', (_case, link, first, error) => {
    expect(follow(link, first)).toEqual({ kind: 'refused', error: expect.stringMatching(error) });
  });
});
