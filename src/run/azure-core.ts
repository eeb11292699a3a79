import path from 'node:path';
import type { AnnotationProperties } from './log.ts';
import type { Core } from './runner.ts';

/**
 * The log of a run in a step of Azure Pipelines, with groups, issues, and outputs as variables, in whose names hyphens are underscores.
 * Secrets are not printed as masks: the output of a script may be a file. The agent masks those that a pipeline has.
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 *
 * @param workspace the folder that the files of annotations are relative to
 * @param print prints a line without its end. The agent reads commands from standard output and from standard error
 */
export function azureCore(workspace: string, print: (line: string) => void, setOutput: Core['setOutput']): Core {
  const issue =
    (type: 'warning' | 'error') =>
    (message: string, properties: AnnotationProperties = {}) => {
      const { title, file, startLine: line = 1, startColumn: column = 1 } = properties;
      // With a place, the agent puts the code before the message.
      if (file === undefined) {
        const text = title === undefined ? message : `${title}: ${message}`;
        print(azureCommand('task.logissue', { type, code: title }, text));
      } else {
        const place = { sourcepath: path.resolve(workspace, file), linenumber: line, columnnumber: column };
        print(azureCommand('task.logissue', { type, ...place, code: title }, message));
      }
    };
  return {
    info: print,
    notice: print,
    setSecret: nothing,
    error: issue('error'),
    warning: issue('warning'),
    startGroup: (name) => {
      print(`##[group]${name}`);
    },
    endGroup: () => {
      print('##[endgroup]');
    },
    debug: (message) => {
      print(azureCommand('task.debug', {}, message));
    },
    setOutput: (name, value) => {
      print(azureCommand('task.setvariable', { variable: name.replaceAll('-', '_'), isOutput: 'true' }, String(value)));
      setOutput(name, value);
    },
  };
}

type Properties = Readonly<Record<string, string | number | undefined>>;

/** A command for the agent. `task.uploadsummary` with the path of a Markdown file shows it on the page of the run. */
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
  // The log has no such command.
}
