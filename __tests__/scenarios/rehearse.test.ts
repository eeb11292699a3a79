import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Tenant, WorkflowRun } from '../../tenant/tenant.ts';
import { runValidate, UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { runProgram } from '../cli/command-line.ts';
import { newFolder } from '../support/new-folder.ts';

const { newTenant, run, validate } = inProcessScenarios({ 'fail-on': 'never', 'max-unreadable': '100%' });

const ZONE = '- { id: zone, expect: { TimeZone: { const: UTC } } }';
const LANGUAGE = '- { id: language, severity: warning, expect: { Language: { const: en-US } } }';
const EXTERNAL = '- { id: external, expect: { AutomaticReplyExternalAudience: { const: none } } }';
const policyOf = (...rules: readonly string[]): string => `rules:\n${rules.map((rule) => `  ${rule}\n`).join('')}`;
const BASE = { 'mailboxes.txt': '', 'policy.yml': policyOf(ZONE, LANGUAGE) };

let tenant: Tenant;
/** The run whose artifact is rehearsed. */
let night: WorkflowRun;
let found: RunOutcome;
let lists: string;

beforeAll(async () => {
  tenant = await newTenant({ mailboxes: 40, log: true });
  lists = `${tenant.addresses.join('\n')}\n`;
  night = await tenant.startRun({ conclusion: 'success' });
  found = await nightRun(night, BASE['policy.yml']);
});

/** A scheduled run with an artifact. */
function nightRun({ env, runtimeToken }: WorkflowRun, policy: string, inputs = {}): Promise<RunOutcome> {
  return run(
    { ...tenant, runtimeToken },
    { env, files: { 'policy.yml': policy }, inputs: { ...UPLOADED, policy: 'policy.yml', compare: 'off', ...inputs } },
  );
}

interface Change {
  readonly files?: Readonly<Record<string, string>>;
  readonly base?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly isFork?: boolean;
  readonly isPublic?: boolean;
}

/** Validates the files of a pull request whose base commit has other ones. */
async function pullRequest(
  { files = {}, base = {}, inputs = {}, isFork = false, isPublic = false }: Change,
  act: typeof validate = validate,
): Promise<RunOutcome> {
  const sha = tenant.commit({ ...BASE, 'mailboxes.txt': lists, ...base });
  const { env } = await tenant.startRun({ event: 'pull_request', branch: 'change', workflow: 77 });
  const repository = { id: 1, visibility: isPublic ? 'public' : 'private' };
  const event = {
    repository,
    pull_request: { base: { sha, repo: repository }, head: { sha: 'x', repo: { id: isFork ? 2 : 1 } } },
  };
  const eventFile = path.join(newFolder(), 'event.json');
  await writeFile(eventFile, JSON.stringify(event));
  return act(
    { ...BASE, 'mailboxes.txt': lists, ...files },
    {
      mailboxes: 'mailboxes.txt',
      policy: 'policy.yml',
      rehearse: 'auto',
      'github-token': tenant.githubToken,
      ...inputs,
    },
    { ...env, GITHUB_EVENT_PATH: eventFile },
  );
}

function commentOf({ outputs }: RunOutcome): Promise<string> {
  return readFile(outputs['rehearsal-file'] ?? '', 'utf8');
}

describe('a rehearsal in a pull request', () => {
  test('finds what the run found if nothing changes', async () => {
    const result = await pullRequest({}, runValidate);
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.outputs).toMatchObject({
      result: 'pass',
      'would-violate-count': found.outputs['violation-count'],
      'would-be-new-count': '0',
      'would-be-resolved-count': '0',
    });
    expect(result.printed).not.toContain(tenant.githubToken);
  });

  test('names at most ten mailboxes a rule, and none in a public repository or with counts', async () => {
    const change = { files: { 'policy.yml': policyOf(ZONE, LANGUAGE, EXTERNAL) } };
    const full = await commentOf(await pullRequest(change));
    const names = (text: string): number => tenant.addresses.filter((address) => text.includes(address)).length;
    expect(names(full)).toBeGreaterThan(0);
    expect(names(full)).toBeLessThanOrEqual(10);
    for (const hidden of [{ isPublic: true }, { inputs: { summary: 'counts' } }]) {
      const result = await pullRequest({ ...change, ...hidden });
      expect(names(await commentOf(result)) + names(result.summary) + names(result.log)).toBe(0);
      expect(result.summary).toMatch(/Would find/);
    }
  });

  test('shows no cell, whatever the message of a rule is', async () => {
    const rule = `- { id: zone, expect: { TimeZone: { const: Nowhere } }, message: 'zone {TimeZone}' }`;
    const comment = await commentOf(await pullRequest({ files: { 'policy.yml': policyOf(rule) } }));
    expect(comment).toContain('zone');
    const zones = found.rows.flatMap(({ TimeZone = '' }) =>
      comment.includes(TimeZone) && TimeZone !== '' ? [TimeZone] : [],
    );
    expect(zones).toEqual([]);
  });

  test('says which mailboxes the lists gain and lose, and counts nothing of those without rows', async () => {
    const kept = tenant.addresses.slice(5);
    const result = await pullRequest({ files: { 'mailboxes.txt': `${kept.join('\n')}\nnew@contoso.com\n` } });
    const comment = await commentOf(result);
    expect(comment).toMatch(/1 mailbox added to the lists: .*new@contoso\.com/);
    expect(comment).toMatch(/5 mailboxes removed from the lists/);
    expect(comment).toMatch(/1 mailbox of the lists cannot be judged/);
    const lost = found
      .rowsOf('violations')
      .filter(
        ({ Rule, MailboxName = '', Verdict }) => Rule === 'zone' && !kept.includes(MailboxName) && Verdict === 'fail',
      );
    expect(result.outputs['would-be-resolved-count']).toBe(String(lost.length));
  });

  test('takes policy and lists before from the base commit, not from the run', async () => {
    const changed = policyOf(ZONE, LANGUAGE, EXTERNAL);
    const result = await pullRequest({ files: { 'policy.yml': changed }, base: { 'policy.yml': changed } });
    expect(result.outputs['would-be-new-count']).toBe('0');
    const glob = await pullRequest({
      files: { 'lists/a.txt': lists, 'lists/b.txt': 'b@contoso.com\n' },
      base: { 'lists/a.txt': lists },
      inputs: { mailboxes: 'lists/*.txt' },
    });
    expect(await commentOf(glob)).toMatch(/1 mailbox added to the lists: .*b@contoso\.com/);
  });

  test('takes the catalogues that the policy before names from the base commit', async () => {
    const catalogue = [
      'title: Our controls',
      'source: https://intranet.contoso.com/controls',
      'as-of: 2026-11-01',
      'checked: 2026-12-01',
      'controls: [{ id: zones, title: Time zones, parts: [{ subject: mailboxes, covered: whole }] }]',
    ].join('\n');
    const ruled = policyOf(ZONE.replace(/ }$/, ', controls: [controls/own.yml/zones] }'), LANGUAGE);
    const { errors, outputs, summary } = await pullRequest({
      base: { 'policy.yml': ruled, 'controls/own.yml': catalogue },
    });
    expect(errors).toEqual([]);
    expect(summary).toContain('Would find');
    expect(outputs['would-be-new-count']).toBe('0');
  });

  test('says what an exemption would cover', async () => {
    const [first = ''] = found
      .rowsOf('violations')
      .flatMap(({ Rule, MailboxName = '', Verdict }) => (Rule === 'zone' && Verdict === 'fail' ? [MailboxName] : []));
    const exemption = `exemptions: [{ rule: zone, mailboxes: [${first}], reason: R, owner: o@contoso.com, expires: 2099-01-31 }]\n`;
    const result = await pullRequest({ files: { 'policy.yml': BASE['policy.yml'] + exemption } });
    expect(await commentOf(result)).toContain(`newly exempt: \`${first}\``);
    expect(result.outputs['would-be-resolved-count']).toBe('0');
    expect(Number(result.outputs['would-violate-count'])).toBe(Number(found.outputs['violation-count']) - 1);
  });

  test('counts by severity, and names weaker rules first, with the mailboxes that no longer fail', async () => {
    const softer = policyOf(ZONE.replace('{ ', '{ severity: warning, '), LANGUAGE);
    const failing = Number(found.outputs['violation-count']);
    const inputs = { 'fail-on-rehearsal': 'new' };
    const stricter = await pullRequest({ base: { 'policy.yml': softer }, inputs });
    expect(stricter).toMatchObject({ code: 1, outputs: { 'would-be-new-count': String(failing) } });
    expect(stricter.summary).toContain(`| \`zone\` | error, was warning | 0 | ${failing} | ${failing} |`);
    const weaker = await pullRequest({ files: { 'policy.yml': softer }, inputs });
    expect(weaker).toMatchObject({
      code: 0,
      outputs: { 'would-violate-count': '0', 'would-be-resolved-count': String(failing) },
    });
    const comment = await commentOf(weaker);
    expect(comment).toContain(`${failing} fewer`);
    expect(comment).toMatch(
      /1 rule is weaker than before[^]*- Weaker: `zone` is a warning instead of an error[^]*\n\| Rule/,
    );
    expect(comment).toContain(`no longer fails for ${failing} mailboxes: \``);
  });

  test('names a rule that is weaker by its condition, an exemption or the baseline, or is removed', async () => {
    const [first = ''] = found
      .rowsOf('violations')
      .flatMap(({ Rule, MailboxName = '', Verdict }) => (Rule === 'zone' && Verdict === 'fail' ? [MailboxName] : []));
    const narrowed = ZONE.replace('expect', `when: { MailboxName: { not: { const: ${first} } } }, expect`);
    const one = `no longer fails for 1 mailbox: \`${first}\``;
    const exemption = `exemptions: [{ rule: zone, mailboxes: [${first}], reason: R, owner: o, expires: 2099-01-31 }]\n`;
    for (const [policy, text] of [
      [policyOf(narrowed, LANGUAGE), `applies to other rows, and ${one}`],
      [BASE['policy.yml'] + exemption, `has more exemptions, and ${one}`],
      [policyOf(LANGUAGE), 'is removed, and no longer fails for'],
    ] as const) {
      const comment = await commentOf(await pullRequest({ files: { 'policy.yml': policy } }));
      expect(comment).toContain(`Weaker: \`zone\` ${text}`);
    }
    const baseline = await readFile(path.join(found.outputs['output-directory'] ?? '', 'baseline.csv'), 'utf8');
    const accepted = await pullRequest({ files: { 'baseline.csv': baseline }, inputs: { baseline: 'baseline.csv' } });
    expect(await commentOf(accepted)).toContain('Weaker: `zone` has more accepted violations, and no longer fails for');
  });

  test('names rules that the rows cannot decide, and resolves nothing by them', async () => {
    const rule = '- { id: usage, report: mailbox-usage, expect: { UsedGB: { maximum: 1 } } }';
    const result = await pullRequest({ files: { 'policy.yml': policyOf(ZONE, LANGUAGE, rule) } });
    expect(await commentOf(result)).toMatch(/The rule usage is not judged.*no rows of mailbox-usage/);
    expect(result.summary).toMatch(/Would find .*; 1 rule is not judged/);
    expect(result.outputs['would-be-new-count']).toBe('0');

    const softer = rule.replace('id: usage', 'id: zone, severity: warning');
    const comment = await commentOf(await pullRequest({ files: { 'policy.yml': policyOf(softer, LANGUAGE) } }));
    expect(comment).toContain(
      'Weaker: `zone` is a warning instead of an error, and it is not known for which mailboxes it no longer fails',
    );
  });

  test('names a rule that is removed and failed for no mailbox', async () => {
    const never = '- { id: never, expect: { MailboxName: { minLength: 1 } } }';
    const comment = await commentOf(await pullRequest({ base: { 'policy.yml': policyOf(ZONE, LANGUAGE, never) } }));
    expect(comment).toContain('Weaker: `never` is removed, and failed for no mailbox of the report');
  });

  test('takes the columns of the list from the pull request', async () => {
    const team = '- { id: team, expect: { Team: { const: A } } }';
    const files = {
      'policy.yml': policyOf(ZONE, LANGUAGE, team),
      'list.csv': `MailboxName,Team\n${tenant.addresses.map((address, at) => `${address},${at % 2 === 0 ? 'A' : 'B'}\n`).join('')}`,
    };
    const inputs = { mailboxes: 'list.csv', 'extra-columns': 'Team' };
    const result = await pullRequest({ files, inputs });
    const real = await run(tenant, { files, inputs: { ...inputs, policy: 'policy.yml', compare: 'off' } });
    const violations = real.rowsOf('violations').filter(({ Rule, Verdict }) => Rule === 'team' && Verdict === 'fail');
    expect(violations.length).toBeGreaterThan(10);
    expect(result).toMatchObject({
      code: 0,
      errors: [],
      outputs: { result: 'pass', 'would-be-new-count': String(violations.length) },
    });

    // Without a list, nothing says what is in the column.
    const unknown = await pullRequest({ files, inputs: { ...inputs, mailboxes: 'all' } });
    expect(unknown).toMatchObject({ code: 0, errors: [], outputs: { 'would-be-new-count': '0' } });
    expect(await commentOf(unknown)).toMatch(/The rule team is not judged. .* the column Team of the list/);
  });

  test('names a rule of the base commit alone that the rows cannot decide', async () => {
    const usage = '- { id: usage, report: mailbox-usage, expect: { UsedGB: { maximum: 1 } } }';
    const result = await pullRequest({ base: { 'policy.yml': policyOf(ZONE, LANGUAGE, usage) } });
    const comment = await commentOf(result);
    expect(comment).toContain('Weaker: `usage` is removed, and it is not known for which mailboxes it no longer fails');
    expect(comment).toContain('| `usage` (removed) | error | unknown |');
    expect(comment).toContain(
      'The rule usage of the policy before is not judged. The report has no rows of mailbox-usage.',
    );
  });

  test('fails the step for new violations if that is asked for', async () => {
    const change = { files: { 'policy.yml': policyOf(ZONE, LANGUAGE, EXTERNAL) } };
    const result = await pullRequest({ ...change, inputs: { 'fail-on-rehearsal': 'new' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'violations' } });
    const without = await pullRequest({ inputs: { 'fail-on-rehearsal': 'new' } });
    expect(without).toMatchObject({ code: 0, outputs: { result: 'pass' } });
  });

  test('never takes place for a fork, and asks GitHub nothing then', async () => {
    const requests = (): number => tenant.log.filter(({ kind }) => kind === 'github').length;
    const before = requests();
    const result = await pullRequest({ isFork: true });
    expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
    expect(result.outputs).not.toHaveProperty('would-violate-count');
    expect(await commentOf(result)).toMatch(/not rehearsed/);
    expect(requests()).toBe(before);
  });

  test('does not take place without a right to read, and passes', async () => {
    for (const fault of [{ noPermission: true }, { noContents: true }]) {
      tenant.setGithubFaults(fault);
      const result = await pullRequest({});
      tenant.setGithubFaults({});
      expect(result).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass' } });
      expect(result.outputs).not.toHaveProperty('would-violate-count');
    }
  });

  test('fails for a report that is named and cannot be used', async () => {
    const result = await pullRequest({ inputs: { rehearse: 'missing.zip' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors).toMatchObject([{ properties: { title: 'REPORT_UNREADABLE' } }]);
  });

  test('passes over artifacts of forks, of other branches, of pull requests, cancelled and expired ones', async () => {
    const bytes = tenant.artifacts().at(-1)?.bytes ?? Buffer.alloc(0);
    const artifact = { name: 'mailbox-report', bytes };
    for (const options of [
      { fork: true },
      { branch: 'other' },
      { event: 'pull_request' },
      { conclusion: 'cancelled' },
    ]) {
      (await tenant.startRun({ workflow: 91, ...options })).store(artifact);
    }
    (await tenant.startRun({ workflow: 91 })).store({ ...artifact, expiresAt: 1 });
    const comment = await commentOf(await pullRequest({}));
    expect(comment).toContain(night.url);
  });
});

describe('a rehearsal at a terminal', () => {
  const changed = policyOf(ZONE, EXTERNAL);
  const folder = newFolder();

  function rehearse(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    return runProgram(['rehearse', '--policy', 'policy.yml', ...args], env, folder);
  }

  beforeAll(async () => {
    await writeFile(path.join(folder, 'policy.yml'), changed);
    await writeFile(path.join(folder, 'base.yml'), changed);
  });

  test('judges a folder offline, in comparison with what its run found', async () => {
    const report = found.outputs['output-directory'] ?? '';
    const result = await rehearse([report, '--json']);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const before = Number(found.outputs['violation-count']);
    expect(JSON.parse(result.stdout)).toMatchObject({ ok: true, violations: { before } });
    expect(await rehearse([report, '--fail-on', 'new'])).toMatchObject({ code: 1 });
    expect(await rehearse([report, '--fail-on', 'new', '--base-policy', 'base.yml'])).toMatchObject({ code: 0 });
    const text = await rehearse([report, '--summary-file', 'rehearsal.md']);
    expect(text.stdout).toMatch(/^Would find .* of them new \(rule external \d+\)/);
    expect(await readFile(path.join(folder, 'rehearsal.md'), 'utf8')).toContain('| `external`');
  });

  test('judges by report files and lists that options name', async () => {
    const report = found.outputs['output-directory'] ?? '';
    await writeFile(
      path.join(folder, 'own.yml'),
      'name: own\npermission: MailboxSettings.Read\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n',
    );
    await writeFile(
      path.join(folder, 'own-policy.yml'),
      policyOf('- { id: own, report: own, expect: { Zone: { const: UTC } } }'),
    );
    const own = await runProgram(['rehearse', report, '--policy', 'own-policy.yml', '--report', 'own.yml'], {}, folder);
    expect(own).toMatchObject({ code: 0, stderr: '' });
    expect(own.stdout).toContain('The rule own is not judged. The report has no rows of own.');

    await writeFile(path.join(folder, 'team.yml'), policyOf('- { id: team, expect: { Team: { const: A } } }'));
    await writeFile(path.join(folder, 'list.csv'), `MailboxName,Site\n${tenant.addresses[0] ?? ''},B\n`);
    const lost = await runProgram(['rehearse', report, '--policy', 'team.yml', '--mailboxes', 'list.csv'], {}, folder);
    expect(lost).toMatchObject({ code: 2, stdout: '' });
    expect(lost.stderr).toContain('has no column "Team"');
  });

  test('judges mailboxes of a list that the report has by another name, and names those that it lacks', async () => {
    const office = await newTenant({ mailboxes: 6, roles: ['MailboxSettings.Read', 'User.Read.All'] });
    const kept = await run(office, { inputs: { report: 'mailbox-settings,accounts', compare: 'off' } });
    const report = kept.outputs['output-directory'] ?? '';
    const ids = kept.rowsOf('accounts').flatMap(({ Status }, at) => {
      const address = office.addresses[at] ?? '';
      const id = office.exchangeObjects('Get-Mailbox', address)?.[0]?.ExternalDirectoryObjectId;
      return Status === 'ok' && typeof id === 'string' ? [id] : [];
    });
    expect(ids.length).toBeGreaterThan(2);
    await writeFile(path.join(folder, 'ids.txt'), [...ids, 'nobody@contoso.com'].join('\n'));
    const args = [report, '--mailboxes', 'ids.txt', '--base-policy', 'base.yml'];
    expect(JSON.parse((await rehearse([...args, '--json'])).stdout)).toMatchObject({
      mailboxes: ids.length,
      lists: { withoutRows: { count: 1, mailboxes: ['nobody@contoso.com'] } },
    });
    expect((await rehearse(args)).stdout).toContain('nobody@contoso.com');
  });

  test.each([
    [['--base-policy', 'old.yml', 'REPORT'], /--base-policy/],
    [['--mailboxes', 'list.csv', 'REPORT'], /--mailboxes takes ".*" for a mailbox list[^]*Name the report first/],
  ])('says which option is wrong: %j', async (args, expected) => {
    await writeFile(path.join(folder, 'list.csv'), 'MailboxName\na@contoso.com\n');
    const report = found.outputs['output-directory'] ?? '';
    const result = await rehearse(args.map((one) => (one === 'REPORT' ? report : one)));
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(expected);
  });

  test('says that report and policy are swapped', async () => {
    const swapped = await runProgram(['rehearse', 'policy.yml', '--policy', 'report.zip'], {}, folder);
    expect(swapped).toMatchObject({ code: 2, stdout: '' });
    expect(swapped.stderr).toMatch(/swapped: rehearse report\.zip --policy policy\.yml/);
  });

  test('takes the newest artifact of a repository without a report', async () => {
    const { GITHUB_API_URL = '' } = night.env;
    const env = { GH_TOKEN: tenant.githubToken, GITHUB_API_URL };
    const result = await rehearse(['--repository', 'contoso/mailboxes', '--json'], env);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(result.stdout)).toMatchObject({ ok: true, report: { run: night.number } });
  });

  test('refuses a report that is missing, cut or of another tenant', async () => {
    await writeFile(path.join(folder, 'mailbox-report.yml'), 'tenant-id: 00000000-0000-0000-0000-000000000001\n');
    const report = found.outputs['output-directory'] ?? '';
    await mkdir(path.join(folder, 'cut'));
    const bytes = await readFile(path.join(report, 'rows.ndjson.gz'));
    await writeFile(path.join(folder, 'cut', 'rows.ndjson.gz'), bytes.subarray(0, bytes.length / 2));
    for (const [place, reason] of [
      ['missing.zip', /no such file or folder/],
      ['cut', /cannot be decompressed|ends/],
      [report, /another tenant/],
    ] as const) {
      const result = await rehearse([place]);
      expect(result).toMatchObject({ code: 2, stdout: '' });
      expect(result.stderr).toMatch(reason);
    }
    await rm(path.join(folder, 'mailbox-report.yml'));
  });
});
