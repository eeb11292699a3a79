import { readPkcs12 } from '../../auth/pfx/read.ts';
import { signInWith } from '../../auth/credential.ts';
import { GraphClient } from '../../graph/graph-client.ts';
import { auditQueryOf, isAbout, recordOfChange } from '../../history/audit-join.ts';
import { askAuditLog, type AuditRecord } from '../../history/audit-log.ts';
import type { TimelineEntry } from '../../history/mailbox-history.ts';
import type { MailboxTimeline } from '../../history/timeline.ts';
import type { Environment } from '../../http/proxy.ts';
import { signInInputs } from '../options.ts';
import { readPfxFile } from '../pfx-file.ts';
import type { Terminal } from '../terminal.ts';
import type { HistoryAccess, HistoryOptions } from './history-options.ts';

/** What the audit log says about a timeline. */
export interface AuditResult {
  /** Undefined if the log does not have the change: only its two reports are then known. */
  readonly recordOf: (entry: TimelineEntry) => AuditRecord | undefined;
  /** Why not all records could be read, in a sentence. */
  readonly note: string | undefined;
}

/** Asks the audit log about the changes of timelines. */
export type Audit = (timelines: readonly MailboxTimeline[]) => Promise<AuditResult>;

export const NO_AUDIT: AuditResult = { recordOf: () => undefined, note: undefined };

/** Signs in to ask the audit log once. Rejects with the UserErrors of the inputs and of the sign-in. */
export async function openAudit(options: HistoryOptions, { env, dispatcher, terminal }: HistoryAccess): Promise<Audit> {
  const inputs = signInInputs(options, env);
  if (inputs.cloud !== 'global') {
    return () => Promise.resolve({ ...NO_AUDIT, note: 'Only the global cloud has queries of the audit log.' });
  }
  const { signal } = new AbortController();
  const connection = { dispatcher, now: terminal.now, mask: () => undefined, signal, env };
  const credential =
    inputs.credential.kind === 'certificate'
      ? ({ kind: 'certificate', certificate: await certificateIn(options.pfx, env, terminal) } as const)
      : inputs.credential;
  const tokens = signInWith(credential, inputs, connection).tokensFor();
  await tokens.get();
  const graph = new GraphClient({ graphUrl: inputs.graphUrl, dispatcher, signal, tokens });
  return async (timelines) => {
    const query = auditQueryOf(timelines, terminal.now());
    if (query === undefined) return NO_AUDIT;
    const records = new Map<MailboxTimeline, AuditRecord[]>(timelines.map((one) => [one, []]));
    const take = (record: AuditRecord): void => {
      for (const [one, own] of records) if (isAbout(record, one.names)) own.push(record);
    };
    const onWait = (): void => {
      terminal.progress('Waiting for the audit log…');
    };
    const note = await askAuditLog(graph, query, signal, take, onWait);
    const byEntry = new Map(
      [...records].flatMap(([{ entries }, own]) =>
        entries.map((entry) => [entry, recordOfChange(entry, own)] as const),
      ),
    );
    return { recordOf: (entry) => byEntry.get(entry), note };
  };
}

async function certificateIn(pfx: string | undefined, env: Environment, terminal: Terminal) {
  const { content, password } = await readPfxFile(pfx ?? '', env, terminal);
  return readPkcs12(content, password, new Date(terminal.now()));
}
