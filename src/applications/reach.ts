import {
  atLeast,
  detailOf,
  isCertainly,
  known,
  shownOf,
  unknownAs,
  unknownBecause,
  type Known,
  type UnknownValue,
} from '../reports/known.ts';
import { ABILITIES, type Ability, type Permission } from './permissions.ts';
import { fullName, TENANT_WIDE, throughText } from '../text/through.ts';

/** An application in the tenant: its service principal. Texts are hostile until escaped. */
export interface Principal {
  /** Object ID in lower case. */
  readonly id: string;
  /** '' if it is not known. */
  readonly appId: string;
  readonly name: string;
  /** Undefined: not known. */
  readonly isEnabled: boolean | undefined;
}

/** The mailboxes that a role of RBAC for Applications is assigned for. */
export type Scope =
  | { readonly kind: 'tenant' }
  /** `members`: the key of its mailboxes. */
  | { readonly kind: 'scope' | 'group'; readonly name: string; readonly members: string }
  /** It is not known which mailboxes these are. */
  | { readonly kind: 'unknown'; readonly name: string; readonly cause: UnknownValue<never> };

/** A permission of an application. */
export interface Grant {
  readonly principal: Principal;
  /** Its name, such as `Mail.Read`. */
  readonly permission: string;
  readonly opens: Permission;
  /** Undefined: Entra ID grants it, for the whole tenant, as far as access policies do not confine it. */
  readonly scope: Scope | undefined;
  /** ISO 8601; '' if it is not known. */
  readonly grantedOn: string;
}

/** An application access policy. */
export interface AccessPolicy {
  /** In lower case. `*`: all applications. */
  readonly appId: string;
  readonly isDenied: boolean;
  /** Of its group or mailbox. */
  readonly name: string;
  /** The key of its mailboxes. */
  readonly members: string;
}

/** What the services say about the applications of a tenant. */
export interface ApplicationFacts {
  /** All applications of the tenant, with or without a permission. */
  readonly principals: readonly Principal[];
  readonly grants: readonly Grant[];
  readonly policies: Known<readonly AccessPolicy[]>;
  /** Applications with consent for everyone to mail permissions. */
  readonly delegated: Known<readonly Principal[]>;
  /** Why applications may be missing in `grants`. */
  readonly gaps: readonly string[];
}

/** The facts about a mailbox that decide which applications reach it. */
export interface MailboxFacts {
  readonly isMember: (members: string) => Known<boolean>;
  /** The first of these rights that an application has on the mailbox; undefined if none. */
  readonly rightOf: (principal: Principal, rights: readonly string[]) => Known<string | undefined>;
}

/** Which applications reach a mailbox. */
export interface Reach {
  /** Names of applications. */
  readonly can: Readonly<Record<Ability, Known<readonly string[]>>>;
  /** `NAME (APPID): permission, WAY`. */
  readonly through: Known<readonly string[]>;
  readonly appIds: Known<readonly string[]>;
  readonly delegated: Known<readonly string[]>;
  /** What could not be decided, and why. */
  readonly unknown: readonly string[];
}

/** The ways in which a grant reaches a mailbox. */
type Decision = Known<readonly string[]>;

const NO_STATE = 'whether the application is enabled is not known';
const UNREACHED: Decision = known([]);
const EVERYWHERE: Decision = known([TENANT_WIDE]);

/**
 * Which applications reach a mailbox. Consents of Entra ID and roles of RBAC for Applications add up; access policies subtract from
 * consents alone. What cannot be decided is unknown, with the reason.
 */
export function reachOf(facts: ApplicationFacts, mailbox: MailboxFacts): Reach {
  const { principals, grants, policies, delegated, gaps } = facts;
  const label = labelsOf(principals);
  const through = new Set<string>();
  const unknown = new Set(gaps);
  const reached = new Map<Principal, Set<Ability>>();
  const doubted = new Map<Principal, Set<Ability>>();
  let hasOtherWays = false;
  for (const grant of grants) {
    const { principal, opens } = grant;
    const decision = decide(grant, policies, mailbox);
    const ways = shownOf(decision) ?? [];
    const subject = `${fullName(principal)}: ${permissionText(grant)}`;
    for (const way of ways) through.add(throughText({ ...principal, permission: permissionText(grant), way }));
    if (ways.length > 0) addTo(reached, principal, opens.abilities);
    if (decision.isKnown) continue;
    unknown.add(`${subject}: ${detailOf(decision)}`);
    addTo(doubted, principal, opens.opens === 'undocumented' ? ABILITIES : opens.abilities);
    hasOtherWays ||= ways.length === 0;
  }
  const consented = enabledOnes(delegated, label, 'consent for everyone');
  for (const text of consented.unknown) unknown.add(text);
  const isWhole = gaps.length === 0;
  const can = (ability: Ability): Known<readonly string[]> => {
    const certain = having(reached, ability);
    return list(certain.map(label), isWhole && having(doubted, ability).every((one) => certain.includes(one)));
  };
  return {
    can: {
      read: can('read'),
      write: can('write'),
      send: can('send'),
      settings: can('settings'),
      calendar: can('calendar'),
    },
    through: list(through, isWhole && !hasOtherWays),
    appIds: list(
      [...reached.keys()].map(({ appId }) => appId),
      isWhole && [...doubted.keys()].every((principal) => reached.has(principal)),
    ),
    delegated: consented.names,
    unknown: [...unknown].sort(),
  };
}

/**
 * The names of the applications with consent that are enabled, and what is not known about them, with the reasons.
 *
 * @param what whose consent it is
 */
export function enabledOnes(
  consented: Known<readonly Principal[]>,
  label: (principal: Principal) => string,
  what: string,
): { readonly names: Known<readonly string[]>; readonly unknown: readonly string[] } {
  const all = shownOf(consented) ?? [];
  const doubted = all.filter(({ isEnabled }) => isEnabled === undefined);
  const enabled = all.filter(({ isEnabled }) => isEnabled === true);
  return {
    names: list(enabled.map(label), consented.isKnown && doubted.length === 0),
    unknown: [
      ...(consented.isKnown ? [] : [`${what}: ${detailOf(consented)}`]),
      ...doubted.map((principal) => `${fullName(principal)}: ${what}: ${NO_STATE}`),
    ],
  };
}

/** Whether a grant reaches a mailbox. */
function decide(grant: Grant, policies: ApplicationFacts['policies'], mailbox: MailboxFacts): Decision {
  const { principal, opens } = grant;
  if (principal.isEnabled === false || opens.opens === 'roles') return UNREACHED;
  const decision = decideRights(grant, decideScope(grant, policies, mailbox), mailbox);
  const ways = shownOf(decision) ?? [];
  if (ways.length === 0) return decision;
  if (principal.isEnabled === undefined) return unknownBecause('not-in-the-answer', NO_STATE);
  return opens.opens === 'undocumented'
    ? { isKnown: false, detail: 'what the permission opens is not documented', shown: ways }
    : decision;
}

function decideRights({ principal, opens }: Grant, decision: Decision, { rightOf }: MailboxFacts): Decision {
  if (opens.rights === undefined || (shownOf(decision) ?? []).length === 0) return decision;
  const right = rightOf(principal, opens.rights);
  if (!right.isKnown) return unknownAs(right);
  return right.value === undefined ? UNREACHED : known([`scope ${right.value}`]);
}

function decideScope(
  { principal, opens, scope }: Grant,
  policies: ApplicationFacts['policies'],
  { isMember }: MailboxFacts,
): Decision {
  if (scope === undefined) {
    return opens.isConfined === true ? decidePolicies(principal, policies, isMember) : EVERYWHERE;
  }
  switch (scope.kind) {
    case 'tenant':
      return EVERYWHERE;
    case 'unknown':
      return unknownAs(scope.cause, `${`scope ${scope.name}`.trim()}: ${detailOf(scope.cause)}`);
    case 'scope':
    case 'group': {
      const answer = isMember(scope.members);
      const way = `${scope.kind} ${scope.name}`;
      if (!answer.isKnown) return unknownAs(answer, `${way}: ${detailOf(answer)}`);
      return answer.value ? known([way]) : UNREACHED;
    }
  }
}

/** https://learn.microsoft.com/powershell/module/exchange/new-applicationaccesspolicy: a denial wins, then a match, then any restriction. */
function decidePolicies(
  principal: Principal,
  policies: ApplicationFacts['policies'],
  isMember: MailboxFacts['isMember'],
): Decision {
  if (!policies.isKnown) return unknownAs(policies);
  const own = policiesOf(principal, policies.value);
  const answers = own.map((policy) => [policy, isMember(policy.members)] as const);
  const doubtOf = (isDenied: boolean): UnknownValue<never> | undefined =>
    answers.flatMap(([policy, answer]) =>
      policy.isDenied === isDenied && !answer.isKnown
        ? [unknownAs(answer, `policy ${policy.name}: ${detailOf(answer)}`)]
        : [],
    )[0];
  const matches = (isDenied: boolean): readonly AccessPolicy[] =>
    answers.flatMap(([policy, answer]) => (policy.isDenied === isDenied && isCertainly(answer, true) ? [policy] : []));
  if (matches(true).length > 0) return UNREACHED;
  const restrictions = own.filter(({ isDenied }) => !isDenied);
  const allowing = matches(false);
  if (restrictions.length > 0 && allowing.length === 0) return doubtOf(false) ?? UNREACHED;
  const denial = doubtOf(true);
  if (denial !== undefined) return denial;
  if (restrictions.length === 0) return EVERYWHERE;
  return known([...new Set(allowing.map(({ name }) => `policy ${name}`))]);
}

/** The access policies about an application. */
export function policiesOf({ appId }: Principal, policies: readonly AccessPolicy[]): readonly AccessPolicy[] {
  return policies.filter((policy) => ['*', appId.toLowerCase()].includes(policy.appId));
}

/** The name of a permission, marked if nothing answers to it any more. */
export function permissionText({ permission, opens }: Pick<Grant, 'permission' | 'opens'>): string {
  return opens.opens === 'nothing' ? `${permission} (retired API)` : permission;
}

/** Names, with the application ID if several applications of the tenant have the name. */
export function labelsOf(principals: readonly Principal[]): (principal: Principal) => string {
  const byName = Map.groupBy(principals, ({ name }) => name.toLowerCase());
  return (principal) =>
    (byName.get(principal.name.toLowerCase()) ?? []).some(({ id }) => id !== principal.id)
      ? fullName(principal)
      : principal.name;
}

function addTo(abilities: Map<Principal, Set<Ability>>, principal: Principal, added: readonly Ability[]): void {
  abilities.set(principal, new Set([...(abilities.get(principal) ?? []), ...added]));
}

function having(abilities: ReadonlyMap<Principal, ReadonlySet<Ability>>, ability: Ability): readonly Principal[] {
  return [...abilities].flatMap(([principal, own]) => (own.has(ability) ? [principal] : []));
}

function list(items: Iterable<string>, isWhole: boolean): Known<readonly string[]> {
  const all = [...new Set(items)].sort();
  return isWhole ? known(all) : atLeast(all);
}
