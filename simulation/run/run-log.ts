import type { AnnotationProperties } from '../../src/run/log.ts';
import type { Core } from '../../src/run/runner.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/** Replaces `@actions/core`, and keeps what a step says. */
export class RunLog implements Core {
  readonly outputs = new Map<string, string>();
  readonly annotations: Annotation[] = [];
  readonly lines: string[] = [];
  readonly debugLines: string[] = [];

  error(message: string, properties: AnnotationProperties = {}): void {
    this.annotations.push({ level: 'error', message, properties });
  }
  warning(message: string, properties: AnnotationProperties = {}): void {
    this.annotations.push({ level: 'warning', message, properties });
  }
  notice(message: string, properties: AnnotationProperties = {}): void {
    this.annotations.push({ level: 'notice', message, properties });
  }
  info(message: string): void {
    this.lines.push(message);
  }
  debug(message: string): void {
    this.debugLines.push(message);
  }
  startGroup(name: string): void {
    this.lines.push(name);
  }
  endGroup(): void {
    this.debugLines.push('');
  }
  setOutput(name: string, value: string | number): void {
    this.outputs.set(name, String(value));
  }
  setSecret(secret: string): void {
    this.debugLines.push(`${secret.length} characters are masked`);
  }
}
