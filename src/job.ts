import type { Environment, ReportInputs } from './inputs.ts';
import { maxUnreadText } from './outcome.ts';
import { logText } from './publish/log-text.ts';
import type { ReportDefinition } from './reports/definition.ts';
import type { Surroundings } from './surroundings.ts';

/** A run with what it was told and where it takes place. */
export interface Job extends Surroundings {
  readonly env: Environment;
  readonly inputs: ReportInputs;
  /** What is asked, in the order given; at least one. */
  readonly reports: readonly ReportDefinition[];
  /** Epoch ms. */
  readonly started: number;
  /** Said in the log already, for the summary. */
  readonly warnings: string[];
}

/** Says what works but should not stay so, in the log now and in the summary later. */
export function warn({ core, warnings }: Job, message: string): void {
  warnings.push(message);
  core.warning(logText(message));
}

/** Tells what the run was given, secrets aside. */
export function tellSettings({ inputs, reports, core }: Job): void {
  const { tenantId, clientId, credential, authorityHost, graphUrl, mailboxes, maxUnread, concurrency } = inputs;
  core.startGroup('Settings');
  const settings = {
    'tenant-id': tenantId,
    'client-id': clientId,
    credential: credential.kind,
    'authority-host': authorityHost,
    'graph-url': graphUrl,
    mailboxes: mailboxes.join(', '),
    report: reports.map(({ name }) => name).join(', '),
    'max-unread': maxUnreadText(maxUnread),
    concurrency: String(concurrency),
  };
  for (const [name, value] of Object.entries(settings)) core.info(logText(`${name}: ${value}`));
  core.endGroup();
}
