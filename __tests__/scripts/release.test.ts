import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { PROGRAMS } from '../../scripts/bundles.ts';
import { nextVersion, releasedChangelog, releasedText, releaseNotes } from '../../scripts/release-files.ts';
import { isRecord } from '../../src/json.ts';
import { inRepository, textOf } from '../docs/repository.ts';
import { jobNamed, parsedYaml, textIn } from '../docs/workflow-files.ts';
import { describeOnPosix } from '../support/platform.ts';
import { newFolder } from '../support/new-folder.ts';

describe('a release', () => {
  const RELEASE = '.github/workflows/release.yml';
  const CHANGELOG = `# Changelog

## [Unreleased]

## [1.10.0] - 2026-11-25

### Added

- Something.

## [1.1.0] - 2026-11-20

- Older.

## [1.0.0]

- No day.

## [0.9.0] - 2026-01-02

[Unreleased]: https://example.com
`;

  test('has notes from the section of its version in the changelog', () => {
    expect(releaseNotes('v1.10.0', '1.10.0', CHANGELOG)).toBe('### Added\n\n- Something.\n');
    expect(releaseNotes('v1.1.0', '1.1.0', CHANGELOG.replaceAll('\n', '\r\n'))).toBe('- Older.\n');
  });

  test.each([
    ['v1.2', '1.2.0', 'v1.2 is no tag of a release, such as v1.2.3'],
    ['v1.2.3-rc.1', '1.2.3-rc.1', 'v1.2.3-rc.1 is no tag of a release, such as v1.2.3'],
    ['v1.10.0', '1.1.0', 'v1.10.0 is not the version of package.json, 1.1.0'],
    ['v2.0.0', '2.0.0', 'CHANGELOG.md has no section "## [2.0.0]"'],
    ['v1.0.0', '1.0.0', 'In CHANGELOG.md, "## [1.0.0]" has no date: "## [1.0.0] - 2026-01-31"'],
    ['v0.9.0', '0.9.0', 'In CHANGELOG.md, nothing stands below "## [0.9.0]"'],
  ])('rejects tag %s of version %s', (tag, version, message) => {
    expect(() => releaseNotes(tag, version, CHANGELOG)).toThrow(new Error(message));
  });

  const UNRELEASED = CHANGELOG.replace('## [Unreleased]\n', '## [Unreleased]\n\n### Fixed\n\n- A mistake.\n');

  test('moves the unreleased entries below its version, with links, and notes come from there', () => {
    const released = releasedChangelog(UNRELEASED, '1.10.1', '2026-12-01');
    expect(releaseNotes('v1.10.1', '1.10.1', released)).toBe('### Fixed\n\n- A mistake.\n');
    expect(released).toContain('\n## [Unreleased]\n\n## [1.10.1] - 2026-12-01\n\n### Fixed\n');
    expect(released).toMatch(
      /\n\[Unreleased\]: \S+\/compare\/v1\.10\.1\.\.\.HEAD\n\[1\.10\.1\]: \S+\/tag\/v1\.10\.1\n$/,
    );
    // Nothing is left for another one.
    expect(() => releasedChangelog(released, '1.10.2', '2026-12-01')).toThrow('has no entries below "## [Unreleased]"');
    expect(() => releasedChangelog(UNRELEASED, '1.1.0', '2026-12-01')).toThrow('already has version 1.1.0');
  });

  test.each([
    ['0.1.0', 'Fixed', '1.0.0'],
    ['1.10.0', 'Fixed', '1.10.1'],
    ['1.10.0', 'Security', '1.10.1'],
    ['1.10.0', 'Added', '1.11.0'],
    ['1.10.0', 'Changed', '1.11.0'],
    ['1.10.0', 'Removed', '2.0.0'],
  ])('after %s with entries below "%s" is %s', (current, heading, version) => {
    expect(nextVersion(current, UNRELEASED.replace('### Fixed', `### ${heading}`))).toBe(version);
  });

  test('removes the notes for the time before it from documents, and prints the command of npm', () => {
    const notes = '<!-- until the first release -->\n\nClone it.\n\n<!-- end -->\n\n';
    const text = `# Title\n\n${notes}npm run cli -- doctor\n\n${notes}End\n`;
    expect(releasedText(text)).toBe('# Title\n\nnpx mailbox-report doctor\n\nEnd\n');
    const readme = releasedText(textOf('README.md'));
    expect(readme).not.toMatch(/released yet|first release|npm run cli/);
    expect(releasedText(readme)).toBe(readme);
  });

  test('compares the tag with package.json and CHANGELOG.md of this repository', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('scripts/notes.ts'), 'v0.0.0'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^v0\.0\.0 is not the version of package\.json, \d+\.\d+\.\d+\n$/);
  });

  test('starts with a tag vX.Y.Z and runs after CI, the check of dist and the audit', () => {
    expect(parsedYaml(RELEASE)).toMatchObject({ on: { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } } });
    const { job } = jobNamed(RELEASE, 'release');
    expect(job).toMatchObject({ needs: ['ci', 'check'] });
    expect(job).not.toHaveProperty('if');
    const scripts = jobNamed(RELEASE, 'check').steps.map((step) => textIn(step, 'run'));
    expect(scripts).toEqual(expect.arrayContaining(['npm run check-dist', 'npm audit --omit=dev']));
  });

  test('waits for the whole CI workflow of its commit', () => {
    expect(jobNamed(RELEASE, 'ci').job).toMatchObject({ uses: './.github/workflows/ci.yml' });
    expect(parsedYaml('.github/workflows/ci.yml').on).toHaveProperty('workflow_call');
  });

  test('runs no dependency in the job with write permission, and attests every file of dist', () => {
    const { steps } = jobNamed(RELEASE, 'release');
    const scripts = steps.map((step) => textIn(step, 'run')).join('\n');
    expect(scripts).not.toMatch(/\bnpm (?:ci|cit|install|i|run|exec)\b|\bnpx\b/);
    expect(scripts).toContain('node scripts/sbom.ts > "$RUNNER_TEMP/release/mailbox-report.cdx.json"');
    const [attest] = steps.filter((step) => textIn(step, 'uses').startsWith('actions/attest@'));
    const subjects = isRecord(attest?.with) ? textIn(attest.with, 'subject-path').trim().split('\n') : [];
    const folders = PROGRAMS.map(({ file }) => `${path.posix.dirname(`dist/${file}`)}/*`);
    expect(new Set(subjects)).toEqual(new Set([...folders, '${{ runner.temp }}/release/mailbox-report.cdx.json']));
  });

  test('publishes the package that the job without permissions built, without a token, after the release', () => {
    const { job, steps } = jobNamed(RELEASE, 'npm');
    expect(job).toMatchObject({ needs: 'release', permissions: { 'id-token': 'write' } });
    expect(JSON.stringify(job)).not.toMatch(/TOKEN|registry-url|actions\/checkout/);
    const built = jobNamed(RELEASE, 'check').steps.filter(({ with: given }) => isRecord(given) && 'path' in given);
    expect(built).toMatchObject([{ with: { name: 'npm-package', path: 'mailbox-report-*.tgz' } }]);
    expect(steps).toContainEqual(expect.objectContaining({ with: { name: 'npm-package' } }));
  });

  // Runs the scripts of its steps with this program as gh, git and npm.
  describeOnPosix('runs scripts that', () => {
    const FAKE = `#!/usr/bin/env bash
case "\${0##*/} $*" in
  'git rev-parse HEAD') echo c0ffee; exit ;;
  'git rev-parse HEAD:.github/workflows') echo "$WORKFLOWS"; exit ;;
  'npm view mailbox-report versions --json') echo "$VERSIONS"; exit ;;
  'gh release view '*) if [ -z "$DRAFT" ]; then exit 1; else echo "$DRAFT"; fi ;;
  'gh release list '*) printf '%s' "$PUBLISHED"; exit ;;
  'gh api '*/matching-refs/*) printf '%s' "$REFS"; exit ;;
  'gh api '*/contents/.github'?ref=main '*) echo "$WORKFLOWS_OF_MAIN"; exit ;;
  'gh api '*' --jq .immutable') echo "$IMMUTABLE"; exit ;;
  'gh api --silent --method '*)
    if [ -n "$REFUSED" ]; then
      echo 'gh: Resource not accessible by integration (HTTP 403)' >&2
      exit 1
    fi ;;
esac
printf '%s\\n' "$*" >> "$RUNNER_TEMP/calls"
`;
    let temp: string;

    beforeEach(() => {
      temp = newFolder();
      for (const program of ['gh', 'git', 'npm']) {
        writeFileSync(path.join(temp, program), FAKE);
        chmodSync(path.join(temp, program), 0o755);
      }
      for (const file of ['calls', 'output']) writeFileSync(path.join(temp, file), '');
      writeFileSync(path.join(temp, 'bundle.json'), '{}');
      mkdirSync(path.join(temp, 'release'));
    });

    /** Runs a step of a job of the release of v1.2.0. Returns its output, the changes that it requested, and its exit code. */
    function runStep(name: string, env: Readonly<Record<string, string>>, job = 'release') {
      const step = jobNamed(RELEASE, job).steps.find((candidate) => candidate.name === name);
      const script = step === undefined ? 'exit 99' : textIn(step, 'run');
      const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        encoding: 'utf8',
        env: {
          PATH: `${temp}${path.delimiter}${process.env.PATH ?? ''}`,
          RUNNER_TEMP: temp,
          TAG: 'v1.2.0',
          GH_REPO: 'o/r',
          BUNDLE: path.join(temp, 'bundle.json'),
          GITHUB_OUTPUT: path.join(temp, 'output'),
          DRAFT: '',
          PUBLISHED: '',
          REFS: '',
          IMMUTABLE: '',
          REFUSED: '',
          HOW: '',
          WORKFLOWS: 'f00d',
          WORKFLOWS_OF_MAIN: 'f00d',
          ...env,
        },
      });
      const calls = readFileSync(path.join(temp, 'calls'), 'utf8').replaceAll(temp, 'TEMP').trimEnd();
      const outputs = readFileSync(path.join(temp, 'output'), 'utf8');
      return { status, stdout, outputs, calls: calls === '' ? [] : calls.split('\n') };
    }

    const PUBLISH = 'Draft the release with all its files, then publish it';
    const CREATE =
      'release create v1.2.0 --draft --verify-tag --title v1.2.0 --notes-file TEMP/notes.md ' +
      'TEMP/release/mailbox-report.cdx.json TEMP/release/mailbox-report.intoto.jsonl';
    const NPM = 'Publish the package with its provenance';
    const VIEW = 'release view v1.2.0 --json isDraft --jq .isDraft';

    test.each([
      ['the first', '', '', [CREATE, 'release edit v1.2.0 --draft=false --latest=true']],
      ['the newest', '', 'v1.1.0\nv1.0.0\n', [CREATE, 'release edit v1.2.0 --draft=false --latest=true']],
      ['an older one', '', 'v1.10.0\n', [CREATE, 'release edit v1.2.0 --draft=false --latest=false']],
      [
        'one that broke off',
        'true',
        '',
        [VIEW, 'release delete v1.2.0 --yes', CREATE, 'release edit v1.2.0 --draft=false --latest=true'],
      ],
      ['one that is there', 'false', 'v1.2.0\n', [VIEW]],
    ])('publish %s once and mark only the newest as latest', (_which, draft, published, calls) => {
      expect(runStep(PUBLISH, { DRAFT: draft, PUBLISHED: published })).toMatchObject({ status: 0, calls });
    });

    test.each([
      ['true', 0],
      ['false', 1],
      ['null', 1],
    ])('fail unless the release is immutable (immutable: %s, exit code %i)', (immutable, status) => {
      expect(runStep('The release is immutable', { IMMUTABLE: immutable }).status).toBe(status);
    });

    test.each([
      ['the newest version as what npx runs', '["0.0.1","1.1.0"]', 'latest'],
      ['the second version', '"0.0.1"', 'latest'],
      ['a fix of an older version under another label', '["1.1.0","1.10.0"]', 'previous'],
    ])('publish %s on npm', (_which, versions, label) => {
      const publish = `publish ./mailbox-report-1.2.0.tgz --ignore-scripts --access public --provenance --tag ${label}`;
      expect(runStep(NPM, { VERSIONS: versions }, 'npm')).toMatchObject({ status: 0, calls: [publish] });
    });

    test('publish no version on npm twice, and none if npm does not answer', () => {
      expect(runStep(NPM, { VERSIONS: '["1.2.0","1.20.0"]' }, 'npm')).toMatchObject({ status: 0, calls: [] });
      expect(runStep(NPM, { VERSIONS: '' }, 'npm')).toMatchObject({ status: 1, calls: [] });
    });

    const SEE = 'See whether the major tag is to move, and can';
    const MOVE = 'Move the major tag';
    const BY_HAND = "git push --force origin 'v1.2.0^{}:refs/tags/v1'";

    test.each([
      [
        'makes the major tag with its first release',
        'v0.9.0\n',
        'refs/tags/v1.2.0 c0ffee\nrefs/tags/v10 c0ffee\n',
        'how=make\n',
      ],
      ['moves it with the next', 'v2.0.0\nv1.1.9\nv10.0.0\n', 'refs/tags/v1 f00\nrefs/tags/v1.1.9 f00\n', 'how=move\n'],
      ['leaves it at a newer release', 'v1.10.0\nv1.2.0\n', 'refs/tags/v1 f00\n', ''],
      ['leaves it where it is already', 'v1.2.0\n', 'refs/tags/v1 c0ffee\n', ''],
    ])('decide whether to move the major tag: %s', (_what, published, refs, outputs) => {
      expect(runStep(SEE, { PUBLISHED: published, REFS: refs })).toMatchObject({ status: 0, outputs, calls: [] });
    });

    test('publish nothing if main has changed workflows, because GitHub rejects moving the tag then', () => {
      const names = jobNamed(RELEASE, 'release').steps.map(({ name }) => name);
      expect(names.indexOf(SEE)).toBeLessThan(names.indexOf(PUBLISH));
      const changed = { REFS: 'refs/tags/v1 f00\n', WORKFLOWS_OF_MAIN: 'beef' };
      const { status, stdout, outputs } = runStep(SEE, changed);
      expect({ status, outputs }).toEqual({ status: 1, outputs: '' });
      expect(stdout).toMatch(/^::error title=v1 cannot move::.*Nothing is published/);
      expect(stdout).toContain(BY_HAND);
      // Once somebody did so, the job goes on.
      expect(runStep(SEE, { ...changed, REFS: 'refs/tags/v1 c0ffee\n' }).status).toBe(0);
      // Nor is there anything to move for an older release.
      expect(runStep(SEE, { ...changed, PUBLISHED: 'v1.3.0\n' }).status).toBe(0);
    });

    test.each([
      ['make', 'api --silent --method POST repos/o/r/git/refs -f ref=refs/tags/v1 -f sha=c0ffee'],
      ['move', 'api --silent --method PATCH repos/o/r/git/refs/tags/v1 -f sha=c0ffee -F force=true'],
    ])('%s the major tag through the API', (how, call) => {
      expect(jobNamed(RELEASE, 'release').steps.at(-1)).toMatchObject({
        name: MOVE,
        if: "${{ steps.major.outputs.how != '' }}",
      });
      expect(runStep(MOVE, { HOW: how })).toMatchObject({ status: 0, calls: [call] });
    });

    test.each(['make', 'move'])('print how to %s the tag by hand if GitHub refuses', (how) => {
      const { status, stdout } = runStep(MOVE, { HOW: how, REFUSED: 'yes' });
      expect(status).toBe(1);
      expect(stdout).toMatch(/^::error title=v1 has not moved::v1\.2\.0 is published/);
      expect(stdout).toContain(BY_HAND);
    });
  });
});
