/** What `evidence.json` and the last line of the rows file say about the controls of a run. Both are made of what is stored. */
import { hash } from 'node:crypto';
import { POPULATION, type Evidence, type EvidenceControl, type EvidenceException } from '../controls/evidence.ts';
import { roleOf } from '../exchange/cmdlets.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import { listed } from '../text/numbers.ts';
import type { RowsEnd, RowsHeader, RowsReport } from './rows-file.ts';
import { digestOf } from './rows-header.ts';

/** A role in Entra ID that has all cmdlets which read. */
const WIDER_ROLE = 'Global Reader';

/**
 * What a run says about controls.
 *
 * @param controls the lines of `ControlCounts`
 * @param uses how the run used the exemptions of its policy
 * @param rows SHA-256 of the lines of its rows file, in hex
 */
export function evidenceOf(
  header: Pick<RowsHeader, 'productVersion' | 'tenant' | 'cloud' | 'run' | 'digests' | 'list' | 'reports' | 'tables'>,
  { ended, result }: Pick<RowsEnd, 'ended' | 'result'>,
  controls: readonly EvidenceControl[],
  uses: readonly ExemptionUse[],
  rows: string,
): Evidence {
  const { productVersion: product, tenant, cloud, run, digests } = header;
  const reports = [...header.reports, ...header.tables];
  return {
    product,
    tenant,
    cloud,
    run: {
      id: run.id,
      attempt: run.attempt,
      url: run.url ?? null,
      started: run.started.toISOString(),
      ended: ended.toISOString(),
      repository: run.repository ?? null,
      commit: run.commit ?? null,
      actor: run.actor ?? null,
    },
    result,
    digests: {
      policy: digests.policy ?? null,
      baseline: digests.baseline ?? null,
      list: listDigest(header.list),
      catalogues: digests.catalogues ?? {},
      definitions: Object.fromEntries(
        reports.map(({ name, revision, digests: of }) => [name, digestOf({ revision, of })]),
      ),
      rows,
    },
    reports: reports.map(({ name, reads: { permission, endpoint } }) => {
      return { name, permission: permission ?? null, endpoint: endpoint ?? null, role: roleText(endpoint) };
    }),
    controls,
    exceptions: exceptionsOf(controls, uses),
  };
}

/**
 * The counts of controls in the last line of the rows file, by `catalogue/control`. A control with counts of mailboxes and of the
 * organization has the latter under `catalogue/control (organization)`.
 */
export function storedControls(controls: readonly EvidenceControl[]): RowsEnd['controls'] {
  const stored: Record<string, Readonly<Record<string, number>>> = {};
  for (const { catalogue, control, subject, rules, population } of controls) {
    if (rules.length === 0) continue;
    const name = `${catalogue}/${control}`;
    const members = POPULATION.flatMap((count) => {
      const number = population[count];
      return number === null ? [] : [[count, number] as const];
    });
    // Mailboxes are the first line.
    stored[Object.hasOwn(stored, name) ? `${name} (${subject})` : name] = Object.fromEntries(members);
  }
  return stored;
}

/** SHA-256, in hex, of the addresses of a list in their order, each with a line break. */
function listDigest({ mailboxes }: RowsHeader['list']): string {
  return hash('sha256', mailboxes.map(({ address }) => `${address}\n`).join(''));
}

/** The narrowest roles that documents name for the cmdlets of a report; null if it runs none. */
function roleText(endpoint: RowsReport['reads']['endpoint'] = ''): string | null {
  const cmdlets = endpoint.split(', ').filter((one) => /^[A-Z][a-z]+-[A-Za-z]+$/.test(one));
  if (cmdlets.length === 0) return null;
  return `${listed([...new Set(cmdlets.map(roleOf))].sort(), 'and')}, or ${WIDER_ROLE}`;
}

/** The exemptions in force of rules that decide controls. */
function exceptionsOf(
  controls: readonly EvidenceControl[],
  uses: readonly ExemptionUse[],
): readonly EvidenceException[] {
  const rules = new Set(controls.flatMap((control) => control.rules));
  return uses
    .filter(({ exemption, expired }) => !expired && rules.has(exemption.rule))
    .map(({ exemption, covered }) => {
      const { rule, mailboxes, expires, reason, owner } = exemption;
      // An exemption from a rule about a table names no mailbox.
      const isOfTable = mailboxes.length === 0;
      const counts = isOfTable ? { mailboxes: null, items: covered } : { mailboxes: covered, items: null };
      return { rule, ...counts, expires, reason, owner };
    });
}
