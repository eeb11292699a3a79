import type { TimelineEntry } from '../history/mailbox-history.ts';
import type { Json } from '../json.ts';
import { DAY_MS, utcText } from '../text/numbers.ts';

/** From when on an incident is looked at, and why. */
export interface Since {
  readonly time: Date;
  /** A sentence. Hostile text until escaped. */
  readonly reason: string;
}

const KEPT_DAYS = 30;
const DEFAULT_DAYS = 7;

/** Columns of applications that can read, write or send mail. */
const CONSENTS = ['ConsentedByPerson', 'Delegated', 'CanReadMail', 'CanWriteMail', 'CanSend'];

/** What is a trace of an attack if it is new, by report: the words for it, and whether an entry is one. */
const TRACES: Readonly<Record<string, readonly [what: string, isTrace: (entry: TimelineEntry) => boolean]>> = {
  'mailbox-properties': ['forwarding outside', ({ column, after }) => column === 'ExternalTargets' && hasItems(after)],
  'inbox-rules': ['inbox rule', ({ kind, column, after }) => kind === 'added' || isHarmful(column, after)],
  'mailbox-permissions': ['right', ({ kind }) => kind === 'added'],
  'calendar-permissions': ['right on the calendar', ({ kind }) => kind === 'added'],
  applications: ['consent', ({ column, before, after }) => CONSENTS.includes(column) && hasMore(before, after)],
};

/** The time of an option; by default the report before the first trace among those of 30 days, else seven days ago. */
export function sinceOf(option: Date | undefined, entries: readonly TimelineEntry[], now: Date): Since {
  if (option !== undefined) return { time: option, reason: 'As --since says.' };
  const earliest = now.getTime() - KEPT_DAYS * DAY_MS;
  const first = entries.find((entry) => isTrace(entry) && (entry.to?.run.run.started.getTime() ?? 0) >= earliest);
  if (first?.to !== undefined) {
    const found = first.to.run.run.started;
    const time = first.from?.ended ?? found;
    const [what = ''] = TRACES[first.report] ?? [];
    const subject = first.item === '' ? what : `${what} "${first.item}"`;
    return {
      time,
      reason: `The report before the first new ${subject}, which that of ${utcText(found.getTime())} shows.`,
    };
  }
  const time = new Date(now.getTime() - DEFAULT_DAYS * DAY_MS);
  return { time, reason: `Kept reports of ${KEPT_DAYS} days show no first trace: ${DEFAULT_DAYS} days ago.` };
}

function isTrace(entry: TimelineEntry): boolean {
  if (!['added', 'changed'].includes(entry.kind) || entry.from === undefined) return false;
  const [, matches] = TRACES[entry.report] ?? [];
  return matches?.(entry) === true;
}

function isHarmful(column: string, after: Json): boolean {
  return (column === 'ExternalTargets' && hasItems(after)) || (column === 'Hides' && after === true);
}

function hasMore(before: Json, after: Json): boolean {
  const known = new Set(Array.isArray(before) ? before : []);
  return Array.isArray(after) && after.some((one) => !known.has(one));
}

function hasItems(value: Json): boolean {
  return Array.isArray(value) && value.length > 0;
}
