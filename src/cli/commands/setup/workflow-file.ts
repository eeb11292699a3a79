import { parseDocument } from 'yaml';
import { UserError } from '../../../errors.ts';
import { isRecord } from '../../../json.ts';
import { shownText } from '../../../text/display.ts';
import { isCommit } from './action-version.ts';
import { scalarText } from './edit/config-edit.ts';

/** Where GitHub looks for workflows. */
export const WORKFLOW_FILE = '.github/workflows/mailbox-report.yml';
/** The usual time zone of schedules. */
export const UTC = 'Etc/UTC';

/** What differs from one workflow of setup to another. */
export interface WorkflowChoice {
  /** The file with the inputs. */
  readonly config: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The tag or commit of the action. */
  readonly version: string;
}

/** The workflow of the quick start. */
export function workflowText({ config, timeZone, version }: WorkflowChoice): string {
  return `name: Mailbox report

on:
  schedule:
    - cron: '17 5 * * 1-5' # GitHub delays schedules at the full hour
      timezone: ${scalarText(timeZone)}${timeZone === UTC ? ' # or yours, such as Europe/Berlin' : ''}
  workflow_dispatch:

permissions:
  contents: read
  id-token: write # for the OIDC token that signs in
  actions: read # for the comparison with the run before

concurrency: mailbox-report # simultaneous runs throttle each other

jobs:
  report:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false

      - uses: mailbox-report/mailbox-report@${version}${isCommit(version) ? ' # of main, until v1 is released' : ''}
        with:
          tenant-id: \${{ vars.TENANT_ID }}
          client-id: \${{ vars.CLIENT_ID }}
          config: ${scalarText(config)}
`;
}

/**
 * The environments of the jobs in a workflow that setup keeps, of those that use the action if any does: an environment replaces the
 * branch in the subject of the OIDC token. Undefined stands for a job without one. Throws the UserError `SUBJECT_UNKNOWN` for an
 * expression.
 */
export function environmentsOf(workflow: string): readonly (string | undefined)[] {
  const document = parseDocument(workflow);
  const content: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  const jobs = Object.values(isRecord(content) && isRecord(content.jobs) ? content.jobs : {}).filter(isRecord);
  const using = jobs.filter(usesAction);
  const environments = new Set((using.length > 0 ? using : jobs).map(environmentOf));
  return environments.size === 0 ? [undefined] : [...environments];
}

/** Whether a job has a step with the action, or calls its reusable workflow. */
function usesAction({ uses, steps }: Readonly<Record<string, unknown>>): boolean {
  const used = [
    uses,
    ...(Array.isArray(steps) ? steps : []).map((one: unknown) => (isRecord(one) ? one.uses : undefined)),
  ];
  return used.some((name) => typeof name === 'string' && /^mailbox-report\/mailbox-report[@/]/i.test(name));
}

function environmentOf({ environment }: Readonly<Record<string, unknown>>): string | undefined {
  const name = isRecord(environment) ? environment.name : environment;
  if (typeof name !== 'string') return undefined;
  if (!name.includes('${{')) return name;
  throw new UserError(
    'SUBJECT_UNKNOWN',
    `A job of ${WORKFLOW_FILE} has the environment ${shownText(name)}, which only a run knows.`,
    { hint: 'Name the environment, or remove it: it replaces the branch in the subject of the OIDC token.' },
  );
}
