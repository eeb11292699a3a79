import type { Left } from './parts.ts';
import { policyOf, type Subject } from './policies.ts';
import type { Streams } from './streams.ts';
import type { WorldMerge, WorldPolicy, WorldRehearsal, WorldRule } from './world.ts';

/** Another policy for a rehearsal: a change of the policy, or one that has nothing of it. */
export function nextOf(
  streams: Streams,
  left: Left,
  policy: WorldPolicy | undefined,
  subject: Subject,
): WorldPolicy | undefined {
  const other = policyOf(streams, left, 'next', subject);
  return policy === undefined || !streams.has('next is a change', 0.65) ? other : changed(streams, left, policy, other);
}

function changed(
  streams: Streams,
  left: Left,
  policy: WorldPolicy,
  { rules: others, exemptions: otherExemptions, register: otherRegister }: WorldPolicy = { rules: [], exemptions: [] },
): WorldPolicy | undefined {
  const kept = policy.rules.flatMap((rule): readonly WorldRule[] => {
    const change = streams.of(`next change ${rule.id}`).pick(['', '', '', 'severity', 'removed', 'replaced'] as const);
    if (change === '' || !left.has('next change', rule.id)) return [rule];
    if (change === 'removed') return [];
    if (change === 'replaced') return others.filter(({ id }) => id === rule.id);
    return [{ ...rule, severity: rule.severity === 'warning' ? 'error' : 'warning' }];
  });
  const added = others
    .filter(({ id }) => streams.has(`next adds ${id}`, 0.2) && left.has('next added', id))
    .map((rule) => ({ ...rule, id: `new-${rule.id}` }));
  const rules = [...kept, ...added];
  if (rules.length === 0) return undefined;
  /** Exemptions of a rule about another report may name what that report does not have. */
  const isOf = (before: readonly WorldRule[], id: string): boolean =>
    before.some((rule) => rule.id === id && rules.some((now) => now.id === id && now.report === rule.report));
  const exemptions = [
    ...policy.exemptions.filter(
      ({ rule }, at) =>
        isOf(policy.rules, rule) &&
        (streams.has(`next keeps exemption ${at}`, 0.6) || !left.has('next ends', String(at))),
    ),
    ...otherExemptions.filter(({ rule }) => isOf(others, rule)),
  ];
  // Rules of either may be about the register.
  const registers = [policy.register, otherRegister].filter((register) => register !== undefined);
  const register = streams.has('next has another register', 0.4) ? registers.at(-1) : registers[0];
  return { rules, exemptions, ...(register === undefined ? {} : { register }) };
}

export function rehearsalOf(streams: Streams, left: Left): WorldRehearsal {
  const draws = streams.of('rehearsal');
  const [hasBaseline, namesBase, isLater] = [draws.has(0.65), draws.has(0.3), draws.has(0.3)];
  return {
    hasBaseline: hasBaseline && left.has('rehearsal', 'baseline'),
    namesBase: namesBase && left.has('rehearsal', 'base'),
    days: isLater && left.has('rehearsal', 'days') ? draws.pick([1, 2, 20]) : 0,
    namesLists: draws.has(0.75),
    inputs: {
      ...(draws.has(0.3) ? { 'fail-on-rehearsal': 'new' as const } : {}),
      ...(draws.has(0.25) ? { summary: 'counts' as const } : {}),
    },
  };
}

export function mergeOf(streams: Streams, left: Left): WorldMerge {
  const draws = streams.of('merge');
  const [hasBaseline, judgesAlone, compares] = [draws.has(0.4), draws.has(0.3), draws.has(0.3)];
  return {
    hasBaseline: hasBaseline && left.has('merge', 'baseline'),
    judgesAlone: judgesAlone && left.has('merge', 'judges alone'),
    compares: compares && left.has('merge', 'compares'),
    namesReports: draws.has(0.6),
  };
}
