import { covers, grantText } from '../../../auth/app-roles.ts';
import { reportsOfPolicy } from '../../../policy/load.ts';
import { correctedReport, type Policy } from '../../../policy/policy-definition.ts';
import { IDENTITY_PERMISSION } from '../../../remediation/identity.ts';
import { RIGHTS_CMDLETS } from '../../../remediation/targets/right-entry.ts';
import { targetNamed, TARGETS } from '../../../remediation/targets/targets.ts';
import type { ReportDefinition } from '../../../reports/definition.ts';
import type { ReportInputs } from '../../../run/inputs.ts';
import { needsExchange } from '../../../source/sign-in.ts';
import { someNames } from '../../../text/numbers.ts';
import { ok, type CheckFinding } from './findings.ts';

/** What an application needs that changes mailboxes to what a policy sets, each with the ids of the rules. */
export interface Writes {
  /** Permissions of Graph. */
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly cmdlets: ReadonlyMap<string, readonly string[]>;
  /** Whether Graph says which mailbox an address names, to an application that plans, too. */
  readonly readsAccounts: boolean;
}

/** The cmdlets that only read before others write. */
const LOOKUPS: readonly string[] = TARGETS.flatMap(({ needs: { lookups = [] } }) => lookups);

/** What the rules of a policy that have `set` need. `reports`: those that its rules name. */
export function writesOf(policy: Policy, reports: readonly ReportDefinition[]): Writes {
  const available = new Map(reports.map((report) => [report.name, report]));
  const rules = policy.rules.filter(({ set }) => set !== undefined);
  const needed = rules.flatMap(({ id, report, expect }) => {
    const own = available.get(report);
    const target = own && (available.get(correctedReport(own, Object.keys(expect)) ?? '') ?? own).corrects?.target;
    return target === undefined ? [] : [{ id, ...targetNamed(target).needs }];
  });
  const permissions = new Map<string, string[]>();
  const cmdlets = new Map<string, string[]>();
  for (const { id, permission, cmdlets: writing = [], lookups = [] } of needed) {
    if (permission !== undefined) permissions.set(permission, [...(permissions.get(permission) ?? []), id]);
    for (const cmdlet of [...writing, ...lookups]) cmdlets.set(cmdlet, [...(cmdlets.get(cmdlet) ?? []), id]);
  }
  const names = reportsOfPolicy({ ...policy, rules }, available);
  const isExchange = needsExchange(reports.filter(({ name }) => names.has(name)));
  return { permissions, cmdlets, readsAccounts: permissions.size > 0 && !isExchange };
}

/** What a policy needs of Graph, so that an application that has it does not have too much. */
export function graphPermissions({ permissions, readsAccounts }: Writes): readonly string[] {
  return [...permissions.keys(), ...(readsAccounts ? [IDENTITY_PERMISSION] : [])];
}

/** Whether the app roles of a token let the application write what a policy sets. */
export function graphWriteFindings(
  roles: readonly string[],
  { permissions, readsAccounts }: Writes,
  inputs: ReportInputs,
): CheckFinding[] {
  if (permissions.size === 0) return [];
  const names = [...permissions.keys()];
  if (roles.length === 0) {
    const message = `It is not known whether the application can write what the policy sets, which needs ${withRules(names, permissions)}: its token has no app role, and does not show what RBAC for Applications in Exchange Online grants.`;
    return [{ outcome: 'warning', message }];
  }
  const lacksAccounts = readsAccounts && !covers(roles, IDENTITY_PERMISSION);
  const lacking = names.filter((name) => !covers(roles, name));
  const hint = grantText(inputs, inputs.credential.kind === 'managed-identity');
  const findings = writeFindings(lacking, names, permissions, hint);
  if (!lacksAccounts) return findings;
  const message = `Remediation also needs ${IDENTITY_PERMISSION}, to plan and to write: a change is bound to the account of the mailbox.`;
  // An application that only reports needs nothing.
  const isWriter = lacking.length < names.length;
  return [...findings, isWriter ? { outcome: 'warning', message, hint } : ok(message)];
}

/** Whether the roles of the application let it run the cmdlets that write what a policy sets. `allowed`: in lower case. */
export function exchangeWriteFindings(allowed: ReadonlySet<string>, { cmdlets }: Writes): CheckFinding[] {
  if (cmdlets.size === 0) return [];
  const writing = [...cmdlets.keys()].filter((name) => !LOOKUPS.includes(name));
  const lacks = (name: string): boolean => !allowed.has(name.toLowerCase());
  const lacking = writing.every(lacks) ? writing : [...cmdlets.keys()].filter(lacks);
  return writeFindings(lacking, writing, cmdlets, 'docs/remediation.md has the commands that make such a role.');
}

/** Without a policy: whether an application that can take some rights away can take all away, and give them back. */
export function rightsFindings(allowed: ReadonlySet<string>): CheckFinding[] {
  const isAllowed = (cmdlet: string): boolean => allowed.has(cmdlet.toLowerCase());
  // A policy may set properties of mailboxes alone.
  if (!RIGHTS_CMDLETS.some((cmdlet) => cmdlet !== 'Set-Mailbox' && isAllowed(cmdlet))) return [];
  const lacking = RIGHTS_CMDLETS.filter((cmdlet) => !isAllowed(cmdlet));
  if (lacking.length === 0) return [ok('Remediation can take rights on mailboxes away, and give them back.')];
  const message = `Remediation cannot take all rights away and give them back: the roles of the application lack ${lacking.join(', ')}.`;
  return [{ outcome: 'warning', message }];
}

/**
 * An application that only reports or plans must not be able to write, and one that writes must be able to write all: which of both it is
 * shows in what it has.
 */
function writeFindings(
  lacking: readonly string[],
  needed: readonly string[],
  rules: ReadonlyMap<string, readonly string[]>,
  hint: string,
): CheckFinding[] {
  if (lacking.length === 0) {
    return [
      ok(
        `The application can write what the policy sets: it has ${needed.join(', ')}. If it only reports or plans, remove them.`,
      ),
    ];
  }
  if (needed.every((name) => lacking.includes(name))) {
    return [
      ok(
        `The application cannot write what the policy sets, as one that only reports or plans should not. One that applies plans needs ${withRules(needed, rules)}.`,
      ),
    ];
  }
  const held = needed.filter((name) => !lacking.includes(name));
  const message = `The application has ${held.join(', ')}, and lacks ${withRules(lacking, rules)}: it can apply only a part of a plan. If it only reports or plans, remove what it has.`;
  return [{ outcome: 'warning', message, hint: `If it applies plans: ${hint}` }];
}

function withRules(names: readonly string[], rules: ReadonlyMap<string, readonly string[]>): string {
  const byRules = Map.groupBy(names, (name) => someNames(rules.get(name) ?? [], String));
  return [...byRules].map(([of, all]) => `${all.join(', ')} (${of})`).join(' and ');
}
