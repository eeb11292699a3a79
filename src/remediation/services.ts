import { rolesCommand } from '../exchange/cmdlets.ts';
import { objectsOf, selectedProperties } from '../exchange/command.ts';
import { outcomeOf, writeOutcomeOf } from '../exchange/exchange-outcome.ts';
import { mailboxUrl } from '../graph/batch.ts';
import { isGuid, type JsonObject } from '../json.ts';
import { isExchangeReport } from '../reports/definition.ts';
import type { StopSignals } from '../run/stop-signals.ts';
import { Exchange } from '../source/exchange-source.ts';
import { Graph } from '../source/graph-source.ts';
import { reportOf, type ExchangeTarget, type Target } from './change.ts';
import { graphEntries } from './graph-entries.ts';
import type { RemediationRun } from './remediation-run.ts';
import { rightsService } from './rights-service.ts';
import {
  answered,
  failed,
  failedRequest,
  type Answer,
  type FailedRequest,
  type SettingsService,
} from './service-answer.ts';
import type { SetCmdlet } from '../reports/corrections.ts';

type PropertiesOf = (target: Target) => readonly string[];

/** Ms after a cancellation at which requests under way end: what they were for must still be uploaded. */
const ENDING_MS = 1_500;

/** The service of the targets of a run, whose requests end soon after a cancellation. Sends nothing. */
export function changingService({ inputs, runner, reports, signedIn }: RemediationRun): SettingsService {
  const propertiesOf = (target: Target): readonly string[] => {
    const report = reports.find(({ name }) => name === reportOf(target));
    return report !== undefined && isExchangeReport(report) ? report.request.select : [];
  };
  const { tokens, exchangeTokens } = signedIn;
  const options = { ...runner, inputs, signal: endingSignal(runner) };
  const graph = new Graph({ ...options, tokens });
  const exchange = exchangeTokens && new Exchange({ ...options, tokens: exchangeTokens });
  const ofGraph = { settings: graphService(graph), entries: graphEntries(graph, inputs.cloud) };
  const ofExchange = exchange && {
    settings: exchangeService(exchange, { now: runner.now, propertiesOf }),
    entries: rightsService(exchange, runner.now),
  };
  const serviceOf = (target: Target): SettingsService => {
    const services = target.exchange === undefined ? ofGraph : (ofExchange ?? ofGraph);
    return target.entry === undefined ? services.settings : services.entries;
  };
  return {
    read: (target, settings) => serviceOf(target).read(target, settings),
    write: (target, values) => serviceOf(target).write(target, values),
  };
}

/** A signal that ends requests under way soon after a cancellation, and at the deadline. */
function endingSignal({ signal, deadline }: StopSignals): AbortSignal {
  const ending = new AbortController();
  const onAbort = (): void => {
    setTimeout(() => ending.abort(new Error('the run was cancelled')), ENDING_MS).unref();
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return AbortSignal.any([ending.signal, deadline]);
}

/** Reads and PATCHes the settings of mailboxes and inbox rules through Graph. */
function graphService(graph: Graph): SettingsService {
  const send = ({ address, mailboxId, inboxRule }: Target, body?: JsonObject): Promise<Answer> =>
    answered(async () => {
      const path =
        inboxRule === undefined ? 'mailboxSettings' : `mailFolders/inbox/messageRules/${encodeURIComponent(inboxRule)}`;
      const { status, outcome } = await graph.send(mailboxUrl(mailboxId ?? address, path), body);
      return outcome.kind === 'read' ? { kind: 'ok', value: outcome.body } : failedRequest(status, outcome);
    });
  return { read: (target) => send(target), write: send };
}

const READING: Readonly<Record<SetCmdlet, string>> = {
  'Set-Mailbox': 'Get-Mailbox',
  'Set-CASMailbox': 'Get-CASMailbox',
};

/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. */
function exchangeService(
  { client }: Exchange,
  { now, propertiesOf }: { readonly now: () => number; readonly propertiesOf: PropertiesOf },
): SettingsService {
  return {
    read: (target, settings) =>
      answered(async () => {
        const { cmdlet, identity } = exchangeTarget(target);
        const select = [...new Set(['Guid', ...propertiesOf(target), ...settings])];
        const response = await client.invoke({ cmdlet: READING[cmdlet], parameters: { Identity: identity }, select });
        const outcome = outcomeOf(response, now());
        if (outcome.kind !== 'read') return failedRequest(response.status, outcome);
        return propertiesIn(outcome.body, identity, { select, settings });
      }),
    write: (target, values) =>
      answered(async () => {
        const { cmdlet, identity } = exchangeTarget(target);
        const command = { cmdlet, parameters: { Identity: identity, ...values }, select: [] };
        const response = await client.invoke(command, undefined, true);
        const outcome = writeOutcomeOf(response, now());
        if (outcome.kind === 'read') return { kind: 'ok', value: {} };
        return withRoleHint(failedRequest(response.status, outcome), cmdlet, values);
      }),
  };
}

function exchangeTarget({ exchange }: Target): ExchangeTarget {
  if (exchange === undefined) throw new Error('a target of Graph');
  return exchange;
}

/** The properties of the one mailbox that was asked for. */
function propertiesIn(
  body: JsonObject,
  identity: string,
  { select, settings }: { readonly select: readonly string[]; readonly settings: readonly string[] },
): Answer {
  const [item, ...furtherItems] = selectedProperties(objectsOf(body), select);
  const isOther = !isGuid(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
  if (item === undefined || furtherItems.length > 0 || isOther)
    return failed('Exchange Online returned another mailbox');
  const absentSetting = settings.find((setting) => !Object.hasOwn(item, setting));
  return absentSetting === undefined
    ? { kind: 'ok', value: item }
    : failed(`Exchange Online does not show ${absentSetting}`);
}

/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;

function withRoleHint(failure: FailedRequest, cmdlet: SetCmdlet, values: JsonObject): FailedRequest {
  if (!REJECTED_PARAMETER.test(failure.error)) return failure;
  const command = rolesCommand(cmdlet, Object.keys(values));
  return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}
