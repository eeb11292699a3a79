import type { SourcePlace } from '../errors.ts';
import { shortened, visibleLine } from '../text/display.ts';

export interface AnnotationProperties {
  title?: string;
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/** The log and the annotations of a step: `@actions/core` satisfies it. */
export interface Log {
  /** True if mailboxes with findings are listed elsewhere at the end, so that they are not annotated. */
  readonly listsFindings?: boolean;
  error(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  notice(message: string, properties?: AnnotationProperties): void;
  info(message: string): void;
  debug(message: string): void;
  startGroup(name: string): void;
  endGroup(): void;
}

/** How a log shows progress. */
export interface ProgressLog {
  info(message: string): void;
  /** Replaces what was shown before, several times a second. `share`: from 0 to 1. Undefined: a line every few seconds. */
  progress?(share: number, line: string): void;
}

const MAX_LINE = 2_000;

/**
 * Untrusted text for one line of the log. A terminal obeys escape sequences and a runner commands: both are escaped. Cut at
 * 2,000 characters.
 */
export function logText(text: string): string {
  return withoutCommands(visibleLine(shortened(text, MAX_LINE)));
}

/**
 * `##[` and `##vso[`. Azure's agent looks for them with the rules of a language, which skip characters without a width.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs
 */
const COMMANDS = /(#\p{DI}*#\p{DI}*)(?=\[|v\p{DI}*s\p{DI}*o)/giu;

/**
 * A line without commands for a runner. GitHub's takes a line for one if it starts, after white space, with `::`, or contains
 * `##[` (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), Azure's agent if it contains `##vso[`. The
 * section markers of GitLab need an escape character, so a line of visible characters has none.
 */
export function withoutCommands(line: string): string {
  return line.replace(/^(\s*)::/, '$1\\::').replace(COMMANDS, '$1\\');
}

/** Untrusted text of several lines, each escaped by itself. Blank lines are left out. */
export function logLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(logText)
    .join('\n');
}

/** Runs a phase of the run inside a group of the log, which ends also if the phase throws. `name` is escaped here. */
export async function logGroup<T>(log: Log, name: string, phase: () => Promise<T> | T): Promise<T> {
  log.startGroup(logText(name));
  try {
    return await phase();
  } finally {
    log.endGroup();
  }
}

/** Logs the settings of a run, without secrets; those that are undefined are left out. `notes`: lines after them. */
export function logSettings(
  log: Log,
  settings: Readonly<Record<string, string | undefined>>,
  notes: readonly string[] = [],
): Promise<void> {
  return logGroup(log, 'Settings', () => {
    for (const [name, value] of Object.entries(settings)) {
      if (value !== undefined) log.info(logText(`${name}: ${value}`));
    }
    for (const note of notes) log.info(logText(note));
  });
}

/** Logs warnings, and keeps them for the summary. */
export class Warnings {
  readonly #log: Log;
  readonly #messages: string[] = [];

  constructor(log: Log) {
    this.#log = log;
  }

  get messages(): readonly string[] {
    return this.#messages;
  }

  add(message: string, place?: SourcePlace): void {
    this.#messages.push(message);
    this.#log.warning(logText(message), placeProperties(place));
  }
}

/** The properties with which GitHub shows an annotation at a place in the repository, if there is one. */
export function placeProperties(place: SourcePlace | { readonly file?: undefined } = {}): AnnotationProperties {
  if (place.file === undefined) return {};
  const { file, line, column } = place;
  return {
    file,
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
}
