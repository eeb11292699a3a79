import { clouds } from '../auth/clouds.ts';
import { workspaceOf, type Dependencies, type ReadContext } from '../run/context.ts';
import type { Environment } from '../http/proxy.ts';
import { readReportInputs } from '../run/inputs.ts';
import { requireFormats } from '../outputs/formats.ts';
import { chooseBaseline, choosePolicy } from '../policy/load.ts';
import { chooseReports } from '../reports/choose.ts';
import { maxUnreadableText } from '../run/result.ts';
import { compareText, logSettings } from './settings.ts';
import { needsExchange } from '../source/sign-in.ts';

/**
 * Reads the inputs and the committed files that they name, and logs the settings. Rejects with the UserErrors of invalid inputs,
 * reports, policies and baselines.
 */
export async function openRun(env: Environment, dependencies: Dependencies): Promise<ReadContext> {
  const inputs = readReportInputs(env);
  requireFormats(inputs.formats);
  const workspace = workspaceOf(env);
  const named = await chooseReports(inputs.report, workspace);
  const { policy, reports, added } = await choosePolicy(inputs.policy, workspace, named);
  const baseline = await chooseBaseline(inputs.baseline, workspace, policy);
  const { cloud, graphUrl, tenantId: tenant } = inputs;
  const context: ReadContext = {
    ...{ env, inputs, tenant, reports, policy, baseline, started: dependencies.now(), warnings: [] },
    cloud: graphUrl === clouds[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`,
    ...dependencies,
  };
  const notes = added.length === 0 ? [] : [`Also read, because the policy needs it: ${added.join(', ')}`];
  await logSettings(context.core, settingsOf(context), notes);
  return context;
}

function settingsOf({ inputs, reports, policy, baseline }: ReadContext): Readonly<Record<string, string | undefined>> {
  const { shard, unlisted } = inputs;
  return {
    'tenant-id': inputs.tenantId,
    'client-id': inputs.clientId,
    credential: inputs.credential.kind,
    'authority-host': inputs.authorityHost,
    'graph-url': inputs.graphUrl,
    'exchange-url': needsExchange(inputs, reports) ? inputs.exchangeUrl : undefined,
    mailboxes: inputs.mailboxes.join(', ') || undefined,
    unlisted: unlisted === 'ignore' ? undefined : unlisted,
    report: reports.map(({ name }) => name).join(', '),
    policy: policy?.file,
    'fail-on': policy && inputs.failOn,
    baseline: baseline?.file,
    compare: compareText(inputs.compare),
    shard: shard && `${shard.number}/${shard.of}`,
    'max-unreadable': maxUnreadableText(inputs.maxUnreadable),
    concurrency: String(inputs.concurrency),
  };
}
