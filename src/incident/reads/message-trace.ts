import { textIn, type JsonObject } from '../../json.ts';
import { NOT_READ, unknownAs, type Known, type UnknownValue } from '../../reports/known.ts';
import { DAY_MS, HOUR_MS } from '../../text/numbers.ts';
import type { ExchangeReads } from './exchange-reads.ts';

/** The messages that some addresses sent, one for each recipient. */
export interface SentMessages {
  /** Epoch ms, in any order. */
  readonly times: readonly number[];
  /** Why there may be more; undefined if these are all. */
  readonly missing: UnknownValue<never> | undefined;
}

export const TRACE_CMDLET = 'Get-MessageTraceV2';
/** https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2 */
export const TRACED_DAYS = 90;
const DAYS_A_REQUEST = 10;
const ROWS_A_PAGE = 5000;
/** Pages of ten days: an attacker may send more, which changes no answer. */
const MAX_PAGES = 10;
const SELECT = ['MessageTraceId', 'Received', 'RecipientAddress'];

/**
 * The messages between two times. The service repeats rows, and a full page has no link to the next one: that begins with the last
 * recipient of this one.
 *
 * @param senders all SMTP addresses of a person
 */
export async function sentMessages(
  exchange: ExchangeReads,
  senders: readonly string[],
  start: Date,
  end: Date,
): Promise<SentMessages> {
  const ranges = rangesOf(start, end).map((range) => ({
    SenderAddress: [...senders],
    ResultSize: ROWS_A_PAGE,
    ...range,
  }));
  const times = new Map<string, number>();
  let missing: UnknownValue<never> | undefined;
  const answers = await exchange.readEach(TRACE_CMDLET, ranges, SELECT);
  for (const [at, range] of ranges.entries()) {
    let answer: Known<readonly JsonObject[]> = answers[at] ?? NOT_READ;
    for (let page = 1; ; page += 1) {
      const rows = answer.isKnown ? answer.value : (answer.shown ?? []);
      const before = times.size;
      for (const row of rows) add(row, times);
      if (answer.isKnown) break;
      const last = rows.at(-1);
      // A page that brings nothing is no end: the place to continue has not moved.
      if (last === undefined || times.size === before || page === MAX_PAGES) {
        missing ??= unknownAs(answer);
        break;
      }
      const cursor = { EndDate: textIn(last, 'Received'), StartingRecipientAddress: textIn(last, 'RecipientAddress') };
      answer = await exchange.read(TRACE_CMDLET, { ...range, ...cursor }, SELECT);
    }
  }
  return { times: [...times.values()], missing };
}

function add(row: JsonObject, times: Map<string, number>): void {
  const time = Date.parse(textIn(row, 'Received'));
  if (!Number.isNaN(time)) times.set(SELECT.map((name) => textIn(row, name).toLowerCase()).join(' '), time);
}

/** The service answers of ten days at most. The latest first. */
function rangesOf(start: Date, end: Date): readonly { readonly StartDate: string; readonly EndDate: string }[] {
  const ranges: { readonly StartDate: string; readonly EndDate: string }[] = [];
  for (let last = end; last > start;) {
    const first = new Date(Math.max(start.getTime(), last.getTime() - DAYS_A_REQUEST * DAY_MS));
    ranges.push({ StartDate: first.toISOString(), EndDate: last.toISOString() });
    last = first;
  }
  return ranges;
}

/** From when on the trace has everything: an hour later than it says, since the request takes time. */
export function firstTraced(now: Date): Date {
  return new Date(now.getTime() - TRACED_DAYS * DAY_MS + HOUR_MS);
}
