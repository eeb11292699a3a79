import type { Json } from '../json.ts';
import { powerShellValue } from '../text/power-shell.ts';
import type { Containment } from './answer.ts';

/** A parameter of a command of PowerShell: a value, or an expression that is no text of a service. */
export type CommandParameter = readonly [name: string, value: Json | { readonly expression: string }];

/**
 * A command of PowerShell that takes something back, for a person to read and run.
 *
 * @param about what it does, as an imperative without its full stop
 */
export function containment(
  step: Containment['step'],
  about: string,
  cmdlet: string,
  parameters: readonly CommandParameter[],
): Containment {
  const texts = parameters.map(([name, value]) => {
    const text = isExpression(value) ? value.expression : powerShellValue(value);
    // A switch has its value after a colon.
    return text === undefined ? undefined : `-${name}${name.endsWith(':') ? '' : ' '}${text}`;
  });
  return { step, about, command: texts.includes(undefined) ? undefined : [cmdlet, ...texts].join(' ') };
}

/** Keeps what is deleted and changed from now on. */
export function holdOf(address: string): Containment {
  return containment('hold', 'Hold the mailbox, before anything is taken away', 'Set-Mailbox', [
    ['Identity', address],
    ['LitigationHoldEnabled', true],
  ]);
}

function isExpression(value: CommandParameter[1]): value is { readonly expression: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.expression === 'string';
}
