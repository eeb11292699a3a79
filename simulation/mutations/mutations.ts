/** A mistake that somebody could make in a file of the sources. */
export interface Mutation {
  /** Unique. */
  readonly name: string;
  /** What the mistake is about. */
  readonly kind: Kind;
  /** Relative to the repository. */
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly text: string;
  readonly replacement: string;
}

/** Each has at least one mutation. */
export const KINDS = [
  'verdict',
  'comparison',
  'exemption',
  'baseline',
  'paging',
  'retry',
  'batch order',
  'unknown cell',
  'identity',
  'count',
  'exit code',
  'shard boundary',
  'undo',
  'rehearsal',
  'merge',
  'restore',
  'plan',
  'plan guard',
  'unlisted',
  'throttling',
  'table',
  'reach',
  'route',
  'register',
  'since',
  'new word',
  'resource',
  'token',
  'control',
  'verify',
] as const;

type Kind = (typeof KINDS)[number];

/** The mistakes by which the simulation is tried. It must find each of them, or its README says why it does not. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'only the last condition decides whether a rule applies',
    kind: 'verdict',
    file: 'src/policy/judge.ts',
    text: `applies.includes('unmet') || decidable.some(isLeftOut)`,
    replacement: `applies.at(-1) === 'unmet' || decidable.some(isLeftOut)`,
  },
  {
    name: 'a cell that was not known counts as changed',
    kind: 'comparison',
    file: 'src/compare/changed-rows.ts',
    text: 'if (hasNoValue(was, column.before) || hasNoValue(is, column.after)) continue;',
    replacement: 'if (hasNoValue(is, column.after)) continue;',
  },
  {
    name: 'an exemption ends before its last day',
    kind: 'exemption',
    file: 'src/policy/exemptions.ts',
    text: 'inForce: daysLeft >= 0,',
    replacement: 'inForce: daysLeft > 0,',
  },
  {
    name: 'an entry of the baseline accepts any value of its cell',
    kind: 'baseline',
    file: 'src/policy/baseline/baseline-entry.ts',
    text: "return [rule, address.toLowerCase(), item, column, found, row].join('\\0');",
    replacement: "return [rule, address.toLowerCase(), item, column, row].join('\\0');",
  },
  {
    name: 'an empty page ends a collection',
    kind: 'paging',
    file: 'src/graph/graph-query.ts',
    text: "if (next.kind !== 'link') return next;",
    replacement: "if (next.kind !== 'link' || pageItems(page).length === 0) return { kind: 'none' };",
  },
  {
    name: 'a gateway timeout is final',
    kind: 'retry',
    file: 'src/graph/graph-outcome.ts',
    text: 'new Set([408, 421, 423, 424, 429, 500, 502, 503, 504, 509])',
    replacement: 'new Set([408, 421, 423, 424, 429, 500, 502, 503, 509])',
  },
  {
    name: 'the answers of a batch are taken in the order in which they arrive',
    kind: 'batch order',
    file: 'src/http/batch-answers.ts',
    text: "typeof id === 'string' && ID.test(id) ? Number(id) : size;",
    replacement: "typeof id === 'string' && ID.test(id) ? items.findIndex((own) => own.length === 0) : size;",
  },
  {
    name: 'an unknown cell is judged as a blank one',
    kind: 'unknown cell',
    file: 'src/reports/conditions.ts',
    text: "if (!Array.isArray(shown) || shown.length === 0) return 'unknown';",
    replacement: "if (!Array.isArray(shown) || shown.length === 0) return condition.accepts(null) ? 'met' : 'unmet';",
  },
  {
    name: 'an account that has the name of a trustee is the trustee',
    kind: 'identity',
    file: 'src/remediation/targets/trustee-identity.ts',
    text: "return now !== undefined && now !== '' && now.toLowerCase() === trusteeId.toLowerCase();",
    replacement: "return now !== undefined && now !== '';",
  },
  {
    name: 'each violation of a mailbox is counted as a mailbox',
    kind: 'count',
    file: 'src/totals/verdict-counts.ts',
    text: 'counts[COUNTED[result.verdict]] += 1;',
    replacement: 'counts[COUNTED[result.verdict]] += Math.max(1, result.findings.length);',
  },
  {
    name: 'warnings that should fail the step do not',
    kind: 'exit code',
    file: 'src/run/result.ts',
    text: "return { result, reason: violations, fails: failOn !== 'never' };",
    replacement: "return { result, reason: violations, fails: failOn === 'error' };",
  },
  {
    name: 'a shard begins one mailbox late where the list does not divide',
    kind: 'shard boundary',
    file: 'src/mailboxes/shard.ts',
    text: 'start: Math.floor(((number - 1) * length) / of)',
    replacement: 'start: Math.ceil(((number - 1) * length) / of)',
  },
  {
    name: 'an undo does not clear what was blank',
    kind: 'undo',
    file: 'src/remediation/undo-file.ts',
    text: 'cells: [], before: readBack, after: change.before };',
    replacement: 'cells: [], before: readBack, after: change.before ?? change.after };',
  },
  {
    name: 'a rehearsal ignores the baseline',
    kind: 'rehearsal',
    file: 'src/rehearsal/stored-judge.ts',
    text: 'compilePolicy(policy, [...reports.values()], now, baseline)',
    replacement: 'compilePolicy(policy, [...reports.values()], now)',
  },
  {
    name: 'a mailbox that a shard could not read has no rows, and passes',
    kind: 'merge',
    file: 'src/store/shards.ts',
    text: "if (status !== 'ok' && rows.length === 0) return { status, error };",
    replacement: '',
  },
  {
    name: 'a restore changes whichever mailbox has the address now',
    kind: 'restore',
    file: 'src/remediation/restore/restore-plan.ts',
    text: "return same ? undefined : reasonText('other-mailbox');",
    replacement: 'return undefined;',
  },
  {
    name: 'a plan has the violations of exempt mailboxes',
    kind: 'plan',
    file: 'src/remediation/target-plan.ts',
    text: "(finding.verdict === 'fail' || finding.verdict === 'warn')",
    replacement: "['fail', 'warn', 'exempt'].includes(finding.verdict)",
  },
  {
    name: 'an apply overwrites what changed since the plan',
    kind: 'plan guard',
    file: 'src/remediation/guard.ts',
    text: "if (hasValue(setting, current, before)) return { status: 'fits' };",
    replacement: "if (hasValue(setting, current, before) || current !== null) return { status: 'fits' };",
  },
  {
    name: 'mailboxes that the list lacks do not fail the step',
    kind: 'unlisted',
    file: 'src/run/result.ts',
    text: "unlisted === 'fail' ? unlistedOf(counts) : undefined",
    replacement: "unlisted === 'all' ? unlistedOf(counts) : undefined",
  },
  {
    name: 'requests do not wait for as long as the service asks',
    kind: 'throttling',
    file: 'src/http/rate-limiter.ts',
    text: 'const wait = retryAfter ?? backoffMs(',
    replacement: 'const wait = backoffMs(',
  },
  {
    name: 'an application reaches mailboxes that an access policy denies it',
    kind: 'reach',
    file: 'src/applications/reach.ts',
    text: 'if (matches(true).length > 0) return UNREACHED;',
    replacement: '',
  },
  {
    name: 'an inactive mailbox is listed twice',
    kind: 'table',
    file: 'src/reports/built-in/deleted-mailboxes.ts',
    text: 'return [...mailboxes.values()].map',
    replacement: 'return [...new Set([...mailboxes.values(), ...all])].map',
  },
  {
    name: 'a mailbox that forwards keeps its mail, whatever it is set to',
    kind: 'route',
    file: 'src/addresses/mail-route.ts',
    text: 'keepsCopy === true ? keptAt(mailbox) :',
    replacement: 'keepsCopy !== undefined ? keptAt(mailbox) :',
  },
  {
    name: 'a line of the register with an ID matches any account with its address',
    kind: 'register',
    file: 'src/policy/register/register.ts',
    text: "return isNamed ? { result: 'other', reason: 'the address belongs to another account now' } : OTHER;",
    replacement: "return isNamed ? { result: 'same' } : OTHER;",
  },
  {
    name: 'a violation that the run before has begins anew',
    kind: 'since',
    file: 'src/compare/row-comparison.ts',
    text: 'since: earlier === undefined ? this.#today : (earlier.since ?? this.#earlierDay),',
    replacement: 'since: this.#today,',
  },
  {
    name: 'a time without a time zone is UTC',
    kind: 'new word',
    file: 'src/reports/expressions/functions.ts',
    text: "typeof timeZone === 'string' ? timeZone : ''",
    replacement: "typeof timeZone === 'string' ? timeZone : 'UTC'",
  },
  {
    name: 'a resource that a mailbox lacks is an empty one',
    kind: 'resource',
    file: 'src/graph/mailbox-task.ts',
    text: "if (missingResource === '') return onPage !== undefined;",
    replacement: "if (missingResource === '') return true;",
  },
  {
    name: 'a new token lacks the claims that a service demands',
    kind: 'token',
    file: 'src/auth/authorized-client.ts',
    text: "const claims = claimsChallenge(firstValue(response.headers['www-authenticate']));",
    replacement: 'const claims = undefined;',
  },
  {
    name: 'mailboxes that the list lacks leave a control met',
    kind: 'control',
    file: 'src/features/controls.ts',
    text: 'unlisted: unlistedCount(source) ?? 0',
    replacement: 'unlisted: 0',
  },
  {
    name: 'a control is met if all that violates it is exempt',
    kind: 'control',
    file: 'src/totals/control-result.ts',
    text: "if (sum('exempt') > 0) return 'excepted';",
    replacement: '',
  },
  {
    name: 'verify does not compare the values that violate a rule',
    kind: 'verify',
    file: 'src/verification/recount.ts',
    text: 'if (isDeepStrictEqual(before, computed)) return;',
    replacement: 'if (before.length === computed.length) return;',
  },
];
