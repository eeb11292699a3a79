import { readPkcs12 } from '../../../auth/pfx/read.ts';
import { signInWith } from '../../../auth/credential.ts';
import { UserError } from '../../../errors.ts';
import {
  auditQueryOf,
  isAbout,
  NO_RECORDS,
  recordsOfChange,
  rowNames,
  type ChangeRecords,
} from '../../../history/audit-join.ts';
import { machineOf } from '../../../http/machine.ts';
import { askAuditLog, type AuditRecord } from '../../../history/audit-log.ts';
import { exchangeNames, type ExchangeNames } from '../../../history/exchange-names.ts';
import type { TimelineEntry } from '../../../history/mailbox-history.ts';
import type { MailboxTimeline } from '../../../history/timeline.ts';
import { isAddress } from '../../../mailboxes/address.ts';
import type { Environment } from '../../../http/proxy.ts';
import { servicesOf } from '../../../source/services.ts';
import { signInInputs } from '../../options.ts';
import { readPfxFile } from '../../pfx-file.ts';
import type { Terminal } from '../../terminal.ts';
import type { HistoryAccess, HistoryOptions } from './history-options.ts';

/** What the audit log says about a timeline. */
export interface AuditResult {
  /** If there are none, the log does not have the change: only its two reports are then known. */
  readonly recordsOf: (entry: TimelineEntry) => ChangeRecords;
  /** Why the log may have more, in a sentence each. */
  readonly notes: readonly string[];
}

/** Asks the audit log about the changes of timelines. */
export type Audit = (timelines: readonly MailboxTimeline[]) => Promise<AuditResult>;

export const NO_AUDIT: AuditResult = { recordsOf: () => NO_RECORDS, notes: [] };

/** Signs in to ask the audit log once. Rejects with the UserErrors of the inputs and of the sign-in. */
export async function openAudit(options: HistoryOptions, { env, dispatcher, terminal }: HistoryAccess): Promise<Audit> {
  const inputs = signInInputs(options, env);
  if (inputs.cloud !== 'global') {
    return () => Promise.resolve({ ...NO_AUDIT, notes: ['Only the global cloud has queries of the audit log.'] });
  }
  const { signal } = new AbortController();
  const network = { ...machineOf(terminal), dispatcher, signal };
  const connection = { ...network, mask: () => undefined, env };
  const credential =
    inputs.credential.kind === 'certificate'
      ? ({ kind: 'certificate', certificate: await certificateIn(options.pfx, env, terminal) } as const)
      : inputs.credential;
  const { tokensFor } = signInWith(credential, inputs, connection);
  const tokens = tokensFor();
  await tokens.get();
  const services = servicesOf({
    inputs,
    signedIn: { tokens, exchangeTokens: tokensFor(inputs.exchangeAudience) },
    runner: network,
  });
  return async (timelines) => {
    const query = auditQueryOf(timelines, terminal.now());
    if (query === undefined) return NO_AUDIT;
    const { graph, exchange } = services;
    if (exchange === undefined) throw new Error('there are tokens for Exchange Online');
    terminal.progress('Asking Exchange Online for names of mailboxes…');
    const audited = timelines.filter((one) => auditQueryOf([one], terminal.now()) !== undefined);
    const { byAddress, problems } = await namesOf(exchange.runner, 'Get-Mailbox', audited.map(addressOf));
    const trustees = new Set(audited.flatMap(({ entries }) => entries.flatMap(rowNames)).filter(isAddress));
    // Those outside are no recipients, and have no other name.
    const ofTrustees =
      byAddress.size === 0 ? undefined : await namesOf(exchange.runner, 'Get-Recipient', [...trustees]);
    const namesOfTrustee = (address: string): readonly string[] => ofTrustees?.byAddress.get(address) ?? [];
    const followed = audited.map((one): Followed => {
      const names = new Set([...one.names, ...(byAddress.get(addressOf(one)) ?? [])]);
      return { timeline: one, names, records: [] };
    });
    const take = (record: AuditRecord): void => {
      for (const { names, records } of followed) if (isAbout(record, names)) records.push(record);
    };
    const onWait = (): void => {
      terminal.progress('Waiting for the audit log…');
    };
    const note = await askAuditLog(graph.client, query, network, take, onWait);
    const byEntry = new Map(
      followed.flatMap(({ timeline: { entries }, records }) =>
        entries.map((entry) => [entry, recordsOfChange(entry, records, namesOfTrustee)] as const),
      ),
    );
    const notes = [...problems].map(
      (problem) =>
        `Records that name a mailbox by its alias or ID are not joined: Exchange Online did not return them. ${problem}`,
    );
    return {
      recordsOf: (entry) => byEntry.get(entry) ?? NO_RECORDS,
      notes: note === undefined ? notes : [...notes, note],
    };
  };
}

interface Followed {
  readonly timeline: MailboxTimeline;
  /** In lower case. */
  readonly names: ReadonlySet<string>;
  readonly records: AuditRecord[];
}

function addressOf({ names }: MailboxTimeline): string {
  const [address = ''] = names;
  return address;
}

/** The names in Exchange Online; none without a token for it. */
async function namesOf(...request: Parameters<typeof exchangeNames>): Promise<ExchangeNames> {
  try {
    return await exchangeNames(...request);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isForGraph = error.code === 'ACCESS_TOKEN_UNUSABLE';
    const problem = isForGraph ? 'The access token is for Graph alone.' : error.message;
    return { byAddress: new Map(), problems: new Set([problem]) };
  }
}

async function certificateIn(pfx: string | undefined, env: Environment, terminal: Terminal) {
  const { content, password } = await readPfxFile(pfx ?? '', env, terminal);
  return readPkcs12(content, password, new Date(terminal.now()));
}
