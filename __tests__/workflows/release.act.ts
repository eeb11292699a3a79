import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { isRecord, parseJson } from '../../src/json.ts';
import { inRepository, textOf } from '../docs/repository.ts';

jest.setTimeout(900_000);

let home: string | undefined;
afterAll(() => {
  if (home !== undefined) rmSync(home, { recursive: true });
});

test('a rehearsed release has version, changelog, dist, tags and packages', () => {
  const before = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const printed = execFileSync(process.execPath, [inRepository('scripts/release.ts'), '--dry-run'], {
    encoding: 'utf8',
  });
  const clone = /^Nothing was published\. Clone: (.+)$/m.exec(printed)?.[1] ?? '';
  expect(path.isAbsolute(clone)).toBe(true);
  home = path.dirname(clone);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: clone, encoding: 'utf8' }).trim();

  const about = parseJson(textOf('package.json'));
  const current = isRecord(about) ? about.version : undefined;
  const manifest = parseJson(git('show', 'HEAD:package.json'));
  const version = isRecord(manifest) && typeof manifest.version === 'string' ? manifest.version : '';
  const tag = `v${version}`;
  expect(version).not.toBe(current);
  expect(parseJson(git('show', 'HEAD:package-lock.json'))).toMatchObject({ version, packages: { '': { version } } });

  // One commit on that of the work tree, with both tags.
  expect(git('rev-parse', 'HEAD~1')).toBe(before);
  const head = git('rev-parse', 'HEAD');
  expect([tag, tag.replace(/\..*/, '')].map((name) => git('rev-parse', name))).toEqual([head, head]);
  expect(git('status', '--porcelain', '--untracked-files=no')).toBe('');
  expect(git('show', '--name-only', '--format=%s', 'HEAD').split('\n')).toEqual(
    expect.arrayContaining([
      `Release ${version}`,
      'CHANGELOG.md',
      'package.json',
      'package-lock.json',
      // The chunk with the version.
      expect.stringMatching(/^dist\//),
    ]),
  );
  expect(git('grep', '-l', '--fixed-strings', version, 'HEAD', '--', 'dist')).not.toBe('');
  expect(git('show', 'HEAD:README.md')).not.toContain('Nothing is released yet');
  expect(git('show', 'HEAD:CHANGELOG.md')).toContain(`\n## [Unreleased]\n\n## [${version}] - 20`);

  const temp = path.join(home, 'temp');
  expect(readFileSync(path.join(temp, 'notes.md'), 'utf8')).toMatch(/^### Added\n/);
  expect(parseJson(readFileSync(path.join(temp, 'release/mailbox-report.cdx.json'), 'utf8'))).toMatchObject({
    metadata: { component: { name: 'mailbox-report', version } },
  });
  const packed = execFileSync('tar', ['-xzOf', `mailbox-report-${version}.tgz`, 'package/package.json'], {
    cwd: clone,
  });
  expect(parseJson(packed.toString())).toMatchObject({ name: 'mailbox-report', version });
});
