import type { JsonObject } from '../../tenant/json.ts';
import type { Left } from './parts.ts';
import type { Streams } from './streams.ts';
import type { WorldBefore, WorldChange, WorldPolicy, WorldRule } from './world.ts';

const MOST_MAILBOXES = 3;

/** The policies of a run with a baseline and of the run before, and what changes between these. */
interface BothRuns {
  readonly policy: WorldPolicy;
  readonly before: WorldBefore;
}

/**
 * Some worlds have a rule that a value violates both before and after it changes, so that an entry of the baseline accepts the former value
 * alone.
 *
 * @param addresses of listed mailboxes
 */
export function withDrift(
  streams: Streams,
  left: Left,
  runs: BothRuns,
  { reports, addresses }: { readonly reports: readonly string[]; readonly addresses: readonly string[] },
): BothRuns {
  const { policy, before } = runs;
  const draws = streams.of('drift');
  if (!draws.has(0.4) || before.policy === undefined || !left.has('drift')) return runs;
  const some = draws.some(addresses, draws.between(1, MOST_MAILBOXES));
  const [report, column, changeOf] = draws.pick([
    settingOf('TimeZone', { timeZone: 'Tokyo Standard Time' }),
    settingOf('DateFormat', { dateFormat: 'yy/MM/dd' }),
    // Accounts cost requests of their own.
    reports.includes('accounts') ? DEPARTMENT : settingOf('TimeFormat', { timeFormat: 'H.mm' }),
  ]);
  const rule: WorldRule = { id: 'drift', report, expect: { [column]: { const: 'nothing' } } };
  // An account may get another name later.
  const changes = [...some.map(changeOf), ...before.changes];
  return {
    policy: withRule(policy, rule),
    before: { ...before, policy: withRule(before.policy, rule), changes },
  };
}

type ChangeOf = readonly [report: string, column: string, changeOf: (address: string) => WorldChange];

const DEPARTMENT: ChangeOf = [
  'accounts',
  'Department',
  (address) => ({ kind: 'account', address, properties: { department: 'Audit' } }),
];

function settingOf(column: string, settings: JsonObject): ChangeOf {
  return ['mailbox-settings', column, (address) => ({ kind: 'settings', address, settings })];
}

function withRule(policy: WorldPolicy, rule: WorldRule): WorldPolicy {
  return { ...policy, rules: [...policy.rules, rule] };
}
