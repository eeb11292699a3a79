import { styleText } from 'node:util';
import { UserError } from '../errors.ts';
import { visibleLine } from '../text/display.ts';
import { TypedSecret } from './typed-secret.ts';

/** What a command needs of the terminal, handed in so that a test can stand in for it. */
export interface Terminal {
  /** Whether a person looks at standard output: it is no file, pipe or log. */
  readonly interactive: boolean;
  /** Epoch ms. */
  readonly now: () => number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours a text for standard output, where colours are wanted there. */
  readonly style: (format: Format, text: string) => string;
  /** Says on a terminal what is under way, in place of what was said last; '' clears it. */
  readonly progress: (text: string) => void;
  /** Asks for a secret without showing it. Undefined where nobody can be asked. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
}

export type Format = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** The terminal of this process. Colours keep to NO_COLOR, FORCE_COLOR and what standard output is. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const interactive = stdout.isTTY;
  return {
    interactive,
    now: Date.now,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    style: (format, text) => styleText(format, text, { stream: stdout }),
    progress: (text) => {
      if (interactive && stderr.isTTY) stderr.write(`\r\u001b[K${text}`);
    },
    askSecret: (question) => (process.stdin.isTTY ? askWithoutEcho(question) : Promise.resolve(undefined)),
  };
}

function askWithoutEcho(question: string): Promise<string> {
  const { stdin, stderr } = process;
  // First of all, or what was typed ahead of the question would be shown.
  stdin.setRawMode(true);
  stderr.write(question);
  stdin.setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    const typed = new TypedSecret();
    const take = (characters: string | Buffer): void => {
      const ended = typed.take(characters.toString());
      if (ended === undefined) return;
      stdin.off('data', take).setRawMode(false).pause();
      stderr.write('\n');
      if (ended === 'end') resolve(typed.text);
      else reject(new Interrupted());
    };
    stdin.on('data', take);
  });
}

/** Ctrl+C while a secret was asked for: the terminal does not turn it into a signal then. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Foreign text of one or more lines, in which a terminal finds nothing to obey. */
export function shownText(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => visibleLine(line))
    .join('\n');
}

/** A value as JSON that a terminal shows as it is: nothing in it controls or reorders what stands there. */
export function jsonText(value: object): string {
  const escaped = (character: string): string =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('');
  return `${JSON.stringify(value, undefined, 2).replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`;
}

/** What was thrown, as standard error has it: code and message, and what to do. */
export function errorText(error: UserError): string {
  return `error: ${withCode(error.code, shownText(error.message))}\n  ${shownText(error.hint)}\n`;
}

/** Entra's messages begin with their code already. */
export function withCode(code: string, message: string): string {
  return message.startsWith(`${code}:`) ? message : `${code}: ${message}`;
}
