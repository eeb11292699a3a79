import { describeError } from '../../errors.ts';
import { objectsOf, selectedProperties } from '../../exchange/command.ts';
import type { ExchangeOutcome } from '../../exchange/outcome.ts';
import type { CommandRunner } from '../../exchange/command-runner.ts';
import type { QueryResult } from '../../graph/query.ts';
import type { JsonObject } from '../../json.ts';
import { isGuid, type ExchangeTarget, type SetCmdlet, type Target } from '../change.ts';
import type { Service } from './service.ts';

const READING: Readonly<Record<SetCmdlet, string>> = {
  'Set-Mailbox': 'Get-Mailbox',
  'Set-CASMailbox': 'Get-CASMailbox',
};

/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. `signal` ends requests. */
export function exchangeService(runner: CommandRunner, signal: AbortSignal): Service {
  const guarded = async (action: () => Promise<QueryResult<JsonObject>>): Promise<QueryResult<JsonObject>> => {
    try {
      return await action();
    } catch (error) {
      return signal.aborted ? { status: 'cancelled', error: '' } : { status: 'failed', error: describeError(error) };
    }
  };
  return {
    read: (target, settings) =>
      guarded(async () => {
        const { cmdlet, identity } = exchangeTarget(target);
        const select = ['Guid', ...settings];
        const command = { cmdlet: READING[cmdlet], parameters: { Identity: identity }, select };
        return propertiesIn(await runner.run(command), identity, settings);
      }),
    write: (target, values) =>
      guarded(async () => {
        const { cmdlet, identity } = exchangeTarget(target);
        const outcome = await runner.write({ cmdlet, parameters: { Identity: identity, ...values }, select: [] });
        return outcome.kind === 'read' ? { status: 'ok', value: {} } : failureOf(outcome);
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

function failureOf(outcome: Exclude<ExchangeOutcome, { kind: 'read' }>): QueryResult<JsonObject> {
  const { error } = outcome;
  if (outcome.kind === 'denied') return { status: 'access-denied', error };
  return { status: outcome.kind === 'expired' ? 'failed' : outcome.status, error };
}
