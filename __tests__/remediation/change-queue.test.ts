import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { writeChanges, type QueueOptions } from '../../src/remediation/change-queue.ts';
import type { AppliedChange, PlannedChange, SettingsService } from '../../src/remediation/change.ts';
import { verifiedLater } from '../../src/remediation/late-looks.ts';
import { settingIn } from '../../src/remediation/targets/setting-values.ts';
import type { Answer, FailedRequest } from '../../src/remediation/targets/service-answer.ts';
import type { Guard } from '../../src/remediation/guard.ts';
import { thisMachine } from '../../src/http/machine.ts';

const DELIVERY = 'delegateMeetingMessageDeliveryOptions';

function change(address: string, more: Partial<PlannedChange> = {}): PlannedChange {
  return {
    address,
    target: 'mailboxSettings',
    entry: null,
    rules: ['delivery'],
    item: '',
    setting: DELIVERY,
    before: 'old',
    after: 'new',
    title: '',
    found: '',
    expected: '',
    cells: [],
    ...more,
  };
}

/** Changes of so many mailboxes. */
function changes(count: number, more: Partial<PlannedChange> = {}): readonly PlannedChange[] {
  return Array.from({ length: count }, (_, at) => change(`m${at}@contoso.com`, more));
}

const failure: FailedRequest = {
  kind: 'failed',
  error: 'failed, HTTP 503',
  isRefused: false,
  isMissing: false,
  mayPass: true,
  isThrottled: false,
  retryAfter: undefined,
  isDenied: false,
};
const throttled: FailedRequest = { ...failure, error: 'throttled', isThrottled: true };
const refused: FailedRequest = { ...failure, error: 'HTTP 400', isRefused: true, mayPass: false };

/** Mailboxes in memory, with a clock that moves only by waits. */
class Mailboxes implements SettingsService {
  readonly settings = new Map<string, JsonObject>();
  readonly waits: number[] = [];
  /** Addresses in the order of their requests that were sent to write. */
  readonly writes: string[] = [];
  /** Answers to the next writes of a mailbox; `commits`: although it takes effect. */
  readonly faults = new Map<string, (FailedRequest & { readonly commits?: boolean })[]>();
  /** How many reads of a mailbox still show what was there before. */
  lag = 0;
  onWait: (() => void) | undefined;
  running = new Map<string, number>();
  most = 0;
  mostOfOne = 0;
  #now = 0;
  #lagging: { reads: number; settings: JsonObject } | undefined;

  readonly now = (): number => this.#now;

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    this.waits.push(ms);
    this.onWait?.();
    await Promise.resolve();
    signal?.throwIfAborted();
    this.#now += ms;
  };

  of(address: string): JsonObject {
    return this.settings.get(address) ?? { [DELIVERY]: 'old' };
  }

  async read({ address }: PlannedChange): Promise<Answer> {
    await this.#turn(address);
    if (this.#lagging !== undefined && this.#lagging.reads-- > 0) return { kind: 'ok', value: this.#lagging.settings };
    return { kind: 'ok', value: this.of(address) };
  }

  async write({ address }: PlannedChange, values: JsonObject): Promise<Answer> {
    await this.#turn(address);
    this.writes.push(address);
    const fault = this.faults.get(address)?.shift();
    if (fault === undefined || fault.commits === true) {
      this.#lagging = { reads: this.lag, settings: this.of(address) };
      this.settings.set(address, { ...this.of(address), ...values });
    }
    return fault ?? { kind: 'ok', value: {} };
  }

  async #turn(address: string): Promise<void> {
    const own = (this.running.get(address) ?? 0) + 1;
    this.running.set(address, own);
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    [this.most, this.mostOfOne] = [Math.max(this.most, all), Math.max(this.mostOfOne, own)];
    await new Promise((resolve) => setImmediate(resolve));
    this.running.set(address, (this.running.get(address) ?? 1) - 1);
  }
}

const byValue: Guard = (planned, resource) =>
  planned.map(({ setting, before }) =>
    settingIn(resource, setting) === before ? { status: 'fits' } : { status: 'stale', error: 'changed' },
  );

async function applied(
  planned: readonly PlannedChange[],
  mailboxes: Mailboxes,
  options: Partial<QueueOptions> = {},
): Promise<readonly AppliedChange[]> {
  const { now, sleep } = mailboxes;
  const { signal } = new AbortController();
  const run = {
    ...thisMachine(),
    service: mailboxes,
    guard: byValue,
    signal,
    now,
    sleep,
    random: () => 0,
    isEachAlone: false,
  };
  const results: AppliedChange[] = [];
  for await (const done of writeChanges(planned, { ...run, limit: undefined, maxFailures: 5, ...options })) {
    results.push(...done);
  }
  expect(results.map((result) => result.change)).toEqual(planned);
  return results;
}

const statuses = (results: readonly AppliedChange[]): readonly string[] => results.map(({ status }) => status);

describe('waves', () => {
  test('apply the next changes in the order of the plan, without those that are done or stale', async () => {
    const mailboxes = new Mailboxes();
    const plan = changes(20);
    for (const at of [0, 1, 4]) mailboxes.settings.set(`m${at}@contoso.com`, { [DELIVERY]: 'new' });
    mailboxes.settings.set('m2@contoso.com', { [DELIVERY]: 'other' });
    const results = await applied(plan, mailboxes, { limit: 4 });
    const wanted = ['unchanged', 'unchanged', 'stale', 'applied', 'unchanged', 'applied', 'applied', 'applied'];
    expect(statuses(results)).toEqual([...wanted, ...new Array<string>(12).fill('pending')]);
    expect(mailboxes.writes).toEqual([3, 5, 6, 7].map((at) => `m${at}@contoso.com`));
  });

  test('count mailboxes, whatever they need', async () => {
    const mailboxes = new Mailboxes();
    const plan = ['a@contoso.com', 'b@contoso.com', 'c@contoso.com'].flatMap((address) => [
      change(address, { rules: ['one'], setting: 'dateFormat', before: null }),
      change(address, { rules: ['other'], setting: 'timeFormat', before: null }),
      change(address, {
        target: 'inboxRule',
        entry: { kind: 'settings', id: 'x' },
        setting: 'isEnabled',
        before: null,
      }),
    ]);
    const [applies, waits] = ['applied', 'pending'].map((status) => new Array<string>(3).fill(status));
    expect(statuses(await applied(plan, mailboxes, { limit: 1 }))).toEqual([applies, waits, waits].flat());
    expect(statuses(await applied(plan.slice(3), mailboxes, { limit: 1 }))).toEqual([applies, waits].flat());
  });
});

describe('at a time', () => {
  test.each([
    ['eight mailboxes are changed in Graph', undefined, 8],
    ['four in Exchange Online', 'Set-Mailbox', 4],
  ])('%s, each by one request', async (_, target, most) => {
    const mailboxes = new Mailboxes();
    const plan = changes(30).map((each) =>
      target === undefined ? { ...each, mailboxId: undefined } : { ...each, target, guid: each.address },
    );
    expect(new Set(statuses(await applied(plan, mailboxes)))).toEqual(new Set(['applied']));
    expect(mailboxes).toMatchObject({ most, mostOfOne: 1 });
  });

  test('one mailbox by all its GUIDs is one group', async () => {
    const mailboxes = new Mailboxes();
    const audit = { target: 'Set-Mailbox', guid: 'guid', setting: 'AuditEnabled', before: null };
    const plan = [...changes(1), change('m0@contoso.com', audit)];
    expect(statuses(await applied([...plan, ...changes(3).slice(1)], mailboxes))).toHaveLength(4);
    expect(mailboxes.mostOfOne).toBe(1);
  });
});

test('a mistake that concerns every mailbox stops after max-failures', async () => {
  const mailboxes = new Mailboxes();
  const plan = changes(20);
  for (const { address } of plan) mailboxes.faults.set(address, [refused]);
  const results = await applied(plan, mailboxes, { maxFailures: 3 });
  expect(statuses(results)).toEqual(['failed', 'failed', 'failed', ...new Array<string>(17).fill('pending')]);
  expect(mailboxes.writes).toHaveLength(3);
  expect(results[0]).toMatchObject({ isWritten: false, error: 'Not written: HTTP 400' });
});

describe('a write', () => {
  const [first = change('')] = changes(1);
  const { address } = first;

  test.each<[string, Parameters<Mailboxes['faults']['set']>[1], number, readonly number[]]>([
    ['that took effect without an answer is not sent again', [{ ...failure, commits: true }], 1, []],
    ['that had no effect is sent again, after the looks', [failure], 2, [2_000, 3_000, 10_000]],
    ['that is throttled for 60 s is sent again after a look', [{ ...throttled, retryAfter: 60_000 }], 2, [60_000]],
    ['whose token is rejected is sent again after a look', [{ ...refused, mayPass: true }], 2, []],
  ])('%s', async (_, faults, writes, waits) => {
    const mailboxes = new Mailboxes();
    mailboxes.faults.set(address, [...faults]);
    expect(await applied([first], mailboxes)).toMatchObject([{ status: 'applied', isWritten: true }]);
    expect(mailboxes.writes).toHaveLength(writes);
    expect(mailboxes.waits).toEqual(waits);
  });

  test('that reads show late is looked at after 2, 5 and 15 s, and then not verified', async () => {
    for (const [lag, status] of [
      [3, 'applied'],
      [4, 'not-verified'],
    ] as const) {
      const mailboxes = Object.assign(new Mailboxes(), { lag });
      expect(await applied([first], mailboxes)).toMatchObject([{ status, isWritten: true }]);
      expect(mailboxes.waits).toEqual([2_000, 3_000, 10_000]);
    }
  });

  test('is not read again before the service permits it, and is verified later', async () => {
    const mailboxes = new Mailboxes();
    const read = mailboxes.read.bind(mailboxes);
    const reads: number[] = [];
    mailboxes.read = async (target) => {
      reads.push(mailboxes.now());
      const answer = await read(target);
      return mailboxes.writes.length > 0 && reads.length < 8 ? { ...throttled, retryAfter: 20_000 } : answer;
    };
    const results = await applied([first], mailboxes);
    expect(results).toMatchObject([{ status: 'not-verified', readableAt: 80_000 }]);
    const { now, sleep } = mailboxes;
    const options = { service: mailboxes, now, sleep, signal: new AbortController().signal };
    const late = await verifiedLater(results, options);
    expect([...late.values()]).toMatchObject([{ status: 'applied', readBack: 'new' }]);
    expect(reads).toEqual([0, 0, 20_000, 40_000, 60_000, 80_000, 100_000, 120_000]);
  });

  test('that fails for good after one without an answer keeps its undo entry', async () => {
    const mailboxes = new Mailboxes();
    mailboxes.faults.set(address, [failure, refused]);
    expect(await applied([first], mailboxes)).toMatchObject([{ status: 'failed', isWritten: true }]);
  });
});

test.each([
  ['does not exist is stale', { ...refused, error: 'not-found', isMissing: true }, 'stale', 20],
  ['is refused counts as a failure', refused, 'failed', 3],
  ['has no answer counts as a failure', failure, 'failed', 3],
])('a mailbox whose read %s', async (_, answer, status, reads) => {
  const mailboxes = new Mailboxes();
  mailboxes.read = () => Promise.resolve(answer);
  const results = await applied(changes(20), mailboxes, { maxFailures: 3 });
  expect(statuses(results)).toEqual([
    ...new Array<string>(reads).fill(status),
    ...new Array<string>(20 - reads).fill('pending'),
  ]);
  expect(results[0]?.error).toBe(`The mailbox could not be read: ${answer.error}`);
  expect(mailboxes.writes).toEqual([]);
});

test('what else changes with a write is recorded with it', async () => {
  const mailboxes = new Mailboxes();
  const [first = change('')] = changes(1);
  const write = mailboxes.write.bind(mailboxes);
  mailboxes.write = async (target, values) => {
    mailboxes.settings.set(first.address, { ...mailboxes.of(first.address), timeFormat: 'HH:mm' });
    return write(target, values);
  };
  mailboxes.settings.set(first.address, { [DELIVERY]: 'old', timeFormat: 'h:mm' });
  const [result] = await applied([first], mailboxes);
  expect(result).toMatchObject({
    status: 'applied',
    readBack: 'new',
    moved: [],
    others: [{ setting: 'timeFormat', before: 'h:mm', after: 'HH:mm' }],
  });
});
