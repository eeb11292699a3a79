import type { SourcePlace } from './errors.ts';
import type { Environment, ReportInputs } from './inputs.ts';
import { maxUnreadText } from './result.ts';
import { placeProperties } from './output/annotations.ts';
import { logText } from './runner/log.ts';
import type { Policy } from './policy/definition.ts';
import type { ReportDefinition } from './reports/definition.ts';
import type { Dependencies } from './surroundings.ts';

/** A run with what it was told and where it takes place. */
export interface Job extends Dependencies {
  readonly env: Environment;
  readonly inputs: ReportInputs;
  /** What is asked, in the order given; at least one. */
  readonly reports: readonly ReportDefinition[];
  /** Undefined where nothing is judged. */
  readonly policy: Policy | undefined;
  /** Epoch ms. */
  readonly started: number;
  /** Said in the log already, for the summary. */
  readonly warnings: string[];
}

/** Says what works but should not stay so, in the log now and in the summary later. */
export function warn({ core, warnings }: Job, message: string, place?: SourcePlace): void {
  warnings.push(message);
  core.warning(logText(message), placeProperties(place));
}

/** Tells what the run was given, secrets aside. `added`: the reports that only the policy names. */
export function tellSettings({ inputs, reports, policy, core }: Job, added: readonly string[]): void {
  const { tenantId, clientId, credential, authorityHost, graphUrl, mailboxes, maxUnread, failOn, concurrency } = inputs;
  core.startGroup('Settings');
  const settings = {
    'tenant-id': tenantId,
    'client-id': clientId,
    credential: credential.kind,
    'authority-host': authorityHost,
    'graph-url': graphUrl,
    mailboxes: mailboxes.join(', '),
    report: reports.map(({ name }) => name).join(', '),
    ...(policy === undefined ? {} : { policy: policy.file, 'fail-on': failOn }),
    'max-unread': maxUnreadText(maxUnread),
    concurrency: String(concurrency),
  };
  for (const [name, value] of Object.entries(settings)) core.info(logText(`${name}: ${value}`));
  core.endGroup();
  if (added.length > 0) core.info(`Read for the policy, too: ${added.join(', ')}`);
}
