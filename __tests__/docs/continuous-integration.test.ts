import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { releaseNotes } from '../../scripts/release-notes.ts';
import { isRecord } from '../../src/json.ts';
import { codeIn, tableOf } from './markdown.ts';
import { filesLike, inRepository, textOf } from './repository.ts';
import { describeOnPosix } from '../support/platform.ts';
import { LEAST_ACT } from '../workflows/act-program.ts';

type Parsed = Readonly<Record<string, unknown>>;

const WORKFLOWS = await filesLike('.github/workflows/*.{yml,yaml}');
const FORMS = ['.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/feature.yml'];

/**
 * All that the token of a workflow, or of a job (`file: job`), may do. A job without an entry has what its workflow has.
 * Whoever adds to it says why, at the permission.
 */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'check-dist.yml': { contents: 'read' },
  'ci.yml': { contents: 'read' },
  'codeql.yml': {},
  'codeql.yml: analyze': { contents: 'read', 'security-events': 'write' },
  'dependency-review.yml': { contents: 'read' },
  'release.yml': {},
  'release.yml: ci': { contents: 'read' },
  'release.yml: check': { contents: 'read' },
  'release.yml: release': { contents: 'write', 'id-token': 'write', attestations: 'write' },
  'scorecard.yml': {},
  'scorecard.yml: scorecard': { contents: 'read', 'security-events': 'write', 'id-token': 'write' },
};

/** The events on which workflows run: none that hands secrets or a token that writes to a stranger's code. */
const EVENTS = ['push', 'pull_request', 'schedule', 'branch_protection_rule', 'workflow_call'];

interface Job {
  readonly name: string;
  readonly job: Parsed;
  readonly steps: readonly Parsed[];
}

function parsed(file: string): Parsed {
  const yaml: unknown = parse(textOf(file));
  if (!isRecord(yaml)) throw new Error(`${file} is no mapping`);
  return yaml;
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value.map((item: unknown) => item) : [];
}

function recordsIn(value: unknown): Parsed[] {
  return listIn(value).filter(isRecord);
}

/** The jobs of a workflow, each named `file: job`. */
function jobsOf(file: string): Job[] {
  const { jobs } = parsed(file);
  return Object.entries(isRecord(jobs) ? jobs : {}).map(([id, job]) => {
    if (!isRecord(job)) throw new Error(`${file}: ${id} is no job`);
    return { name: `${path.posix.basename(file)}: ${id}`, job, steps: recordsIn(job.steps) };
  });
}

function jobNamed(file: string, id: string): Job {
  const found = jobsOf(file).find(({ name }) => name === `${path.posix.basename(file)}: ${id}`);
  if (found === undefined) throw new Error(`${file} has no job ${id}`);
  return found;
}

function repeated(values: readonly unknown[]): unknown[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

function textIn(record: Parsed, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : '';
}

/** Where a workflow takes secrets: in an expression, however written, or handed on to a workflow that it calls. */
function secretsIn(workflow: string): string[] {
  const expressions = [...workflow.matchAll(/\$\{\{[^]*?\}\}|^\s*(?:- )?if:.*$/gm)].map(([text]) => text);
  const handedOn = [...workflow.matchAll(/^\s*secrets:/gm)].map(([text]) => text);
  return [...expressions.filter((text) => /(?<![\w.-])secrets\b/i.test(text)), ...handedOn];
}

const JOBS = WORKFLOWS.flatMap(jobsOf);

describe('every workflow', () => {
  test('pins each action by its commit, and says which version that is', () => {
    const uses = WORKFLOWS.flatMap((file) =>
      [...textOf(file).matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, value = '']) => value),
    ).filter((value) => !value.startsWith('./'));
    expect(uses.length).toBe(JOBS.flatMap(({ steps }) => steps).filter(({ uses }) => uses !== undefined).length);
    for (const value of uses) expect(value).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    // One version of each, wherever it is used.
    const pins = new Set(uses.map((value) => value.replace(/^([\w.-]+\/[\w.-]+)[^@]*@/, '$1@')));
    expect(new Set([...pins].map((pin) => pin.replace(/@.*/, ''))).size).toBe(pins.size);
  });

  test('has the permissions that the table above allows, and no others', () => {
    const workflows = WORKFLOWS.map((file) => [path.posix.basename(file), parsed(file).permissions]);
    const jobs = JOBS.filter(({ job }) => 'permissions' in job).map(({ name, job }) => [name, job.permissions]);
    expect(Object.fromEntries([...workflows, ...jobs])).toEqual(PERMISSIONS);
  });

  test('says why a job may write', () => {
    const writing = WORKFLOWS.flatMap((file) => [...textOf(file).matchAll(/^.*: write\b.*$/gm)].map(([line]) => line));
    expect(writing).not.toHaveLength(0);
    for (const line of writing) expect(line).toMatch(/: write # to \w/);
  });

  test('gives secrets and tokens to no code of strangers', () => {
    for (const file of WORKFLOWS) {
      const { on } = parsed(file);
      expect(EVENTS).toEqual(expect.arrayContaining(Object.keys(isRecord(on) ? on : { [String(on)]: null })));
      expect(secretsIn(textOf(file))).toEqual([]);
    }
  });

  test.each([
    ['with: { token: "${{ secrets.TOKEN }}" }', 1],
    ["run: echo ${{ secrets['TOKEN'] }}", 1],
    ['env: { A: "${{ toJSON( secrets ) }}" }', 1],
    ["if: ${{ format('{0}', Secrets[0]) != '' }}", 1],
    ['    secrets: inherit', 1],
    ['# an action keeps secrets.\nname: No secrets of ours', 0],
    ['run: echo ${{ github.token }} ${{ steps.secrets.outputs.x }}', 0],
  ])('or finds it: %s', (text, count) => {
    expect(secretsIn(text)).toHaveLength(count);
  });

  test('hands values to scripts by the environment, never as a part of them', () => {
    const scripts = JOBS.flatMap(({ steps }) => steps.map((step) => textIn(step, 'run')));
    expect(scripts.filter((script) => script !== '')).not.toHaveLength(0);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  test('leaves no credentials behind in a checkout', () => {
    const checkouts = JOBS.flatMap(({ steps }) => steps).filter((step) =>
      textIn(step, 'uses').startsWith('actions/checkout@'),
    );
    expect(checkouts).not.toHaveLength(0);
    for (const step of checkouts) expect(step).toMatchObject({ with: { 'persist-credentials': false } });
  });

  test('ends in time, and does not run beside itself', () => {
    // A workflow that a job calls has its own times.
    for (const { name, job } of JOBS.filter(({ job }) => job.uses === undefined)) {
      const minutes = job['timeout-minutes'];
      expect([name, typeof minutes === 'number' && minutes > 0 && minutes <= 45]).toEqual([name, true]);
    }
    for (const file of WORKFLOWS) {
      expect(parsed(file)).toMatchObject({
        concurrency: { group: expect.any(String), 'cancel-in-progress': expect.anything() },
      });
    }
  });
});

describe('continuous integration', () => {
  /** The npm scripts that a text runs, `cit` and `ci` as well. */
  function npmScripts(text: string): string[] {
    const runs = text.replaceAll(/#.*$/gm, '').matchAll(/\bnpm (?:(?:run )?(?:--silent |-s )?)([a-z][\w:-]*)/g);
    return [...new Set([...runs].map(([, name = '']) => name))];
  }

  /** What runs for every pull request on Linux. */
  const linux = ['ci', 'check-dist', 'dependency-review']
    .flatMap((name) => jobsOf(`.github/workflows/${name}.yml`))
    .filter(({ job }) => JSON.stringify([job['runs-on'], job.strategy]).includes('ubuntu-latest'))
    .flatMap(({ steps }) => steps.map((step) => textIn(step, 'run')))
    .join('\n');

  test('runs on Linux what .ci/run does', () => {
    const local = npmScripts(textOf('.ci/run'));
    expect(local).toEqual(expect.arrayContaining(['cit', 'lint', 'typecheck', 'check-dist']));
    expect(npmScripts(linux)).toEqual(expect.arrayContaining(local));
    expect(npmScripts(linux)).toContain('test:workflows');
  });

  test('takes the same act as .ci/run, where that installs one, and the tests ask for no newer', () => {
    const acts = (text: string) => [...text.matchAll(/nektos\/act@(\S+)/g)].map(([, version]) => version);
    expect(acts(linux)).toHaveLength(1);
    expect(acts(linux)).toEqual(acts(textOf('.ci/run')));
    expect(acts(linux)).toEqual([`v${LEAST_ACT}`]);
    expect(textOf('.ci/run')).toContain(`if [ "$oldest" != ${LEAST_ACT} ]`);
  });

  test('runs the tests on Linux, Windows and macOS, and tells of each', () => {
    expect(jobNamed('.github/workflows/ci.yml', 'test').job).toMatchObject({
      'runs-on': '${{ matrix.os }}',
      strategy: { 'fail-fast': false, matrix: { os: ['ubuntu-latest', 'windows-latest', 'macos-latest'] } },
      steps: expect.arrayContaining([expect.objectContaining({ run: 'npm cit' })]),
    });
  });

  test('takes place for every pull request, and for main', () => {
    for (const name of ['ci', 'check-dist', 'codeql']) {
      expect(parsed(`.github/workflows/${name}.yml`)).toMatchObject({
        on: { push: { branches: ['main'] }, pull_request: null },
      });
    }
  });
});

test('CodeQL reads the sources and the workflows, and not what is built of them', () => {
  const { job, steps } = jobNamed('.github/workflows/codeql.yml', 'analyze');
  expect(job).toMatchObject({ strategy: { matrix: { language: ['javascript-typescript', 'actions'] } } });
  const config: unknown = steps
    .map((step) => (isRecord(step.with) ? textIn(step.with, 'config') : ''))
    .filter((text) => text !== '')
    .map((text): unknown => parse(text))[0];
  expect(config).toEqual({ 'paths-ignore': ['dist'] });
});

test('Scorecard keeps to what its service takes', () => {
  const { job, steps } = jobNamed('.github/workflows/scorecard.yml', 'scorecard');
  for (const part of [parsed('.github/workflows/scorecard.yml'), job]) {
    expect(Object.keys(part)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:env|defaults)$/)]));
  }
  expect(job['runs-on']).toBe('ubuntu-latest');
  expect(steps.map((step) => textIn(step, 'uses').replace(/@.*/, ''))).toEqual([
    'actions/checkout',
    'ossf/scorecard-action',
    'actions/upload-artifact',
    'github/codeql-action/upload-sarif',
  ]);
});

test('Dependabot looks after packages and actions, weekly, together, and not at once', () => {
  const { version, updates } = parsed('.github/dependabot.yml');
  expect(version).toBe(2);
  expect(recordsIn(updates).map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  for (const update of recordsIn(updates)) {
    expect(update).toMatchObject({
      schedule: { interval: 'weekly' },
      cooldown: { 'default-days': 7 },
      groups: expect.any(Object),
    });
  }
  expect(recordsIn(updates)[0]).toMatchObject({ directory: '/' });
  // In `/` it looks into .github/workflows, and in any other folder into all of its YAML files.
  expect(recordsIn(updates)[1]?.directories).toEqual(['/', '/examples/workflows']);
  // For actions, Dependabot takes no other key there, and would drop the whole entry.
  expect(recordsIn(updates)[1]?.cooldown).toEqual({ 'default-days': 7 });
});

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

  test('has what the changelog says of its version as notes', () => {
    expect(releaseNotes('v1.10.0', '1.10.0', CHANGELOG)).toBe('### Added\n\n- Something.\n');
    expect(releaseNotes('v1.1.0', '1.1.0', CHANGELOG.replaceAll('\n', '\r\n'))).toBe('- Older.\n');
  });

  test.each([
    ['v1.2', '1.2.0', 'v1.2 is no tag of a release, such as v1.2.3'],
    ['v1.2.3-rc.1', '1.2.3-rc.1', 'v1.2.3-rc.1 is no tag of a release, such as v1.2.3'],
    ['v1.10.0', '1.1.0', 'v1.10.0 is not the version of package.json, 1.1.0'],
    ['v2.0.0', '2.0.0', 'CHANGELOG.md has no section "## [2.0.0]"'],
    ['v1.0.0', '1.0.0', 'In CHANGELOG.md, "## [1.0.0]" goes without its day: "## [1.0.0] - 2026-01-31"'],
    ['v0.9.0', '0.9.0', 'In CHANGELOG.md, nothing stands below "## [0.9.0]"'],
  ])('is refused for %s of version %s', (tag, version, message) => {
    expect(() => releaseNotes(tag, version, CHANGELOG)).toThrow(new Error(message));
  });

  test('is held against the package.json and CHANGELOG.md of this repository', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('scripts/release.ts'), 'v0.0.0'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^v0\.0\.0 is not the version of package\.json, \d+\.\d+\.\d+\n$/);
  });

  test('is not the first to ask what is known to be vulnerable: pull requests and a schedule do', () => {
    const { on } = parsed('.github/workflows/dependency-review.yml');
    expect(on).toMatchObject({ pull_request: null, schedule: [{ cron: expect.any(String) }] });
    const { steps } = jobNamed('.github/workflows/dependency-review.yml', 'audit');
    expect(steps.map((step) => textIn(step, 'run'))).toContain('npm audit --package-lock-only --omit=dev');
  });

  test('begins with a tag vX.Y.Z, and is made once CI, dist and audit have passed', () => {
    expect(parsed(RELEASE)).toMatchObject({ on: { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } } });
    const { job } = jobNamed(RELEASE, 'release');
    expect(job).toMatchObject({ needs: ['ci', 'check'] });
    expect(job).not.toHaveProperty('if');
    const scripts = jobNamed(RELEASE, 'check').steps.map((step) => textIn(step, 'run'));
    expect(scripts).toEqual(expect.arrayContaining(['npm run check-dist', 'npm audit --omit=dev']));
  });

  test('has passed all of CI at its own commit: tests on every system, lint, types, and whole workflows', () => {
    expect(jobNamed(RELEASE, 'ci').job).toMatchObject({ uses: './.github/workflows/ci.yml' });
    expect(parsed('.github/workflows/ci.yml').on).toHaveProperty('workflow_call');
    for (const { job, steps } of jobsOf('.github/workflows/ci.yml')) {
      // What a call of it left out, or let fail, would be released untested.
      for (const part of [job, ...steps]) {
        expect(part).not.toHaveProperty('continue-on-error');
        expect(textIn(part, 'if')).not.toMatch(/event/);
      }
    }
  });

  test('runs no dependency beside its permissions, and attests all that workflows run', () => {
    const { steps } = jobNamed(RELEASE, 'release');
    const scripts = steps.map((step) => textIn(step, 'run')).join('\n');
    expect(scripts).not.toMatch(/\bnpm (?:ci|cit|install|i|run|exec)\b|\bnpx\b/);
    expect(scripts).toContain('node scripts/sbom.ts > "$RUNNER_TEMP/release/mailbox-report.cdx.json"');
    const [attest] = steps.filter((step) => textIn(step, 'uses').startsWith('actions/attest-build-provenance@'));
    const subjects = isRecord(attest?.with) ? textIn(attest.with, 'subject-path').trim().split('\n') : [];
    expect(subjects).toEqual(['dist/*', 'dist/validate/*', '${{ runner.temp }}/release/mailbox-report.cdx.json']);
  });

  // Its scripts, run by a bash that finds this program as gh and git.
  describeOnPosix('asks GitHub', () => {
    const FAKE = `#!/usr/bin/env bash
case "\${0##*/} $*" in
  'git rev-parse HEAD') echo c0ffee; exit ;;
  'git rev-parse HEAD:.github/workflows') echo "$WORKFLOWS"; exit ;;
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
      temp = mkdtempSync(path.join(tmpdir(), 'release-'));
      for (const program of ['gh', 'git']) {
        writeFileSync(path.join(temp, program), FAKE);
        chmodSync(path.join(temp, program), 0o755);
      }
      for (const file of ['calls', 'output']) writeFileSync(path.join(temp, file), '');
      writeFileSync(path.join(temp, 'bundle.json'), '{}');
      mkdirSync(path.join(temp, 'release'));
    });

    afterEach(() => {
      rmSync(temp, { recursive: true, force: true });
    });

    /** Runs a step of the release of v1.2.0; what it wrote, what it asked GitHub to do, and its exit code. */
    function runStep(name: string, env: Readonly<Record<string, string>>) {
      const step = jobNamed(RELEASE, 'release').steps.find((candidate) => candidate.name === name);
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
          ...{ DRAFT: '', PUBLISHED: '', REFS: '', IMMUTABLE: '', REFUSED: '', HOW: '' },
          ...{ WORKFLOWS: 'f00d', WORKFLOWS_OF_MAIN: 'f00d' },
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
      'TEMP/release/mailbox-report.cdx.json TEMP/release/mailbox-report.sigstore.json';
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
    ])('to publish %s', (_which, draft, published, calls) => {
      expect(runStep(PUBLISH, { DRAFT: draft, PUBLISHED: published })).toMatchObject({ status: 0, calls });
    });

    test.each([
      ['true', 0],
      ['false', 1],
      ['null', 1],
    ])('whether it is immutable: %s ends with %i', (immutable, status) => {
      expect(runStep('The release is immutable', { IMMUTABLE: immutable }).status).toBe(status);
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
    ])('and %s', (_what, published, refs, outputs) => {
      expect(runStep(SEE, { PUBLISHED: published, REFS: refs })).toMatchObject({ status: 0, outputs, calls: [] });
    });

    test('and publishes nothing where main has other workflows by now, to which GitHub lets no run move a tag', () => {
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
    ])('to %s the major tag', (how, call) => {
      expect(jobNamed(RELEASE, 'release').steps.at(-1)).toMatchObject({
        name: MOVE,
        if: "${{ steps.major.outputs.how != '' }}",
      });
      expect(runStep(MOVE, { HOW: how })).toMatchObject({ status: 0, calls: [call] });
    });

    test.each(['make', 'move'])('and says how to %s it by hand where GitHub refuses', (how) => {
      const { status, stdout } = runStep(MOVE, { HOW: how, REFUSED: 'yes' });
      expect(status).toBe(1);
      expect(stdout).toMatch(/^::error title=v1 has not moved::v1\.2\.0 is published/);
      expect(stdout).toContain(BY_HAND);
    });
  });
});

describe('an issue form', () => {
  test.each(FORMS)('%s has the keys that GitHub asks for', (file) => {
    const form = parsed(file);
    expect(form).toMatchObject({ name: expect.stringMatching(/./), description: expect.stringMatching(/./) });
    const body = recordsIn(form.body);
    const questions = body.filter(({ type }) => type !== 'markdown');
    expect(questions).not.toHaveLength(0);
    for (const { type, id, attributes } of questions) {
      expect(['textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toEqual(expect.stringMatching(/^[\w-]+$/));
      expect(attributes).toMatchObject({ label: expect.stringMatching(/./) });
    }
    for (const { attributes } of body.filter(({ type }) => type === 'markdown')) {
      expect(attributes).toMatchObject({ value: expect.stringMatching(/./) });
    }
    expect(repeated(questions.map(({ id }) => id))).toEqual([]);
    expect(repeated(questions.map(({ attributes }) => isRecord(attributes) && attributes.label))).toEqual([]);
  });

  test.each(FORMS)('%s gives choices where it asks to choose', (file) => {
    const choices = (kind: string) =>
      recordsIn(parsed(file).body)
        .filter(({ type }) => type === kind)
        .map(({ attributes }) => (isRecord(attributes) ? listIn(attributes.options) : []));
    for (const options of choices('dropdown')) {
      expect(options).not.toHaveLength(0);
      expect(options.filter((option) => typeof option !== 'string')).toEqual([]);
      expect(repeated(options)).toEqual([]);
    }
    for (const options of choices('checkboxes')) {
      expect(options).not.toHaveLength(0);
      expect(options.filter((option) => !isRecord(option) || textIn(option, 'label') === '')).toEqual([]);
    }
  });

  test('is not asked for where a vulnerability is to be told, or an error is explained', () => {
    const { blank_issues_enabled: blank, contact_links: links } = parsed('.github/ISSUE_TEMPLATE/config.yml');
    expect(blank).toBe(false);
    for (const link of recordsIn(links)) {
      expect(link).toEqual({
        name: expect.stringMatching(/./),
        url: expect.stringMatching(/^https:/),
        about: expect.stringMatching(/./),
      });
    }
    const repository = 'https://github.com/mailbox-report/mailbox-report';
    expect(recordsIn(links).map(({ url }) => url)).toEqual(
      expect.arrayContaining([
        `${repository}/security/advisories/new`,
        `${repository}/blob/main/docs/troubleshooting.md`,
      ]),
    );
  });

  test('links to files that are there', async () => {
    const links = (await filesLike('.github/**/*.{yml,md}')).flatMap((file) =>
      [...textOf(file).matchAll(/\/mailbox-report\/blob\/main\/([\w./-]+)/g)].map(([, target = '']) => target),
    );
    expect(links).not.toHaveLength(0);
    for (const link of links) expect(await filesLike(link)).toEqual([link]);
  });
});

test('CONTRIBUTING.md says what each folder of the sources is for', async () => {
  const told = tableOf(textOf('CONTRIBUTING.md'), 'Folder').rows.map(([folder = '']) => codeIn(folder));
  const folders = (await filesLike('src/*/*')).map((file) => path.posix.dirname(file));
  expect(told).toEqual(expect.arrayContaining([...new Set(folders)]));
});
