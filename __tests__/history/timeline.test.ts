import { describe, expect, test } from '@jest/globals';
import { keptReports, type KeptReport } from '../../src/history/kept-report.ts';
import type { TimelineEntry } from '../../src/history/mailbox-history.ts';
import { timeline, type Subject } from '../../src/history/timeline.ts';
import type { JsonObject } from '../../src/json.ts';
import { newFolder } from '../support/new-folder.ts';
import type { StoredResult } from '../support/rows-file.ts';
import { keptFolder, type KeptRuns } from './kept-runs.ts';

const REPORTS = {
  'mailbox-properties': { columns: ['ForwardingSmtpAddress', 'AuditEnabled'] },
  'inbox-rules': { columns: ['RuleName', 'ExternalTargets', 'Enabled'], many: true },
};

/** `3: changed mailbox-properties ForwardingSmtpAddress null "x" from 1`, of each entry in its order. */
async function entriesOf(runs: KeptRuns, subject: Partial<Subject> = {}): Promise<readonly string[]> {
  const { mailboxes } = await timelineOf(runs, subject);
  return mailboxes.flatMap(({ entries }) => entries).map(entryText);
}

async function timelineOf(runs: KeptRuns, subject: Partial<Subject> = {}) {
  const folder = await keptFolder(runs, { reports: REPORTS, hasPolicy: true, rules: ['no-forward'] });
  const { reports } = await keptReports(folder, newFolder(), (file) => file, new Date(0));
  const asked = { addresses: subject.target === undefined ? ['a@x.y'] : undefined, target: undefined, ...subject };
  return timeline(reports, asked, newFolder(), () => undefined);
}

function entryText({
  kind,
  report,
  item,
  column,
  before,
  after,
  rule,
  verdict,
  from,
  to,
  note,
}: TimelineEntry): string {
  const parts = [kind, report, item, column, JSON.stringify(before), JSON.stringify(after), rule, verdict, note];
  return `${dayOf(from)}-${dayOf(to)}: ${parts.filter((part) => part !== '' && part !== 'null').join(' ')}`;
}

function dayOf(report: KeptReport | undefined): string {
  return report === undefined ? '' : String(report.run.run.started.getUTCDate());
}

/** The results of one mailbox in both reports. */
function mailbox(properties: StoredResult, rules: StoredResult = {}) {
  return { mailboxes: { 'a@x.y': [properties, rules] } };
}

function forwarding(address: string | null, violations: readonly JsonObject[] = []): StoredResult {
  return { rows: [[address, true]], violations };
}

function rule(name: string, ...targets: readonly string[]) {
  return [name, [...targets], true];
}

const UNKNOWN = { rows: [['', true]], unknown: [[0]] };
const VIOLATION = { rule: 'no-forward', verdict: 'fail', column: 'ForwardingSmtpAddress', found: 'x@mail.example' };

describe('changes', () => {
  test('are between the two reports with the values before and after, in the order of their runs', async () => {
    const runs = {
      1: mailbox(forwarding(null)),
      2: mailbox(forwarding(null), { rows: [rule('R', 'r@mail.example')] }),
      3: mailbox(forwarding('x@mail.example', [VIOLATION])),
      4: mailbox(forwarding(null)),
    };
    expect(await entriesOf(runs)).toEqual([
      '1-2: added inbox-rules R "ExternalTargets: r@mail.example; Enabled: true"',
      '2-3: changed mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward fail',
      '2-3: removed inbox-rules R "ExternalTargets: r@mail.example; Enabled: true"',
      '2-3: new-violation mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward fail',
      '3-4: changed mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward pass',
      '3-4: resolved mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward pass',
    ]);
  });

  test('reach over reports that do not know the cell or could not read the mailbox', async () => {
    const unread = { status: 'throttled' };
    const runs = {
      1: mailbox(forwarding(null)),
      2: mailbox(UNKNOWN),
      3: mailbox(unread, unread),
      4: mailbox(unread, unread),
      5: mailbox(forwarding('x@mail.example')),
      6: mailbox(UNKNOWN),
      7: mailbox(forwarding('x@mail.example')),
    };
    expect(await entriesOf(runs)).toEqual([
      '3-4: gap not read: mailbox-properties and inbox-rules: throttled',
      '1-5: changed mailbox-properties ForwardingSmtpAddress "x@mail.example"',
    ]);
  });

  test('of rows are known only between reports that know all rows', async () => {
    const some = (...rows: (readonly [string, ...(string | boolean | string[])[]])[]) => ({ rows });
    const open = { rows: [rule('R'), rule('')], unknown: [[], [0]] };
    const runs = {
      1: mailbox(forwarding(null), some(['R', [], true], ['S', [], true])),
      2: mailbox(forwarding(null), open),
      3: mailbox(forwarding(null), some(['R', [], true], ['T', [], true])),
    };
    expect(await entriesOf(runs)).toEqual([
      '1-3: added inbox-rules T "Enabled: true"',
      '1-3: removed inbox-rules S "Enabled: true"',
    ]);
  });

  test('of the list are entries, and values are compared with those before', async () => {
    const runs = {
      1: { mailboxes: { 'b@x.y': [forwarding(null), {}] } },
      2: mailbox(forwarding(null)),
      3: { mailboxes: { 'b@x.y': [forwarding(null), {}] } },
      4: mailbox(forwarding('x@mail.example')),
    };
    expect(await entriesOf(runs)).toEqual([
      '1-2: mailbox-added',
      '2-3: mailbox-removed',
      '3-4: mailbox-added',
      '2-4: changed mailbox-properties ForwardingSmtpAddress "x@mail.example"',
    ]);
  });
});

test('a gap ends with a report that read the mailbox', async () => {
  const unread = mailbox({ status: 'throttled' });
  const read = mailbox(forwarding(null));
  const note = 'gap not read: mailbox-properties: throttled';
  const runs = { 1: read, 2: unread, 3: read, 4: read, 5: unread, 6: unread };
  expect(await entriesOf(runs)).toEqual([`2-2: ${note}`, `5-6: ${note}`]);
});

test('a mailbox is added and removed among reports of the same list', async () => {
  const other = { mailboxes: { 'b@x.y': [forwarding(null), {}] }, listFile: 'other.txt' };
  const none = { mailboxes: { 'c@x.y': [forwarding(null), {}] } };
  const runs = {
    1: mailbox(forwarding(null)),
    2: other,
    3: mailbox(forwarding('x@mail.example')),
    4: other,
    5: none,
  };
  expect(await entriesOf(runs)).toEqual([
    '1-3: changed mailbox-properties ForwardingSmtpAddress "x@mail.example"',
    '3-5: mailbox-removed',
  ]);
});

describe('violations', () => {
  test('of the first report that judges the mailbox are present, since their first day', async () => {
    const violation = { ...VIOLATION, since: '2026-12-01' };
    const runs = {
      1: mailbox(forwarding('x@mail.example', [violation])),
      2: mailbox(forwarding('x@mail.example', [violation])),
    };
    expect(await entriesOf(runs)).toEqual([
      '-1: present mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward fail since 2026-12-01',
    ]);
  });

  test('are new since the latest report whose rule was not inconclusive', async () => {
    const inconclusive = { ...VIOLATION, verdict: 'inconclusive', column: '', found: null };
    const runs = {
      1: mailbox(forwarding('x@mail.example')),
      2: mailbox(forwarding('x@mail.example', [inconclusive])),
      3: mailbox(forwarding('x@mail.example', [VIOLATION])),
      4: mailbox(forwarding('x@mail.example', [inconclusive])),
      5: mailbox(forwarding('x@mail.example')),
    };
    expect(await entriesOf(runs)).toEqual([
      '1-3: new-violation mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward fail',
      '3-5: resolved mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward pass',
    ]);
  });

  test('of a rule that only one of two policies has are a change of the policy', async () => {
    const runs = {
      1: { ...mailbox(forwarding('x@mail.example')), rules: [] },
      2: { ...mailbox(forwarding('x@mail.example', [VIOLATION])), rules: ['no-forward'] },
      3: { ...mailbox(forwarding('x@mail.example')), rules: [] },
    };
    expect(await entriesOf(runs)).toEqual([
      '1-2: rule-added mailbox-properties no-forward no-forward fail',
      '2-3: rule-removed mailbox-properties no-forward no-forward fail',
    ]);
  });

  test('that were never judged before are present, not new', async () => {
    const inconclusive = { ...VIOLATION, verdict: 'inconclusive', column: '', found: null };
    const runs = {
      1: mailbox(forwarding('x@mail.example', [inconclusive])),
      2: mailbox(forwarding('x@mail.example', [VIOLATION])),
    };
    expect(await entriesOf(runs)).toEqual([
      '-2: present mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward fail',
    ]);
  });
});

describe('a target', () => {
  const runs = {
    1: {
      mailboxes: {
        'a@x.y': [forwarding('X@sub.MAIL.example'), {}],
        'b@x.y': [forwarding(null), { rows: [rule('R')] }],
        'c@x.y': [forwarding('x@notmail.example'), {}],
        'd@mail.example': [forwarding(null), {}],
      },
    },
    2: {
      mailboxes: {
        'a@x.y': [forwarding(null), {}],
        'b@x.y': [forwarding(null), { rows: [rule('R', 'y@mail.example'), rule('Other')] }],
        'c@x.y': [forwarding(null), {}],
        'd@mail.example': [forwarding(null), {}],
      },
    },
  };

  test('is found in all mailboxes, as an address of the domain or of one below', async () => {
    const { mailboxes } = await timelineOf(runs, { target: 'mail.example' });
    expect(mailboxes.map(({ names, entries }) => [...names, entries.map(entryText)])).toEqual([
      [
        'a@x.y',
        [
          '-1: present mailbox-properties ForwardingSmtpAddress "X@sub.MAIL.example"',
          '1-2: changed mailbox-properties ForwardingSmtpAddress "X@sub.MAIL.example"',
        ],
      ],
      ['b@x.y', ['1-2: changed inbox-rules R ExternalTargets [] ["y@mail.example"]']],
    ]);
  });

  test('has one entry for a cell that violates a rule, since its first day', async () => {
    const violation = { ...VIOLATION, since: '2026-12-01' };
    const { mailboxes } = await timelineOf(
      { 1: mailbox(forwarding('x@mail.example', [violation])) },
      { target: 'mail.example' },
    );
    expect(mailboxes.flatMap(({ entries }) => entries.map(entryText))).toEqual([
      '-1: present mailbox-properties ForwardingSmtpAddress "x@mail.example" no-forward fail since 2026-12-01',
    ]);
  });

  test('is an address, if it has an @', async () => {
    const { mailboxes } = await timelineOf(runs, { target: 'Y@mail.example' });
    expect(mailboxes.map(({ names }) => [...names])).toEqual([['b@x.y']]);
  });
});
