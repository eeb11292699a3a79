import { grantText } from '../auth/app-roles.ts';
import { ListPositions } from '../mailboxes/listed-objects.ts';
import { listOf, type MailboxList } from '../mailboxes/mailbox.ts';
import { positionsOf, type Shard } from '../mailboxes/shard.ts';
import type { Unlisted } from '../mailboxes/unlisted.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logGroup } from '../run/log.ts';
import type { RecentMailbox, RowsHeader } from '../store/rows-file.ts';
import { DAY_MS, HOUR_MS, type EpochMs } from '../text/numbers.ts';
import { exchangeSource, type SourceOptions } from './source.ts';
import { findUnlisted, withUnlisted } from './unlisted-reader.ts';

/** A mailbox that is this new may be missing in the listing of another shard. A job of GitHub ends after six hours. */
const NEW_MS = 6 * HOUR_MS;
/** How long after the first of its shards one may start: GitHub re-runs jobs for 30 days. */
const RECENT_MS = 31 * DAY_MS;

/** What a shard with `mailboxes: all` lists and reads. */
export interface ShardOfTenant extends Required<Pick<RowsHeader, 'list' | 'positions' | 'recent'>> {
  /** The mailboxes that it reads. */
  readonly share: MailboxList;
}

/**
 * The list of a shard with `mailboxes: all`, and the mailboxes that it reads: those whose addresses belong to it, and new ones. Rejects
 * as `findUnlisted`, `Exchange.unlisted` and `withUnlisted` do.
 */
export async function readShardOfTenant(
  inputs: ReportInputs,
  shard: Shard,
  reports: readonly ReportDefinition[],
  list: MailboxList,
  { graph, exchange: connection, core, outputs, started, signal }: SourceOptions,
): Promise<ShardOfTenant> {
  const grant = grantText(inputs, inputs.credential.kind === 'managed-identity');
  const exchange = exchangeSource(reports, connection);
  return logGroup(core, 'Mailboxes of the tenant', async () => {
    const unlisted =
      exchange === undefined
        ? await findUnlisted('all', list, { graph, reports, grant, signal, core })
        : await exchange.unlisted(list);
    const whole = withUnlisted(list, unlisted, inputs, core, outputs);
    const recent = recentMailboxes(whole, unlisted, started - RECENT_MS);
    const late = recent.filter(({ created }) => created.getTime() >= started - NEW_MS);
    const positions = positionsOf(whole, shard, new Set(late.map(({ position }) => position)));
    const mailboxes = positions.map((position) => whole.at(position));
    return { list: whole, share: listOf(mailboxes, whole), positions, recent };
  });
}

/** The mailboxes of a list that were created at a time or later, as far as the service says when. */
function recentMailboxes(list: MailboxList, { mailboxes }: Unlisted, since: EpochMs): readonly RecentMailbox[] {
  const positions = new ListPositions(list);
  return mailboxes.flatMap(({ address, created }) => {
    const position = positions.of(address);
    const isRecent = position !== undefined && Date.parse(created) >= since;
    return isRecent ? [{ position, created: new Date(created) }] : [];
  });
}
