import type { Catalogue, ControlPart, ControlReference, Criterion } from '../../src/controls/catalogue.ts';
import { parseCatalogue } from '../../src/controls/catalogue-file.ts';
import { SHIPPED_CATALOGUES } from '../../src/controls/shipped.ts';
import { requireValue } from '../../src/errors.ts';
import { knownCmdlet } from '../../src/exchange/cmdlets.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { internalDomains } from '../../src/mailboxes/internal-domains.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { compilePolicy } from '../../src/policy/judge.ts';
import type { Rule } from '../../src/policy/policy-definition.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { accounts } from '../../src/reports/built-in/accounts.ts';
import { mailboxProperties } from '../../src/reports/built-in/mailbox-properties.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import { compileExchangeQueries, compileListingQueries } from '../../src/reports/queries.ts';
import { rowsOf, tableRowsOf } from '../../src/reports/rows.ts';
import type { CmdletObjects } from '../../src/reports/table.ts';
import { madeRows } from '../../src/reports/table-rows.ts';
import { ANSWERS } from '../policy/answers.ts';
import { casesOf, shownObjects } from './criterion-cases.ts';
import { all, answerOf, any, counts, NOW, type Answer } from './criterion-oracle.ts';

export const CATALOGUES: ReadonlyMap<string, Catalogue> = new Map(
  Object.entries(SHIPPED_CATALOGUES).map(([name, text]) => [name, requireValue(parseCatalogue(text, name))]),
);

const MAILBOX = { address: 'megan@contoso.com', file: 'list.txt', line: 1 };
const INSIDE = internalDomains(['contoso.com', 'contoso.onmicrosoft.com']);
const [ACCOUNT_QUERY] = compileListingQueries([accounts], NOW);

/** What cmdlets return in a tenant, by the names of the table `organization`. */
export type Usual = CmdletObjects;
/** By what a criterion reads, objects with what they are joined with. */
type World = Readonly<Record<string, readonly JsonObject[]>>;

export function partOf({ catalogue, control, part }: Omit<ControlReference, 'place'>): ControlPart {
  const found = CATALOGUES.get(catalogue)?.controls.find(({ id }) => id === control);
  const one = found?.parts.find(({ id }) => id === part);
  if (one === undefined) throw new Error(`there is no part ${catalogue}/${control}#${part}`);
  return one;
}

/** How often the criteria of a part gave each answer, and the first cases in which a rule of it differs from them. */
export interface Comparison {
  readonly counts: Readonly<Record<Answer | 'none', number>>;
  readonly differences: readonly string[];
}

const MOST_DIFFERENCES = 3;

/** Compares the rules of a policy about a part with its criteria, over cases of what its cmdlets return. */
export function compared(policyText: string, reference: Omit<ControlReference, 'place'>, usual: Usual): Comparison {
  const policy = requireValue(parsePolicyFile(policyText, 'policy.yml', []));
  const isOfPart = (rule: Rule): boolean =>
    rule.controls?.some(
      ({ catalogue, control, part }) =>
        catalogue === reference.catalogue && control === reference.control && part === reference.part,
    ) === true;
  const rules = policy.rules.filter(isOfPart);
  const part = partOf(reference);
  const verdicts = part.subject === 'mailboxes' ? judgeOfMailboxes(rules) : judgeOfOrganization(rules, usual);
  const found = { pass: 0, fail: 0, unknown: 0, none: 0 };
  const differences: string[] = [];
  for (const criterion of part.criteria) {
    for (const world of worldsOf(criterion, part.criteria, usual)) {
      const ofRules = verdicts(world);
      found[part.subject === 'mailboxes' ? ofMailbox(part, world) : ofPart(part, world)] += 1;
      for (const rule of rules) {
        const parts = (rule.controls ?? []).map(partOf);
        const expected = all(parts.map((one) => ofPart(one, world)));
        const isNone = part.subject === 'mailboxes' && ofMailbox(part, world) === 'none';
        const verdict = ofRules.get(rule.id);
        const agrees = isNone ? verdict === undefined : (verdict === 'pass') === (expected === 'pass');
        if (!agrees) {
          const answer = isNone ? 'none' : expected;
          differences.push(
            `${rule.id}: ${verdict ?? 'none'}, criterion: ${answer} of ${shownObjects(criterion, world[criterion.reads] ?? [])}`,
          );
        }
      }
      if (differences.length >= MOST_DIFFERENCES) return { counts: found, differences };
    }
  }
  return { counts: found, differences };
}

function ofPart({ criteria }: ControlPart, world: World): Answer {
  return any(criteria.map((criterion) => answerOf(criterion, world[criterion.reads] ?? [])));
}

function ofMailbox(part: ControlPart, world: World): Answer | 'none' {
  const isNone = part.criteria.every((one) => (world[one.reads] ?? []).every((object) => counts(one, object) === 'no'));
  return isNone ? 'none' : ofPart(part, world);
}

/** Cases of one criterion, each with those of the others in which they fail, so that this one decides, and in which they pass. */
function worldsOf(criterion: Criterion, all: readonly Criterion[], usual: Usual): readonly World[] {
  const base = baseOf(criterion.reads, usual);
  const others = all
    .filter((one) => one !== criterion)
    .map((one) => [one, casesOf(one, baseOf(one.reads, usual))] as const);
  const companions = (['fail', 'pass', 'unknown'] as const).map((answer) =>
    Object.fromEntries(
      others.map(([one, cases]) => [one.reads, cases.find((objects) => answerOf(one, objects) === answer) ?? []]),
    ),
  );
  const kinds = others.length === 0 ? companions.slice(0, 1) : companions;
  return casesOf(criterion, base).flatMap((objects) => kinds.map((kind) => ({ ...kind, [criterion.reads]: objects })));
}

function baseOf(reads: string, usual: Usual): JsonObject {
  if (reads === 'Get-Mailbox') return answer('mailbox-properties');
  const [name = ''] = Object.entries(organization.cmdlets).find(([, { cmdlet }]) => cmdlet === reads) ?? [];
  const [first] = [usual[name] ?? []].flat();
  if (first === undefined) throw new Error(`${reads} is not read`);
  return first;
}

function answer(report: string): JsonObject {
  const [object] = ANSWERS[report] ?? [];
  const root: Json | undefined = object?.[''];
  if (typeof root !== 'object' || root === null || Array.isArray(root)) throw new Error(`no answer of ${report}`);
  return root;
}

type Verdicts = (world: World) => ReadonlyMap<string, Verdict | undefined>;

/** A choice of the columns that rules name: each is made as in the whole report, and cases are many. */
function chosenBy(rules: readonly Rule[]): <T>(columns: Readonly<Record<string, T>>) => Readonly<Record<string, T>> {
  const named = new Set(rules.flatMap(({ when, expect }) => [...Object.keys(when), ...Object.keys(expect)]));
  return (columns) => Object.fromEntries(Object.entries(columns).filter(([name]) => named.has(name)));
}

function judgeOfOrganization(rules: readonly Rule[], usual: Usual): Verdicts {
  const chosen = chosenBy(rules);
  const table = { ...organization, columns: chosen(organization.columns), made: chosen(organization.made) };
  const judge = compilePolicy({ file: 'policy.yml', rules, exemptions: [] }, [table], NOW).judgeOfTable(table.name);
  return (world) => {
    const value = madeRows(table, readOnes({ ...usual, ...objectsOf(world) }), { now: NOW, inside: undefined });
    const rows = tableRowsOf({ result: { status: 'ok', value }, gaps: '' }, table);
    return new Map(judge?.(rows).rules.map(({ rule, verdict }) => [rule.id, verdict]));
  };
}

/** What the cmdlets return: rules of outbound policies are objects of their own, and a policy whose `Priority` is null has none. */
function objectsOf(world: World): CmdletObjects {
  const parts = Object.entries(organization.cmdlets).flatMap(
    ([name, { cmdlet, many }]): [string, CmdletObjects[string]][] => {
      const objects = world[cmdlet];
      const [first] = objects ?? [];
      if (objects === undefined || first === undefined) return objects === undefined ? [] : [[name, []]];
      return [[name, many === true ? objects : first]];
    },
  );
  const policies = world['Get-HostedOutboundSpamFilterPolicy'];
  const rules = policies?.flatMap(({ Name = '', IsDefault, Priority, State = 'Enabled' }): JsonObject[] => {
    if (IsDefault === true || Priority === null) return [];
    const rule = { Name, HostedOutboundSpamFilterPolicy: Name, State };
    return [Priority === undefined ? rule : { ...rule, Priority }];
  });
  return { ...Object.fromEntries(parts), ...(rules === undefined ? {} : { outboundRules: rules }) };
}

/** Without what the reader of the table takes for no answer: nothing of which every tenant has something. */
function readOnes(objects: CmdletObjects): CmdletObjects {
  const isRead = ([name, found]: [string, CmdletObjects[string]]): boolean =>
    [found].flat().length > 0 || knownCmdlet(organization.cmdlets[name]?.cmdlet ?? '').neverEmpty !== true;
  return Object.fromEntries(Object.entries(objects).filter(isRead));
}

function judgeOfMailboxes(rules: readonly Rule[]): Verdicts {
  const policy = { file: 'policy.yml', rules, exemptions: [] };
  const report = { ...mailboxProperties, columns: chosenBy(rules)(mailboxProperties.columns) };
  const [query] = compileExchangeQueries([report], NOW);
  const judge = compilePolicy(policy, [report, accounts], NOW).judgeOf(report.name);
  return (world) => {
    const [object = {}] = world['Get-Mailbox'] ?? [];
    const { accountEnabled, ...mailbox } = object;
    const account = Object.entries({ ...answer('accounts'), accountEnabled });
    const listed = Object.fromEntries(account.flatMap(([name, one]) => (one === undefined ? [] : [[name, one]])));
    const value = query?.read(mailbox, INSIDE) ?? [];
    const rows = rowsOf(MAILBOX, { status: 'ok', value }, report);
    const ofAccount = ACCOUNT_QUERY?.read([listed], {}, INSIDE) ?? [];
    const accountRows = rowsOf(MAILBOX, { status: 'ok', value: ofAccount }, accounts);
    const result = judge?.(rows, (name) => (name === 'accounts' ? accountRows : undefined));
    return new Map(result?.rules.map(({ rule, verdict }) => [rule.id, verdict]));
  };
}
