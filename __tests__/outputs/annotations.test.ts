import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../../src/mailboxes/mailbox.ts';
import { annotateDuplicates, annotateError, annotateMailboxes } from '../../src/outputs/annotations.ts';
import { Totals } from '../../src/totals/totals.ts';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import type { AnnotationProperties, Log } from '../../src/run/log.ts';
import { readInputs } from '../../src/run/read-inputs.ts';
import type { UnreadableStatus } from '../../src/mailboxes/mailbox-answer.ts';
import { findingOf, mailboxResultOf, policyOf, ruleOf, verdictOf } from './mailbox-results.ts';
import { readRow, unreadableRow } from './rows.ts';

interface LogEntry {
  readonly kind: string;
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/** Records what is logged. */
class RecordedLog implements Log {
  readonly entries: LogEntry[] = [];
  error(message: string, properties: AnnotationProperties = {}): void {
    this.#add('error', message, properties);
  }
  warning(message: string, properties: AnnotationProperties = {}): void {
    this.#add('warning', message, properties);
  }
  notice(message: string, properties: AnnotationProperties = {}): void {
    this.#add('notice', message, properties);
  }
  info(message: string): void {
    this.#add('info', message);
  }
  debug(message: string): void {
    this.#add('debug', message);
  }
  startGroup(name: string): void {
    this.#add('group', name);
  }
  endGroup(): void {
    this.#add('end', '');
  }
  of(kind: string): LogEntry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }
  #add(kind: string, message: string, properties: AnnotationProperties = {}): void {
    this.entries.push({ kind, message, properties });
  }
}

describe('an error', () => {
  test('of the user is one annotation at its place, with the hint', () => {
    const log = new RecordedLog();
    const cause = new Error('inner', { cause: new Error('innermost') });
    annotateError(
      log,
      new UserError('LIST_NO_COLUMN', 'No column.\n::stop-commands::x', {
        hint: 'Set address-column.',
        place: { file: 'a.csv', line: 1, column: 3 },
        cause,
      }),
    );
    expect(log.entries).toEqual([
      {
        kind: 'error',
        message: 'No column.\n\\::stop-commands::x\nSet address-column.',
        properties: { title: 'LIST_NO_COLUMN', file: 'a.csv', startLine: 1, startColumn: 3 },
      },
      { kind: 'debug', message: 'Caused by: inner: innermost', properties: {} },
    ]);
  });
});

function totalsOf(counts: Partial<Record<UnreadableStatus, number>>, policy?: VerdictCounts): Totals {
  const totals = new Totals([], policy);
  const { mailboxes } = totals;
  let line = 0;
  mailboxes.add(readRow('read@x.y', ['de'], ++line));
  for (const [status, number] of Object.entries(counts)) {
    for (let i = 0; i < number; i++)
      mailboxes.add(unreadableRow(`${status}${i}@x.y`, asStatus(status), `E${i}: ::why\n::x`, ++line));
  }
  return totals;
}

function asStatus(status: string): UnreadableStatus {
  if (status === 'not-found' || status === 'throttled' || status === 'cancelled') return status;
  return 'failed';
}

function annotated(totals: Totals, { fails = false, failOn = 'never' } = {}): RecordedLog {
  const log = new RecordedLog();
  const inputs = readInputs({ 'INPUT_FAIL-ON': failOn }, 'merge');
  annotateMailboxes(log, totals, inputs, fails, false);
  return log;
}

const causeOf = ({ properties }: LogEntry): string => properties.title?.replace(/^.*: /, '') ?? '';

describe('unreadable mailboxes', () => {
  test('have at most ten annotations, at least one for each cause, and the log counts the others', () => {
    const log = annotated(totalsOf({ throttled: 1_500, 'not-found': 2, cancelled: 50 }));
    expect(log.of('warning').map(causeOf)).toEqual([
      'not-found',
      'throttled',
      'not-found',
      'throttled',
      ...Array<string>(6).fill('throttled'),
    ]);
    expect(log.of('info')[0]?.message).toMatch(/1,552.*2 not-found, 1,500 throttled, 50 cancelled/);
  });

  test('of a cancelled run are only counted', () => {
    const log = annotated(totalsOf({ cancelled: 1 }));
    expect(log.of('warning')).toEqual([]);
    expect(log.of('info')[0]?.message).toContain('1 cancelled');
  });

  test('without an error show what to do', () => {
    const totals = new Totals([], undefined);
    totals.mailboxes.add(unreadableRow('a@x.y', 'throttled', ''));
    expect(annotated(totals).of('warning')[0]?.message).toMatch(/^a@x\.y: Microsoft 365 /);
  });
});

describe('violations', () => {
  const zone = ruleOf('zone');
  const soft = ruleOf('soft', { severity: 'warning' });
  const failing = { fails: true, failOn: 'error' } as const;

  /** Totals of mailboxes that violate each of the rules. */
  function violating(mailboxes: number, rules = [zone, soft], unreadable = 0): Totals {
    const counts = new VerdictCounts(policyOf(...rules));
    for (let at = 0; at < mailboxes; at += 1) {
      const address = `m${at}@x.y`;
      counts.add(
        mailboxResultOf(
          address,
          rules.map((rule) => verdictOf(rule, [findingOf(rule, address)])),
        ).reports,
      );
    }
    return totalsOf({ throttled: unreadable }, counts);
  }

  test('are errors before warnings, and leave a place for the reason if the step fails', () => {
    const log = annotated(violating(30), failing);
    expect(log.of('error')).toHaveLength(9);
    expect(log.of('warning')).toHaveLength(0);
    expect(log.of('info')[0]?.message).toMatch(/30 violations and 30 warnings/);
  });

  test('of severity warning take turns with mailboxes that could not be read', () => {
    const log = annotated(violating(3, [soft], 30), { failOn: 'error' });
    expect(log.of('warning').map(causeOf)).toEqual([
      'throttled',
      'soft',
      'throttled',
      'soft',
      'throttled',
      'soft',
      ...Array<string>(4).fill('throttled'),
    ]);
  });

  test('are annotated once for a mailbox with several findings of a rule, without the title of what it does not meet', () => {
    const finding = findingOf(zone, 'a@x.y');
    const counts = new VerdictCounts(policyOf(zone));
    counts.add(mailboxResultOf('a@x.y', [verdictOf(zone, [finding, finding, finding])]).reports);
    const log = annotated(totalsOf({}, counts), failing);
    expect(log.of('error').map(({ message }) => message)).toEqual(['a@x.y: TimeZone is GMT, expected UTC, and 2 more']);
  });
});

test('values that differ on several lines of the lists are warned of with the lines', () => {
  const log = new RecordedLog();
  const firstAt: Mailbox = { address: 'a@x.y', file: 'one.csv', line: 2 };
  const conflicts = [{ firstAt, mailbox: { address: 'A@x.y', file: 'two.csv', line: 5 } }];
  annotateDuplicates(log, { ...mailboxList([firstAt]), conflicts }, 'counts');
  expect(log.of('warning')).toEqual([
    {
      kind: 'warning',
      message:
        '1 mailbox has different values in the lists, which are unknown: one.csv, line 2, and two.csv, line 5. Correct or remove one.',
      properties: { title: 'Repeated mailboxes', file: 'two.csv', startLine: 5 },
    },
  ]);
});

function listWith(duplicateCount: number): MailboxList {
  const firstAt: Mailbox = { address: 'a@x.y', file: 'one.txt', line: 2 };
  const mailbox: Mailbox = { address: 'A@x.y', file: 'two.txt', line: 5 };
  return {
    ...mailboxList([firstAt]),
    duplicateCount,
    duplicates: duplicateCount === 0 ? [] : [{ mailbox, firstAt }],
    files: ['one.txt', 'two.txt'],
  };
}

describe('duplicate mailboxes', () => {
  const properties = { title: 'Repeated mailboxes', file: 'two.txt', startLine: 5 };

  test('have one warning, at the first duplicate', () => {
    const log = new RecordedLog();
    annotateDuplicates(log, listWith(1_200), 'full');
    annotateDuplicates(log, listWith(1), 'full');
    annotateDuplicates(log, listWith(1), 'counts');
    annotateDuplicates(log, listWith(0), 'full');
    expect(log.entries).toEqual([
      {
        kind: 'warning',
        message:
          '1,200 lines of the mailbox lists repeat addresses. Each mailbox is reported once. The first is A@x.y, which is also in one.txt, line 2.',
        properties,
      },
      {
        kind: 'warning',
        message:
          '1 line of the mailbox lists repeats an address. Each mailbox is reported once. It is A@x.y, which is also in one.txt, line 2.',
        properties,
      },
      {
        kind: 'warning',
        message: '1 line of the mailbox lists repeats an address. Each mailbox is reported once.',
        properties,
      },
    ]);
  });
});
