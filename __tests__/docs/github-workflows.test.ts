import path from 'node:path';
import { expect, test } from '@jest/globals';
import { READ_SHARD, REUSABLE, reusableFiles } from '../../scripts/reusable.ts';
import { isRecord } from '../../src/json.ts';
import { filesLike, textOf } from './repository.ts';
import { jobsOf, parsedYaml, textIn } from './workflow-files.ts';

const WORKFLOWS = await filesLike('.github/workflows/*.{yml,yaml}');
const JOBS = WORKFLOWS.flatMap(jobsOf);
const STEPS = JOBS.flatMap(({ steps }) => steps);

/** The permissions of each workflow and job (`file: job`). A job without an entry has those of its workflow. */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'check-dist.yml': { contents: 'read' },
  'ci.yml': { contents: 'read' },
  'codeql.yml': {},
  'codeql.yml: analyze': { contents: 'read', 'security-events': 'write' },
  'dependency-review.yml': { contents: 'read' },
  'pages.yml': {},
  'pages.yml: sample': { contents: 'read' },
  'pages.yml: publish': { pages: 'write', 'id-token': 'write' },
  'retirements.yml': {},
  'retirements.yml: retirements': { contents: 'read' },
  'report.yml': { contents: 'read' },
  'report.yml: read': { contents: 'read', 'id-token': 'write' },
  'report.yml: report': { contents: 'read', actions: 'read' },
  'release.yml': {},
  'release.yml: ci': { contents: 'read' },
  'release.yml: check': { contents: 'read' },
  'release.yml: npm': { 'id-token': 'write' },
  'release.yml: pages': { contents: 'read', pages: 'write', 'id-token': 'write' },
  'release.yml: release': { contents: 'write', 'id-token': 'write', attestations: 'write' },
  'scorecard.yml': {},
  'scorecard.yml: scorecard': { contents: 'read', 'security-events': 'write', 'id-token': 'write' },
  'simulation.yml': {},
  'simulation.yml: simulate': { contents: 'read' },
  'simulation.yml: issue': { issues: 'write' },
};

/** Events that give neither secrets nor a token with write access to code from forks. */
const EVENTS = [
  'push',
  'pull_request',
  'merge_group',
  'schedule',
  'branch_protection_rule',
  'workflow_call',
  'workflow_dispatch',
];

test('the dependency review allows the licenses of all packages that dist can hold', () => {
  const { packages } = parsedYaml('package-lock.json');
  const review = textOf('.github/workflows/dependency-review.yml');
  const [, licenses = ''] = /allow-licenses: (.*)/.exec(review) ?? [];
  const allowed = new Set(licenses.split(', '));
  const named = [...review.matchAll(/pkg:npm\/([\w.-]+)/g)].map(([, name = '']) => `node_modules/${name}`);
  const runtime = Object.entries(isRecord(packages) ? packages : {}).flatMap(([folder, entry]) => {
    const isDevelopment = isRecord(entry) && (entry.dev === true || entry.devOptional === true || entry.link === true);
    const isRuntime = folder !== '' && isRecord(entry) && !isDevelopment;
    return isRuntime && !named.includes(folder) ? [[folder, textIn(entry, 'license')] as const] : [];
  });
  const isAllowed = (license: string): boolean => {
    const parts = license.replace(/[()]/g, '').split(/ AND | OR /);
    return license.includes(' OR ')
      ? parts.some((part) => allowed.has(part))
      : parts.every((part) => allowed.has(part));
  };
  expect(runtime.length).toBeGreaterThan(50);
  expect(runtime.filter(([, license]) => !isAllowed(license))).toEqual([]);
});

test('branding has icons that the marketplace accepts', () => {
  // Of Feather 4.28; these are left out. https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#exhaustive-list-of-all-currently-supported-icons
  const leftOut = ['coffee', 'columns', 'divide', 'frown', 'hexagon', 'key', 'meh', 'mouse-pointer', 'smile', 'tool'];
  for (const action of ['action.yml', 'validate/action.yml', 'merge/action.yml', 'remediate/action.yml']) {
    const { branding } = parsedYaml(action);
    expect(leftOut).not.toContain(textIn(isRecord(branding) ? branding : {}, 'icon'));
  }
});

test('workflows pin every action by commit, with its version in a comment', () => {
  const uses = WORKFLOWS.flatMap((file) =>
    [...textOf(file).matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, value = '']) => value),
  ).filter((value) => !value.startsWith('./'));
  expect(uses).toHaveLength(STEPS.filter((step) => step.uses !== undefined).length);
  // The reusable workflow uses the actions beside it, at the commit of the workflow file.
  const others = uses.filter((value) => !value.startsWith('$/'));
  for (const value of others) expect(value).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('the reusable workflow uses actions at its own commit, which exist and declare the inputs that it sets', () => {
  const steps = jobsOf('.github/workflows/report.yml').flatMap((job) => job.steps);
  const own = steps.filter((step) => textIn(step, 'uses').startsWith('$/'));
  expect(own.map((step) => step.uses)).toEqual(['$/.github/actions/read-shard', '$/merge']);
  // Without a tag: where an organization enforces pinned commits, a tag is rejected.
  expect(textOf('.github/workflows/report.yml')).not.toMatch(/^[^#\n]*uses: mailbox-report/m);
  for (const step of own) {
    const { inputs } = parsedYaml(`${textIn(step, 'uses').slice(2)}/action.yml`);
    const declared = Object.keys(isRecord(inputs) ? inputs : {});
    expect(declared).toEqual(expect.arrayContaining(Object.keys(isRecord(step.with) ? step.with : {})));
  }
});

test('the reusable workflow and the action that reads a shard have the inputs of the actions, as `npm run build` writes them', async () => {
  const files = await reusableFiles();
  for (const [file, text] of Object.entries(files)) expect([file, textOf(file)]).toEqual([file, text]);
  expect(files[REUSABLE]).toMatch(
    /baseline: \$\{\{ inputs.baseline \}\}[^]*runs-on: \$\{\{ startsWith\(inputs.runner, '\['\) && fromJSON/,
  );
  expect(parsedYaml(READ_SHARD).runs).toEqual({ using: 'node24', main: '../../../dist/index.js' });
});

test('workflows have only the permissions in the table above', () => {
  const workflows = WORKFLOWS.map((file) => [path.posix.basename(file), parsedYaml(file).permissions]);
  const jobs = JOBS.filter(({ job }) => 'permissions' in job).map(({ name, job }) => [name, job.permissions]);
  expect(Object.fromEntries([...workflows, ...jobs])).toEqual(PERMISSIONS);
});

test('workflows use no secret and no event that gives one to code from forks', () => {
  for (const file of WORKFLOWS) {
    const { on } = parsedYaml(file);
    expect(EVENTS).toEqual(expect.arrayContaining(Object.keys(isRecord(on) ? on : { [String(on)]: null })));
    expect(textOf(file)).not.toMatch(/\$\{\{[^}]*\bsecrets\b|^\s*secrets:/m);
  }
});

test('scripts get values from the environment, never from an expression in the script', () => {
  const scripts = STEPS.map((step) => textIn(step, 'run')).filter((script) => script !== '');
  expect(scripts).not.toHaveLength(0);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

test('checkouts do not persist credentials', () => {
  const checkouts = STEPS.filter((step) => textIn(step, 'uses').startsWith('actions/checkout@'));
  expect(checkouts).not.toHaveLength(0);
  for (const step of checkouts) expect(step).toMatchObject({ with: { 'persist-credentials': false } });
});

test('continuous integration runs every npm script that .ci/run runs', () => {
  const npmScripts = (text: string) =>
    new Set([...text.matchAll(/\bnpm (?:run )?(?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name));
  const integration = JOBS.filter(({ name }) => /^(?:ci|check-dist)\.yml/.test(name))
    .flatMap(({ steps }) => steps.map((step) => textIn(step, 'run')))
    .join('\n');
  const local = npmScripts(textOf('.ci/run').replaceAll(/#.*$/gm, ''));
  expect([...local]).toEqual(expect.arrayContaining(['ci', 'test', 'lint', 'check-dist']));
  const integrated = npmScripts(integration);
  // It is both.
  const both = integrated.has('cit') ? ['ci', 'test'] : [];
  expect([...integrated, ...both]).toEqual(expect.arrayContaining([...local]));
});
