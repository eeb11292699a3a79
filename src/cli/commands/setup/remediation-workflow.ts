import { scalarText, type ConfigValues } from './edit/config-edit.ts';
import { shippedExample } from './shipped-example.ts';
import { UTC } from './workflow-file.ts';

/** The examples that are the workflows: with an environment, and without one. */
export const REMEDIATION_EXAMPLES = ['remediate.yml', 'remediate-by-hand.yml'] as const;
export type RemediationExample = (typeof REMEDIATION_EXAMPLES)[number];

const FOLDER = '.github/workflows';
/** Where GitHub looks for them. */
export const REMEDIATION_FILES: readonly string[] = REMEDIATION_EXAMPLES.map((name) => `${FOLDER}/${name}`);

const DOCUMENT = 'https://github.com/mailbox-report/mailbox-report/blob/main/docs/remediation.md';

/** What differs from the example. */
export interface RemediationWorkflow {
  /** Inputs that the report has too, by name. */
  readonly inputs: ConfigValues;
  /** IANA name. */
  readonly timeZone: string;
  /** The tag or commit of the action. */
  readonly version: string;
}

/** Inputs of the report that a plan depends on, in the order in which they are written. The example has the first two. */
export const SHARED_INPUTS = [
  'mailboxes',
  'policy',
  'cloud',
  'report',
  'address-column',
  'extra-columns',
  'internal-domains',
  'summary',
] as const;

export function remediationFile(name: RemediationExample): string {
  return `${FOLDER}/${name}`;
}

/** The example with the inputs of the report, and without the paragraph that says what to set up. */
export function remediationText(name: RemediationExample, workflow: RemediationWorkflow): string {
  const { inputs, timeZone, version } = workflow;
  const [baseline = 'baseline.csv'] = inputs.baseline ?? [];
  return shippedExample('workflows', name)
    .replace('docs/remediation.md', DOCUMENT)
    .replace(/^# Set up:.*\n(?:# .*\n)*#\n/m, '')
    .replace(/^( +timezone: ).*$/gm, timeZone === UTC ? '$&' : `$1${scalarText(timeZone)}`)
    .replaceAll(/(mailbox-report\/mailbox-report\/remediate)@\S+/g, `$1@${version}`)
    .replaceAll("'baseline.csv'", `'${baseline.replaceAll("'", "''")}'`)
    .replaceAll(/^( +)mailboxes: .*\n +policy: .*\n/gm, (_, indent: string) => inputLines(inputs, indent));
}

function inputLines(inputs: ConfigValues, indent: string): string {
  const lines = SHARED_INPUTS.flatMap((name) => {
    const [first, ...rest] = inputs[name] ?? [];
    if (first === undefined) return [];
    if (rest.length === 0) return [`${name}: ${scalarText(first)}`];
    return [`${name}: |`, ...[first, ...rest].map((value) => `  ${value}`)];
  });
  return lines.map((line) => `${indent}${line}\n`).join('');
}
