import type { Core } from '../run/runner.ts';
import { inOptionNames } from './option-names.ts';
import { shownText, withCode, type Terminal } from './terminal.ts';

/** Shows the log of the action as progress, and its errors and warnings in the words of the options. */
export class TerminalCore implements Core {
  readonly outputs: Record<string, string> = {};
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  error(message: string, properties?: { readonly title?: string }): void {
    this.#print('error', properties?.title ?? 'UNEXPECTED', message);
  }

  warning(message: string, properties?: { readonly title?: string }): void {
    this.#print('warning', properties?.title, message);
  }

  notice(message: string): void {
    this.info(message);
  }

  info(message: string): void {
    this.#terminal.progress(shownText(message.split('\n')[0] ?? '').slice(0, 100));
  }

  debug(): void {
    // The terminal program has no debug log.
  }

  startGroup(name: string): void {
    this.info(name);
  }

  endGroup(): void {
    this.#terminal.progress('');
  }

  setOutput(name: string, value: string | number): void {
    this.outputs[name] = String(value);
  }

  setSecret(): void {
    // Secrets are never printed; masking is for logs that others can read.
  }

  /** `title`: the code, where the action has one. */
  #print(level: 'error' | 'warning', title: string | undefined, message: string): void {
    const text = inOptionNames(title === undefined ? message : withCode(title, message), title);
    this.#terminal.progress('');
    this.#terminal.err(`${level}: ${shownText(text).replaceAll('\n', '\n  ')}\n`);
  }
}
