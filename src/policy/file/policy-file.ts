import { isCataloguePath } from '../../controls/catalogue.ts';
import { UserError, type Checked } from '../../errors.ts';
import { record } from '../../files/fields.ts';
import { checkWorkspaceFile } from '../../files/workspace.ts';
import { readYaml } from '../../files/yaml-file.ts';
import { allBuiltIn } from '../../reports/built-in-tables.ts';
import type { AnyReport } from '../../reports/table.ts';
import type { Policy, Rule } from '../policy-definition.ts';
import { registerPath, type NamedRegister } from '../register/register-entry.ts';
import { withRegister } from '../register/row-right.ts';
import { EXEMPTIONS, policyExemptions } from './exemption-reader.ts';
import { NAMED_REGISTER } from './register-reader.ts';
import { policyRules, RULES } from './rule-reader.ts';

/** The keys of a policy file. */
export const POLICY = record({
  rules: { is: RULES, required: true, description: 'The requirements.' },
  exemptions: { is: EXEMPTIONS, description: 'Mailboxes to which a rule does not apply until a day has passed.' },
  register: {
    is: NAMED_REGISTER,
    description:
      'The rights that are meant to be: mailbox-permissions, calendar-permissions and access get the column Registered (yes, due, expired, no).',
    examples: ['grants.csv', { files: 'registers/*.csv', 'review-every': '180d' }],
  },
});

type PolicyKeys = NonNullable<ReturnType<typeof POLICY.read>>;

/**
 * Reads a policy file of the workspace. The code of its problems is `POLICY_FILE`.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param reports those of the run; rules may also be about built-in ones
 * @param options `complete`: false if a report file could not be read: then a rule may be about an unknown report. `input`: the name of
 * the input in errors
 */
export async function checkPolicyFile(
  file: string,
  workspace: string,
  reports: readonly AnyReport[],
  { complete = true, input = 'policy' }: { readonly complete?: boolean; readonly input?: string } = {},
): Promise<Checked<Policy>> {
  const kind = { code: 'POLICY_FILE', noun: 'policy file', input, extensions: ['yml', 'yaml'] } as const;
  const checked = await checkWorkspaceFile(file, workspace, kind, (bytes, name) =>
    withContent(parseFile(bytes, name, reports, complete), bytes),
  );
  return withNamedFiles(checked, workspace);
}

/**
 * Reads a policy that a report keeps, as `checkPolicyFile` does.
 *
 * @param file its name in errors
 * @param workspace with the catalogues that its rules name by paths, and the register
 * @param original the path of the file that was kept, beside which the register is
 */
export async function checkPolicyContent(
  content: Uint8Array,
  file: string,
  workspace: string,
  reports: readonly AnyReport[],
  original = file,
): Promise<Checked<Policy>> {
  return withNamedFiles(withContent(parseFile(content, file, reports, true), content), workspace, original);
}

/** A policy file, without the files that it names. */
interface ParsedPolicy {
  readonly policy: Policy;
  readonly named: NamedRegister | undefined;
}

function withContent({ value, ...checked }: Checked<ParsedPolicy>, content: Uint8Array): Checked<ParsedPolicy> {
  return { ...checked, value: value && { ...value, policy: { ...value.policy, content } } };
}

/** The policy with its catalogues and its register. */
async function withNamedFiles(
  { value, problems }: Checked<ParsedPolicy>,
  workspace: string,
  original = value?.policy.file ?? '',
): Promise<Checked<Policy>> {
  if (value === undefined) return { value: undefined, problems };
  const { policy, named } = value;
  const checked = await withCatalogues(policy, workspace);
  if (named === undefined) return checked;
  const { checkRegister } = await import('../register/register-file.ts');
  const register = await checkRegister(named, original, workspace);
  const all = [...checked.problems, ...register.problems];
  return all.length > 0 || checked.value === undefined
    ? { value: undefined, problems: all }
    : { value: { ...checked.value, register: register.value }, problems: [] };
}

/** The policy with the catalogues that its rules name, and with the part of each reference. */
async function withCatalogues(policy: Policy, workspace: string): Promise<Checked<Policy>> {
  const references = policy.rules.flatMap(({ controls = [] }) => controls);
  if (references.length === 0) return { value: policy, problems: [] };
  const { loadCatalogues, resolveReference } = await import('../../controls/load.ts');
  const { catalogues, problems } = await loadCatalogues(references, workspace);
  const all = [...problems];
  const rules = policy.rules.map((rule): Rule => {
    const controls = rule.controls?.flatMap((reference) => {
      const resolved = resolveReference(reference, catalogues);
      if (!(resolved instanceof UserError)) return resolved ?? [];
      all.push(resolved);
      return [];
    });
    return { ...rule, controls };
  });
  return all.length === 0
    ? { value: { ...policy, rules, catalogues }, problems: [] }
    : { value: undefined, problems: all };
}

/** Parses the text or the bytes of a policy file, as `checkPolicyFile` does, without the files that it names. `file`: its name in errors. */
export function parsePolicyFile(
  content: string | Uint8Array,
  file: string,
  reports: readonly AnyReport[],
  complete = true,
): Checked<Policy> {
  const { value, ...checked } = parseFile(content, file, reports, complete);
  return { ...checked, value: value?.policy };
}

function parseFile(
  content: string | Uint8Array,
  file: string,
  reports: readonly AnyReport[],
  complete: boolean,
): Checked<ParsedPolicy> {
  return readYaml(content, file, 'POLICY_FILE', (root) => {
    const keys = POLICY.read(root);
    const named = keys?.get('register');
    const known = [...allBuiltIn.values(), ...reports];
    // Rules can be about the column also if the file of the register has mistakes.
    const ofRules = keys?.valueOf('register') === undefined ? reports : known.map(withRegister);
    return keys && { policy: policyOf(keys, file, ofRules, complete), named };
  });
}

/**
 * The files that a policy of the workspace names, as paths and globs relative to it: its register, and catalogues of its own. None of a
 * policy with mistakes.
 */
export async function filesOfPolicy(file: string, workspace: string): Promise<readonly string[]> {
  const kind = { code: 'POLICY_FILE', noun: 'policy file', input: 'policy', extensions: ['yml', 'yaml'] } as const;
  const { value } = await checkWorkspaceFile(file, workspace, kind, (bytes, name) =>
    readYaml(bytes, name, 'POLICY_FILE', (root) => {
      const keys = POLICY.read(root);
      const register = keys?.get('register');
      const references = (keys?.get('rules') ?? []).flatMap((rule) => rule.get('controls') ?? []);
      return [
        ...(register === undefined ? [] : [registerPath(register.files, name)]),
        ...new Set(references.map(({ catalogue }) => catalogue).filter(isCataloguePath)),
      ];
    }),
  );
  return value ?? [];
}

function policyOf(keys: PolicyKeys, file: string, reports: readonly AnyReport[], complete: boolean): Policy {
  const items = keys.get('rules');
  const { rules, ids } = items === undefined ? { rules: [], ids: undefined } : policyRules(items, reports, complete);
  const exemptions = keys.get('exemptions');
  if (exemptions === undefined) return { file, rules, exemptions: [] };
  const names = new Map(rules.map(({ id, report }) => [id, report]));
  const all = new Map([...allBuiltIn, ...reports.map((report) => [report.name, report] as const)]);
  return { file, rules, exemptions: policyExemptions(exemptions, ids, (rule) => all.get(names.get(rule) ?? '')) };
}
