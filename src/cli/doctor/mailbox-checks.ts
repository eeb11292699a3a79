import path from 'node:path';
import type { TokenSource } from '../../auth/token.ts';
import type { UserError } from '../../errors.ts';
import { GraphClient } from '../../graph/client.ts';
import { RateLimiter } from '../../graph/throttling/rate-limiter.ts';
import { MailboxReader } from '../../graph/reader.ts';
import { isMailboxId } from '../../mailboxes/address.ts';
import { malformedAddress } from '../../mailboxes/list-format.ts';
import { readMailboxLists } from '../../mailboxes/list.ts';
import { mailboxList, type MailboxList } from '../../mailboxes/mailbox.ts';
import { REMEDIES } from '../../totals/unreadable-hints.ts';
import { isGraphReport } from '../../reports/definition.ts';
import { compileQueries } from '../../reports/collect.ts';
import { type Row, rowsOf } from '../../reports/rows.ts';
import { counted } from '../../text/numbers.ts';
import { inOptionNames } from '../option-names.ts';
import type { CheckResult, Examination } from './examination.ts';
import { ok, type Finding } from './findings.ts';

export async function listOf({ options }: Examination): Promise<CheckResult<MailboxList>> {
  if (options.mailboxes === undefined) {
    const address = options.mailbox?.trim() ?? '';
    if (!isMailboxId(address)) throw malformedAddress(address, { file: '--mailbox' });
    const file = '--mailbox';
    return { value: mailboxList([{ address, file, line: 1 }], [file]), findings: [] };
  }
  const file = path.resolve(options.mailboxes);
  const list = await readMailboxLists({
    patterns: [path.basename(file)],
    workspace: path.dirname(file),
    column: options.mailboxColumn,
  });
  const repeated = list.duplicateCount > 0 ? `, and ${list.duplicateCount} lines that repeat one` : '';
  return {
    value: list,
    findings: [ok(`The list contains ${counted(list.length, 'address', 'addresses')}${repeated}.`)],
  };
}

export async function readFirst(
  list: MailboxList,
  tokens: TokenSource,
  examination: Examination,
): Promise<CheckResult<true>> {
  const { inputs, reports, dispatcher, terminal } = examination;
  const mailbox = list.at(0);
  const signal = new AbortController().signal;
  const { graphUrl } = inputs;
  terminal.progress('Reading a mailbox…');
  const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
  const reader = new MailboxReader({
    mailboxes: { length: 1, at: () => mailbox, duplicateCount: 0, duplicates: [], files: [] },
    queries: await compileQueries(reports),
    graphUrl,
    post: (url, body) => client.post(url, body),
    limiter: new RateLimiter({ concurrency: 1, random: Math.random }),
    now: terminal.now,
    random: Math.random,
    signal,
  });
  const findings: Omit<Finding, 'check'>[] = [];
  for await (const [answer] of reader.read()) {
    if (answer === undefined) continue;
    for (const [at, report] of reports.filter(isGraphReport).entries()) {
      const result = answer.results[at];
      if (result === undefined) throw new Error(`no result of the report ${report.name}`);
      findings.push(firstFinding(report.name, rowsOf(mailbox, result, report)[0], reader.stoppedBy));
    }
  }
  return { value: true, findings };
}

function firstFinding(report: string, row: Row, stoppedBy: UserError | undefined): Omit<Finding, 'check'> {
  if (row.status === 'ok') return ok(`The report "${report}" of ${row.mailbox.address} can be read.`);
  return {
    outcome: 'failed',
    code: row.status,
    message: `${row.mailbox.address}: the report "${report}" cannot be read: ${row.error}`,
    hint: inOptionNames(stoppedBy?.hint ?? REMEDIES[row.status]),
  };
}
