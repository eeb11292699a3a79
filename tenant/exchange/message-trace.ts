import { guidOf } from '../registrations/app-role-ids.ts';
import { unsuitableValue, type ExchangeAnswer } from './errors.ts';
import { resultSize, textOf, textsIn, type ParameterValues } from './parameters.ts';
import { dateText, rowsOfList, type Property, type RowSource } from './rows.ts';

/** A message to one recipient. */
export interface TracedMessage {
  /** Epoch ms. */
  readonly time: number;
  readonly from: string;
  readonly to: string;
  readonly subject?: string;
  /** Messages with the same one are the same, to several recipients. By default each is another. */
  readonly message?: string;
  readonly fromIp?: string;
  /** `Delivered` if not given. */
  readonly status?: string;
}

interface TraceRow extends TracedMessage {
  readonly id: string;
}

const DAY = 86_400_000;
/** https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2 */
const KEPT_DAYS = 90;
const DAYS_A_REQUEST = 10;
const USUAL_DAYS = 2;
const MOST_ROWS = 5000;
const USUAL_ROWS = 1000;
/** 100 requests in 5 minutes. */
const LIMIT = { requests: 100, per: 300_000 };
/** Each seventh message is listed twice, as it was seen: 44 rows for 37 IDs. */
const TWICE_EVERY = 7;

export const TRACE_PARAMETERS = {
  SenderAddress: 'texts',
  RecipientAddress: 'texts',
  Status: 'texts',
  StartDate: 'text',
  EndDate: 'text',
  ResultSize: 'size',
  StartingRecipientAddress: 'text',
  MessageId: 'other',
  MessageTraceId: 'other',
  FromIP: 'other',
  ToIP: 'other',
  Subject: 'other',
  SubjectFilterType: 'other',
} as const;

/** The messages of the last 90 days. */
export class TracedMessages {
  readonly #clock: () => number;
  readonly #rows: TraceRow[] = [];
  #asked: readonly number[] = [];

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  add(messages: readonly TracedMessage[]): void {
    for (const one of messages) {
      const id = guidOf(`message ${one.message ?? String(this.#rows.length)} ${one.from}`);
      this.#rows.push({ ...one, id });
    }
    this.#rows.sort((one, other) => other.time - one.time || (one.to < other.to ? -1 : 1));
  }

  /** Whether one more request is allowed now. */
  take(): boolean {
    const now = this.#clock();
    this.#asked = [...this.#asked.filter((time) => now - time < LIMIT.per), now];
    return this.#asked.length <= LIMIT.requests;
  }

  get now(): number {
    return this.#clock();
  }

  /** The newest first, with duplicates. Bounds in epoch ms. */
  between(start: number, end: number): readonly TraceRow[] {
    const first = this.now - KEPT_DAYS * DAY;
    return this.#rows
      .filter(({ time }) => time >= Math.max(start, first) && time <= end)
      .flatMap((row, at) => (at % TWICE_EVERY === TWICE_EVERY - 1 ? [row, row] : [row]));
  }
}

/** What Get-MessageTraceV2 answers: a page has no link to the next one, only a warning. */
export function tracedMessages(values: ParameterValues, trace: TracedMessages): RowSource | ExchangeAnswer {
  if (!trace.take())
    return unsuitableValue(
      'StartDate',
      'Your recent queries have surpassed the permitted limit, please try again later.',
    );
  const { now } = trace;
  const [start, end] = [timeOf(values, 'StartDate'), timeOf(values, 'EndDate')];
  if (Number.isNaN(start) || Number.isNaN(end))
    return unsuitableValue('StartDate', 'Cannot convert value to type "System.DateTime".');
  if ((start === undefined) !== (end === undefined))
    return unsuitableValue('StartDate', 'StartDate and EndDate must be given together.');
  const [from, to] = [start ?? now - USUAL_DAYS * DAY, end ?? now];
  if (to - from > DAYS_A_REQUEST * DAY)
    return unsuitableValue('EndDate', `The time range may have at most ${DAYS_A_REQUEST} days.`);
  if (from < now - KEPT_DAYS * DAY)
    return unsuitableValue('StartDate', `StartDate may be at most ${KEPT_DAYS} days ago.`);
  const size = resultSize(values.get('ResultSize')) ?? USUAL_ROWS;
  if (size > MOST_ROWS) return unsuitableValue('ResultSize', `The value must be between 1 and ${MOST_ROWS}.`);
  const texts = (name: string): readonly string[] =>
    (textsIn(values.get(name) ?? []) ?? []).map((one) => one.toLowerCase());
  const [senders, recipients, states] = [texts('SenderAddress'), texts('RecipientAddress'), texts('Status')];
  const isOne = (list: readonly string[], text: string): boolean =>
    list.length === 0 || list.includes(text.toLowerCase());
  const cursor = textOf(values, 'StartingRecipientAddress')?.toLowerCase();
  const rows = trace.between(from, to).filter(({ from: sender, to: recipient, status = 'Delivered', time }) => {
    const isBehind = cursor === undefined || time < to || recipient.toLowerCase() >= cursor;
    return isBehind && isOne(senders, sender) && isOne(recipients, recipient) && isOne(states, status);
  });
  const shown = rows.slice(0, size);
  const more = `There are more results available than are currently displayed. To retrieve more results, use -StartingRecipientAddress "${shown.at(-1)?.to ?? ''}" -EndDate "${dateText(shown.at(-1)?.time ?? now)}".`;
  return { ...rowsOfList(shown, TRACE_PROPERTIES), warnings: rows.length > size ? [more] : [] };
}

function timeOf(values: ParameterValues, name: string): number | undefined {
  const text = textOf(values, name);
  return text === undefined ? undefined : Date.parse(text);
}

/** https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2 and captures of its answers. */
const TRACE_PROPERTIES: readonly Property<TraceRow>[] = [
  ['MessageTraceId', 'plain', ({ id }) => id],
  ['MessageId', 'plain', ({ id, from }) => `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`],
  ['Received', 'date', ({ time }) => `${new Date(time).toISOString().slice(0, 23)}0000Z`],
  ['SenderAddress', 'plain', ({ from }) => from],
  ['RecipientAddress', 'plain', ({ to }) => to],
  ['FromIP', 'plain', ({ fromIp = '192.0.2.10' }) => fromIp],
  ['ToIP', 'plain', () => ''],
  ['Subject', 'plain', ({ subject = '' }) => subject],
  ['Status', 'plain', ({ status = 'Delivered' }) => status],
  ['Size', 'int32', () => 45_678],
];
