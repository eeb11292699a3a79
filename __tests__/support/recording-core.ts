import type { Core } from '../../src/run/runner.ts';
import type { AnnotationProperties } from '../../src/run/log.ts';
import type { Annotation } from './action-run.ts';

/** Replaces `@actions/core`, which prints to the standard output of the process, and records its calls. */
export class RecordingCore implements Core {
  readonly outputs = new Map<string, string>();
  readonly annotations: Annotation[] = [];
  /** Without workflow commands. */
  readonly lines: string[] = [];
  readonly printed: string[] = [];
  readonly masked: string[] = [];
  readonly #onLine: (line: string) => void;

  /** @param onLine called with each line of the log */
  constructor(onLine: (line: string) => void = () => undefined) {
    this.#onLine = onLine;
  }

  error(message: string, properties?: AnnotationProperties): void {
    this.#annotate('error', message, properties);
  }
  warning(message: string, properties?: AnnotationProperties): void {
    this.#annotate('warning', message, properties);
  }
  notice(message: string, properties?: AnnotationProperties): void {
    this.#annotate('notice', message, properties);
  }
  info(message: string): void {
    this.#onLine(message);
    this.lines.push(message);
    this.printed.push(message);
  }
  debug(message: string): void {
    this.printed.push(message);
  }
  startGroup(name: string): void {
    this.printed.push(name);
  }
  endGroup(): void {
    this.printed.push('');
  }
  setOutput(name: string, value: string | number): void {
    this.outputs.set(name, String(value));
  }
  setSecret(secret: string): void {
    this.masked.push(secret);
  }

  #annotate(level: Annotation['level'], message: string, properties: AnnotationProperties = {}): void {
    const { title, file, startLine, startColumn } = properties;
    const shown = Object.entries({ title, file, line: startLine, col: startColumn }).filter(
      ([, value]) => value !== undefined,
    );
    const texts = shown.map(([name, value]) => [name, String(value)] as const);
    this.annotations.push({ level, message, properties: Object.fromEntries(texts) });
    this.printed.push(message);
  }
}
