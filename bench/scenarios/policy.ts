import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runAction } from '../action-run.ts';
import { lineCount } from '../csv-digest.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const MAILBOXES = 100_000;
const MANY_MAILBOXES = 300_000;
const MOST_CPU = 1.15;
const GROWTH = 1.15;

/** Ten rules as people write them: most mailboxes keep them, some do not. */
const POLICY = `rules:
  - id: no-external-replies
    title: Automatic replies that are on stay inside
    when: { AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] }, UserPurpose: { const: user } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
  - id: replies-end
    title: Automatic replies have an end
    severity: warning
    when: { UserPurpose: { const: user } }
    expect: { AutomaticReplyStatus: { not: { const: alwaysEnabled } } }
  - id: language-is-set
    title: The language is set
    expect: { Locale: { type: [string, 'null'], pattern: '^[a-z]{2,3}(-.*)?$' } }
  - id: time-zone-is-set
    title: The time zone is set
    expect: { TimeZone: { type: [string, 'null'], minLength: 1 } }
  - id: date-format
    title: Dates have a form
    expect: { DateFormat: { maxLength: 20 } }
  - id: time-format
    title: Times have a form
    expect: { TimeFormat: { maxLength: 20 } }
  - id: no-sundays
    title: Nobody works seven days
    when: { UserPurpose: { const: user } }
    expect: { WorkingDays: { maxItems: 6 } }
  - id: rooms-do-not-reply
    title: Rooms do not reply
    when: { UserPurpose: { const: room } }
    expect: { AutomaticReplyStatus: { const: disabled } }
  - id: shared-mailboxes-stay-inside
    title: Shared mailboxes reply to nobody outside
    when: { UserPurpose: { const: shared }, AutomaticReplyStatus: { not: { const: disabled } } }
    expect: { AutomaticReplyExternalAudience: { const: none } }
  - id: delegates
    title: Meeting messages reach the owner
    expect: { DelegateMeetingMessages: { type: [string, 'null'] } }
`;

/** What ten rules add to a run where Graph keeps nobody waiting. */
export async function policy(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes: MANY_MAILBOXES, options: ['--limit', 'none'] });
  try {
    return await compare(premises, tenant, rounds);
  } finally {
    await tenant.close();
  }
}

async function compare(premises: Premises, tenant: TenantProcess, rounds: number): Promise<Section> {
  const some = tenant.addresses.slice(0, MAILBOXES);
  const without: MeasuredRun[] = [];
  const judged: MeasuredRun[] = [];
  const large: MeasuredRun[] = [];
  let findings = 0;
  for (let round = 0; round < rounds; round++) {
    const plain = await runAction(premises, tenant, some);
    const ruled = await runAction(premises, tenant, some, { policy: POLICY });
    const many = await runAction(premises, tenant, tenant.addresses, { policy: POLICY });
    without.push(plain);
    judged.push(ruled);
    large.push(many);
    findings = (await lineCount(path.join(path.dirname(ruled.csvFile), 'violations.csv'))) - 1;
    for (const { home } of [plain, ruled, many]) await rm(home, { recursive: true });
  }
  const [cpuWithout, cpuJudged] = [middle(without, 'cpuMs'), middle(judged, 'cpuMs')];
  const peak = middle(judged, 'peakBytes');
  const row = (what: string, mailboxes: number, runs: readonly MeasuredRun[], share: string): string[] => [
    ...[what, whole(mailboxes), seconds(middle(runs, 'cpuMs')), share],
    ...[mib(middle(runs, 'peakBytes')), seconds(middle(runs, 'wallMs'))],
  ];
  return {
    title: 'A policy of ten rules: no latency',
    notes: [
      `The same run without a policy and with one, which finds ${whole(findings)} times in ${whole(MAILBOXES)} mailboxes ` +
        'that a cell is not as a rule expects it, and writes as many rows of `violations.csv`. CPU time and peak memory ' +
        'are those of the whole process; loading what judges is in them.',
    ],
    table: {
      head: ['', 'Mailboxes', 'CPU', 'Share', 'Peak memory', 'Wall'],
      rows: [
        row('Without a policy', MAILBOXES, without, percent(1)),
        row('Ten rules', MAILBOXES, judged, percent(cpuJudged / cpuWithout)),
        row('Ten rules', MANY_MAILBOXES, large, ''),
      ],
    },
    floors: [
      {
        what: 'CPU time, of that without',
        value: cpuJudged / cpuWithout,
        bound: MOST_CPU,
        side: 'most',
        show: percent,
      },
      {
        what: `Peak memory, ${whole(MANY_MAILBOXES)} mailboxes, of that of ${whole(MAILBOXES)}`,
        value: middle(large, 'peakBytes') / peak,
        bound: GROWTH,
        side: 'most',
        show: percent,
      },
    ],
  };
}

function middle(runs: readonly MeasuredRun[], of: 'cpuMs' | 'peakBytes' | 'wallMs'): number {
  return median(runs.map((run) => run[of]));
}
