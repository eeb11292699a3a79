import { atMost, some } from '../floor.ts';
import { minutes, ms, mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess } from '../tenant-process.ts';
import { appliedPlan } from './remediate.ts';

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

interface Applied {
  /** The name of its policy. */
  readonly what: string;
  readonly changes: number;
  readonly msPerChange: number;
  readonly cells: readonly string[];
}

/** Rights are taken away as fast as settings of Exchange Online are changed. One round: it takes minutes. */
export async function rights(
  premises: Premises,
  _rounds: number,
  { rights: { mailboxes, changed } }: Sizes,
): Promise<Section> {
  const applied: Applied[] = [];
  for (const [what, policy] of Object.entries(POLICIES)) {
    const tenant = await startTenantProcess(premises, { mailboxes, options: OPTIONS });
    try {
      const { applied: cost, changes } = await appliedPlan(premises, tenant, policy, changed);
      const { wallMs, cpuMs, peakBytes } = cost;
      const msPerChange = wallMs / changes;
      const cells = [what, whole(changes), minutes(wallMs), msPerChange.toFixed(1), ms(cpuMs), mib(peakBytes)];
      applied.push({ what, changes, msPerChange, cells });
    } finally {
      await tenant.close();
    }
  }
  const [settings, removals] = applied;
  const share = (removals?.msPerChange ?? NaN) / (settings?.msPerChange ?? NaN);
  return {
    title: `Remediation in Exchange Online: changes of ${whole(changed)} mailboxes, ${REQUEST_MS} ms a request`,
    notes: ['A removal reads the trustee and the entry, writes, and reads the entry again.'],
    table: {
      head: ['', 'Changes', 'Wall', 'ms a change', 'CPU', 'Peak memory'],
      rows: applied.map(({ cells }) => [...cells]),
    },
    floors: [
      atMost('Time of a removal, of a setting', share, MOST_TIMES, times),
      // A mailbox has at least one change.
      ...applied.map(({ what, changes }) => some(`${what} applied and verified`, changes, changed)),
    ],
  };
}
