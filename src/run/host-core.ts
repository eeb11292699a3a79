import path from 'node:path';
import type { Host } from './host.ts';
import type { AnnotationProperties } from './log.ts';
import type { Core } from './runner.ts';

type Level = 'info' | 'warning' | 'error';

export interface HostOptions {
  readonly host: Host;
  /** The folder that the files of annotations are relative to. */
  readonly workspace: string;
  /** Prints a line without its end. Azure's agent reads commands from standard output and from standard error. */
  readonly print: (line: string, level: Level) => void;
  /** Gets each output, on every host. */
  readonly setOutput: Core['setOutput'];
}

/**
 * The log of a run outside an action: commands of Azure Pipelines on its agent, else plain text, also in a step of GitHub. Secrets
 * are not printed as masks: standard output may be a file or another program.
 */
export function hostCore(options: HostOptions): Core {
  return options.host === 'azure' ? azureCore(options) : plainCore(options);
}

function plainCore({ print, setOutput }: HostOptions): Core {
  const info = (message: string): void => {
    print(message, 'info');
  };
  const issue =
    (level: 'warning' | 'error') =>
    (message: string, properties: AnnotationProperties = {}) => {
      const { title, file, startLine: line, startColumn: column } = properties;
      const place =
        file === undefined ? undefined : [file, line, column].filter((part) => part !== undefined).join(':');
      const text = [level, place, title, message].filter((part) => part !== undefined).join(': ');
      print(text.replaceAll('\n', '\n  '), level);
    };
  return {
    ...{ info, notice: info, startGroup: info, endGroup: nothing, debug: nothing, setSecret: nothing },
    ...{ error: issue('error'), warning: issue('warning'), setOutput },
  };
}

/** https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands */
function azureCore({ workspace, print, setOutput }: HostOptions): Core {
  const info = (message: string): void => {
    print(message, 'info');
  };
  const command = (name: string, properties: Properties, data: string): void => {
    print(azureCommand(name, properties, data), 'info');
  };
  const issue =
    (type: 'warning' | 'error') =>
    (message: string, properties: AnnotationProperties = {}) => {
      const { title, file, startLine: line, startColumn: column = 1 } = properties;
      // With a place, the agent puts the code before the message.
      if (file === undefined) {
        command('task.logissue', { type, code: title }, title === undefined ? message : `${title}: ${message}`);
      } else {
        const place = { sourcepath: path.resolve(workspace, file), linenumber: line ?? 1, columnnumber: column };
        command('task.logissue', { type, ...place, code: title }, message);
      }
    };
  return {
    info,
    notice: info,
    startGroup: (name) => {
      info(`##[group]${name}`);
    },
    endGroup: () => {
      info('##[endgroup]');
    },
    debug: (message) => {
      command('task.debug', {}, message);
    },
    setSecret: nothing,
    error: issue('error'),
    warning: issue('warning'),
    setOutput: (name, value) => {
      // Names of variables have no hyphens.
      command('task.setvariable', { variable: name.replaceAll('-', '_'), isOutput: 'true' }, String(value));
      setOutput(name, value);
    },
  };
}

type Properties = Readonly<Record<string, string | number | undefined>>;

/** A command for Azure's agent. `task.uploadsummary` with the path of a Markdown file shows it on the page of the run. */
export function azureCommand(name: string, properties: Properties, data: string): string {
  const parts = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escaped(String(value))}`],
  );
  return `##vso[${name}${parts.length === 0 ? '' : ` ${parts.join(';')}`}]${escaped(data)}`;
}

/** https://github.com/microsoft/azure-pipelines-agent/blob/master/docs/design/percentEncoding.md */
function escaped(text: string): string {
  return text
    .replaceAll('%', '%AZP25')
    .replaceAll(';', '%3B')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(']', '%5D');
}

function nothing(): void {
  // This host has no such command.
}
