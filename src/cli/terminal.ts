import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { describeError, hintLines, UserError, type ErrorCode } from '../errors.ts';
import { thisMachine, type Machine } from '../http/machine.ts';
import { csvRecord } from '../outputs/files/csv-file.ts';
import { withoutCommands } from '../run/log.ts';
import type { Cells } from '../text/csv.ts';
import { visibleLine } from '../text/display.ts';

/** The terminal as a command uses it. Tests pass their own. */
export interface Terminal extends Machine {
  /** Whether standard output is a terminal instead of a file or pipe. */
  readonly interactive: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colors a text if standard output supports colors. */
  readonly style: (format: Format, text: string) => string;
  /** Shows the current activity on a terminal and replaces the previous one; '' clears it. */
  readonly progress: (text: string) => void;
  /** Opens a file in the browser. A failure is a line on standard error. */
  readonly open: (file: string) => Promise<void>;
  /** Prompts for a secret without showing it. Undefined if there is no terminal. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
  /** Prompts for a line. Undefined if there is no terminal. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

export type Format = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** The terminal of this process. Colors depend on NO_COLOR, FORCE_COLOR and standard output. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const interactive = stdout.isTTY;
  return {
    interactive,
    ...thisMachine(),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    style: (format, text) => styleText(format, text, { stream: stdout }),
    progress: (text) => {
      // A line that wraps could not be replaced.
      if (interactive && stderr.isTTY) stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns || 80) - 1)}`);
    },
    open: async (file) => {
      try {
        const { default: open } = await import('open');
        await open(file);
      } catch (error) {
        stderr.write(`The page could not be opened: ${describeError(error)}\n`);
      }
    },
    askSecret: async (question) => (process.stdin.isTTY ? askLine(question, { isSecret: true }) : undefined),
    ask: async (question) => (process.stdin.isTTY ? askLine(question, { isSecret: false }) : undefined),
  };
}

/** Prompts for a line; '' at Ctrl+D, or at the end of the input. A secret is not shown. Rejects with `Interrupted` at Ctrl+C. */
export async function askLine(
  question: string,
  { isSecret }: { readonly isSecret: boolean },
  { stdin, stderr }: { readonly stdin: NodeJS.ReadableStream; readonly stderr: NodeJS.WritableStream } = process,
): Promise<string> {
  const discarded = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const promptOutput = isSecret ? { output: discarded, terminal: true } : { output: stderr };
  // Must come first: it ends the terminal's echo, which would show keys that were typed before the prompt.
  const line = createInterface({ input: stdin, historySize: 0, ...promptOutput });
  if (isSecret) stderr.write(question);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  line.question(question, resolve);
  line
    .once('SIGINT', () => {
      reject(new Interrupted());
    })
    .once('close', () => {
      resolve('');
    });
  try {
    return await promise;
  } finally {
    line.close();
    if (isSecret) stderr.write('\n');
  }
}

/** Ctrl+C at a prompt, where the terminal sends no signal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Untrusted text of one or more lines without control characters and without commands of a CI. */
export function terminalText(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => withoutCommands(visibleLine(line)))
    .join('\n');
}

/** Prints a record of a CSV. A terminal would obey the control characters in its cells. */
export function printRecord(cells: Cells, terminal: Terminal): void {
  const text = csvRecord(cells);
  terminal.out(terminal.interactive ? terminalText(text) : text);
}

/** A value as JSON without characters that a terminal obeys or reorders, and without commands of a CI. `indent`: spaces a level. */
export function jsonText(value: object, indent = 2): string {
  const escaped = (character: string): string =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join('');
  return `${JSON.stringify(value, undefined, indent).replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=#\p{DI}*)#/gu, escaped)}\n`;
}

/** Errors of the options, and of the files and prompts that complete them. */
const MISUSES: ReadonlySet<ErrorCode> = new Set([
  ...(['INPUT_INVALID', 'INPUT_MISSING', 'CONFIG_FILE', 'OUTPUT_FOLDER'] as const),
  ...(['NAME_INVALID', 'DATES_INVALID', 'NO_TERMINAL'] as const),
]);

/** As in most programs: 1 for a failure, 2 for invalid arguments. */
export function exitCodeOf({ code }: UserError): 1 | 2 {
  return MISUSES.has(code) ? 2 : 1;
}

/** An error for standard error: code, message, hint, and what to copy. */
export function errorText(error: UserError): string {
  const text = `error: ${withCode(error.code, error.message)}\n${hintLines(error)}`;
  return `${terminalText(text).replaceAll('\n', '\n  ')}\n`;
}

/** An error as data. */
export function errorJson({ code, message, hint, copy }: UserError): object {
  return { code, message, hint, ...(copy.length === 0 ? {} : { copy }) };
}

/** Entra's messages already contain their code. */
export function withCode(code: string, message: string): string {
  return message.startsWith(`${code}:`) ? message : `${code}: ${message}`;
}
