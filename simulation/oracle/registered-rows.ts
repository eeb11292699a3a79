import { REPORTS } from '../world/columns.ts';
import type { WorldEntry } from '../world/world.ts';
import { asText } from './cells.ts';
import type { Json } from './facts.ts';
import { hasRegister } from './judge.ts';
import { isRight, registered, rightIn, rightsIn, type KnownMailbox } from './register.ts';
import { accountOf } from './reports/listings.ts';
import type { Reading } from './reports/reports.ts';
import type { RunOf, SeenReport } from './run.ts';

/** The reports of a mailbox, of which those of rights say what the register of the policy has about each. */
export function withRegistered(
  reports: Readonly<Record<string, SeenReport>>,
  mailbox: KnownMailbox,
  { policy, start }: Pick<RunOf, 'policy' | 'start'>,
  readsTrustees: boolean,
): Readonly<Record<string, SeenReport>> {
  const register = policy?.register;
  if (register === undefined) return reports;
  const entries = Object.entries(reports).map(([report, of]): [string, SeenReport] => {
    if (!hasRegister(report, policy)) return [report, of];
    const comparing = { mailbox, readsTrustees, held: rightsIn(report, of.rows) };
    const rows = of.rows.map((row) => {
      const right = rightIn(report, row);
      return { ...row, Registered: isRight(right) ? registered(right, register, comparing, start) : right };
    });
    return [report, { ...of, rows }];
  });
  return Object.fromEntries(entries);
}

/** By the address of the list, and by what reports and their listings say. A mailbox that no list has comes from a listing of the tenant. */
export function knownMailbox(
  { address, file }: Pick<WorldEntry, 'address' | 'file'>,
  reports: Readonly<Record<string, SeenReport>>,
  { hidden: { facts }, reads }: Reading,
): KnownMailbox {
  const shown = [
    reports.accounts?.rows[0]?.UserPrincipalName,
    reports['mailbox-properties']?.rows[0]?.PrimarySmtpAddress,
  ].flatMap((cell) => (cell?.is === 'known' ? [asText(cell.value)] : []));
  const readsExchange = [...reads].some((name) => REPORTS[name]?.source === 'exchange');
  const inExchange = readsExchange ? facts.mailboxes[address.toLowerCase()]?.mailbox : undefined;
  const isOfTenant = file === '';
  const account = reads.has('accounts') || isOfTenant ? accountOf(address, facts) : undefined;
  const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    names: [address, ...shown],
    objectId: text(inExchange === undefined ? account?.id : inExchange.ExternalDirectoryObjectId),
    guid: text(inExchange?.Guid),
  };
}
