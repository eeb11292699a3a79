/** A command of a line of output, by the rules of Azure's agent. */
export interface AgentCommand {
  /** With its area, such as `task.setvariable`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The command that an agent finds in a line, wherever it is, else undefined. The agent compares by the rules of a language, so
 * characters without a width are removed first.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs
 */
export function agentCommand(output: string): AgentCommand | undefined {
  const line = output.replaceAll(/\p{DI}/gu, '');
  const start = line.indexOf('##vso[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  const [name = '', ...rest] = line.slice(start + '##vso['.length, end).split(' ');
  if (name.split('.').filter((part) => part !== '').length !== 2) return undefined;
  const pairs = rest
    .join(' ')
    .split(';')
    .flatMap((pair): [string, string][] => {
      const [, key, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
      return key === undefined || value === undefined ? [] : [[key, unescaped(value)]];
    });
  return { name, properties: Object.fromEntries(pairs), data: unescaped(line.slice(end + 1)) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%AZP25', '%');
}
