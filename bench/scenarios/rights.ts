import { minutes, ms, mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';
import { appliedPlan } from './remediate.ts';

/** One in five gives a right. */
const MAILBOXES = 17_000;
/** Mailboxes whose changes are applied: they have some 5,000 rights. */
const LIMIT = 3_300;
const REQUEST_MS = 50;
const MOST_TIMES = 1.1;
const LATENCIES = ['--latency-batch', '--latency-single', '--latency-exchange'];
const OPTIONS = LATENCIES.flatMap((name) => [name, String(REQUEST_MS)]).concat(
  ['--role', 'User.Read.All'],
  ['--directory-role', 'Exchange Administrator'],
);
const POLICIES = {
  Settings: `rules:
  - { id: web, report: client-access, expect: { OWAEnabled: { const: false } }, set: { OWAEnabled: false } }
`,
  Rights: `rules:
  - { id: rights, report: mailbox-permissions, expect: { Trustee: { enum: [nobody] } }, set: remove }
`,
};

/** Rights are taken away as fast as settings of Exchange Online are changed. One round: it takes minutes. */
export async function rights(premises: Premises): Promise<Section> {
  const applied: { readonly what: string; readonly msPerChange: number; readonly cells: readonly string[] }[] = [];
  for (const [what, policy] of Object.entries(POLICIES)) {
    const tenant = await startTenantProcess(premises, { mailboxes: MAILBOXES, options: OPTIONS });
    try {
      const { applied: cost, changes } = await appliedPlan(premises, tenant, policy, LIMIT);
      const { wallMs, cpuMs, peakBytes } = cost;
      const msPerChange = wallMs / changes;
      const cells = [what, whole(changes), minutes(wallMs), msPerChange.toFixed(1), ms(cpuMs), mib(peakBytes)];
      applied.push({ what, msPerChange, cells });
    } finally {
      await tenant.close();
    }
  }
  const [settings, removals] = applied;
  const share = (removals?.msPerChange ?? NaN) / (settings?.msPerChange ?? NaN);
  return {
    title: `Remediation in Exchange Online: changes of ${whole(LIMIT)} mailboxes, ${REQUEST_MS} ms a request`,
    notes: ['A removal reads the trustee and the entry, writes, and reads the entry again.'],
    table: {
      head: ['', 'Changes', 'Wall', 'ms a change', 'CPU', 'Peak memory'],
      rows: applied.map(({ cells }) => [...cells]),
    },
    floors: [{ what: 'Time of a removal, of a setting', value: share, bound: MOST_TIMES, side: 'most', show: times }],
  };
}
