import type { TokenSource } from '../auth/token.ts';
import { describeError } from '../errors.ts';
import { objectsOf, selectedProperties } from '../exchange/command.ts';
import type { ExchangeOutcome } from '../exchange/outcome.ts';
import { rolesCommand } from '../exchange/cmdlets.ts';
import type { CommandRunner } from '../exchange/command-runner.ts';
import { mailboxUrl } from '../graph/batch.ts';
import type { QueryResult } from '../graph/query.ts';
import type { JsonObject } from '../json.ts';
import { Exchange, type ExchangeOptions } from '../source/exchange.ts';
import { Graph, type GraphOptions } from '../source/graph.ts';
import { isGuid, type ExchangeTarget, type SetCmdlet, type Target } from './change.ts';

/** Reads and writes one target at a time, with the retries and the throttling of the readers. Never rejects. */
export interface SettingsService {
  /** @param settings those that are compared; others may be left out */
  read(target: Target, settings: readonly string[]): Promise<QueryResult<JsonObject>>;
  /** Sets values of a target. The request may be sent more than once: a second time changes nothing. */
  write(target: Target, values: JsonObject): Promise<QueryResult<JsonObject>>;
}

/**
 * The service of each target. Sends nothing.
 *
 * @param exchangeTokens undefined if no target is in Exchange Online
 * @param options `signal`: the deadline of the run, since a cancelled run completes the change that is under way
 */
export function settingsService(
  { tokens, exchangeTokens }: { readonly tokens: TokenSource; readonly exchangeTokens: TokenSource | undefined },
  options: Omit<GraphOptions & ExchangeOptions, 'tokens'>,
): SettingsService {
  const graph = graphService(new Graph({ ...options, tokens }));
  if (exchangeTokens === undefined) return graph;
  const exchange = exchangeService(new Exchange({ ...options, tokens: exchangeTokens }).runner, options.signal);
  const serviceOf = (target: Target): SettingsService => (target.exchange === undefined ? graph : exchange);
  return {
    read: (target, settings) => serviceOf(target).read(target, settings),
    write: (target, values) => serviceOf(target).write(target, values),
  };
}

/** Reads and PATCHes the settings of mailboxes and inbox rules through Graph. */
function graphService(graph: Graph): SettingsService {
  const urlOf = ({ address, inboxRule }: Target): string =>
    mailboxUrl(
      address,
      inboxRule === undefined ? 'mailboxSettings' : `mailFolders/inbox/messageRules/${encodeURIComponent(inboxRule)}`,
    );
  return {
    read: (target) => graph.send({ url: urlOf(target) }),
    write: (target, body) => graph.send({ url: urlOf(target), body }),
  };
}

const READING: Readonly<Record<SetCmdlet, string>> = {
  'Set-Mailbox': 'Get-Mailbox',
  'Set-CASMailbox': 'Get-CASMailbox',
};

/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. `signal` ends requests. */
function exchangeService(runner: CommandRunner, signal: AbortSignal): SettingsService {
  const asResult = async (action: () => Promise<QueryResult<JsonObject>>): Promise<QueryResult<JsonObject>> => {
    try {
      return await action();
    } catch (error) {
      return signal.aborted ? { status: 'cancelled', error: '' } : { status: 'failed', error: describeError(error) };
    }
  };
  return {
    read: (target, settings) =>
      asResult(async () => {
        const { cmdlet, identity } = exchangeTarget(target);
        const select = ['Guid', ...settings];
        const command = { cmdlet: READING[cmdlet], parameters: { Identity: identity }, select };
        return propertiesIn(await runner.run(command), identity, settings);
      }),
    write: (target, values) =>
      asResult(async () => {
        const { cmdlet, identity } = exchangeTarget(target);
        const outcome = await runner.write({ cmdlet, parameters: { Identity: identity, ...values }, select: [] });
        return outcome.kind === 'read' ? { status: 'ok', value: {} } : withRoleHint(failureOf(outcome), cmdlet, values);
      }),
  };
}

function exchangeTarget({ exchange }: Target): ExchangeTarget {
  if (exchange === undefined) throw new Error('a target of Graph');
  return exchange;
}

/** The properties of the one mailbox that was asked for. A property that is left out is unknown, and must not look like null. */
function propertiesIn(
  outcome: ExchangeOutcome,
  identity: string,
  settings: readonly string[],
): QueryResult<JsonObject> {
  if (outcome.kind !== 'read') return failureOf(outcome);
  const [item, ...others] = selectedProperties(objectsOf(outcome.body), ['Guid', ...settings]);
  const isOther = !isGuid(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
  if (item === undefined || others.length > 0 || isOther) {
    return { status: 'failed', error: 'Exchange Online returned another mailbox' };
  }
  const missing = settings.find((setting) => !Object.hasOwn(item, setting));
  if (missing !== undefined) return { status: 'failed', error: `Exchange Online does not show ${missing}` };
  return { status: 'ok', value: item };
}

/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;

function withRoleHint(
  failure: QueryResult<JsonObject>,
  cmdlet: SetCmdlet,
  values: JsonObject,
): QueryResult<JsonObject> {
  if (failure.status === 'ok' || !REJECTED_PARAMETER.test(failure.error)) return failure;
  const command = rolesCommand(cmdlet, Object.keys(values));
  return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}

function failureOf(outcome: Exclude<ExchangeOutcome, { kind: 'read' }>): QueryResult<JsonObject> {
  const { error } = outcome;
  if (outcome.kind === 'denied') return { status: 'access-denied', error };
  return { status: outcome.kind === 'expired' ? 'failed' : outcome.status, error };
}
