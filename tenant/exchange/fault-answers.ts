import type { Chance } from '../chance.ts';
import {
  internalError,
  JSON_TYPE,
  tooMany,
  transient,
  TRANSIENT_TYPES,
  unavailable,
  undecodable,
  type ExchangeAnswer,
} from './errors.ts';
import type { CommandFault } from './faults.ts';

export type SilentFault = Extract<CommandFault, { readonly kind: 'reset' }>;
export type AnsweredFault = Exclude<CommandFault, SilentFault>;

/** A fault without any response. */
export function isSilent(fault: CommandFault): fault is SilentFault {
  return fault.kind === 'reset';
}

/** The response to send instead. Undefined for a fault that modifies the response. */
export function faultAnswer(
  fault: AnsweredFault,
  wait: { readonly header: string; readonly opensAt: number } | undefined,
  chance: Chance,
): ExchangeAnswer | undefined {
  switch (fault.kind) {
    case '429':
      return tooMany(fault.status, wait);
    case '503':
      return unavailable(fault.status, wait);
    case 'transient':
      return transient(chance.pick(TRANSIENT_TYPES));
    case 'server-error':
      return internalError();
    case 'undecodable':
      return undecodable(200);
    case 'unknown-shape':
      return { status: 200, body: JSON.stringify(fault.body), headers: { 'Content-Type': JSON_TYPE } };
    case 'nothing':
      return fault.status === 204
        ? { status: 204, body: '' }
        : { status: 200, body: 'null', headers: { 'Content-Type': JSON_TYPE } };
    case 'refused-item':
      return { status: fault.status, body: '' };
    case 'malformed':
      return undefined;
  }
}

/** A response with truncated JSON. */
export function spoiled(answer: ExchangeAnswer): ExchangeAnswer {
  return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}
