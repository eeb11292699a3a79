import type { Core } from '../../src/run/runner.ts';
import type { AnnotationProperties } from '../../src/run/log.ts';

/** Replaces `@actions/core` and records its calls. */
export class RecordingCore implements Core {
  readonly outputs = new Map<string, string | number>();
  readonly errors: { readonly message: string; readonly properties: AnnotationProperties | undefined }[] = [];
  readonly warnings: string[] = [];
  readonly lines: string[] = [];
  readonly secrets: string[] = [];
  readonly #onLine: (line: string) => void;

  /** @param onLine called with each line of the log */
  constructor(onLine: (line: string) => void = () => undefined) {
    this.#onLine = onLine;
  }

  error(message: string, properties?: AnnotationProperties): void {
    this.errors.push({ message, properties });
  }
  warning(message: string): void {
    this.warnings.push(message);
  }
  notice(message: string): void {
    this.lines.push(message);
  }
  info(message: string): void {
    this.#onLine(message);
    this.lines.push(message);
  }
  debug(message: string): void {
    this.lines.push(`debug: ${message}`);
  }
  startGroup(name: string): void {
    this.lines.push(name);
  }
  endGroup(): void {
    this.lines.push('');
  }
  setOutput(name: string, value: string | number): void {
    this.outputs.set(name, value);
  }
  setSecret(secret: string): void {
    this.secrets.push(secret);
  }
}
