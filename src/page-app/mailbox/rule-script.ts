import type { PageRule } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { count, counted } from '../../text/numbers.ts';
import { correction } from './fix-command.ts';
import type { CellText } from './mailbox-rows.ts';

/** The script that corrects findings of a rule, and what it has. */
export interface RuleScript {
  readonly text: string;
  readonly commands: number;
  /** How many findings have no command. */
  readonly without: number;
}

const CONNECT = 'Connect-ExchangeOnline';
const CONNECT_GRAPH = [
  '# As an application with MailboxSettings.ReadWrite.',
  "Connect-MgGraph -TenantId '<tenant>' -ClientId '<application ID>' -CertificateThumbprint '<thumbprint>'",
];
const CONNECT_USERS = [
  '# Each account by its user principal name or ID, where that is not the address.',
  'Connect-MgGraph -Scopes User.EnableDisableAccount.All, User.Read.All',
];
const PLANNED = 'can also plan these changes, apply them after an approval, and undo them';

/**
 * All commands that correct findings of a rule, as a PowerShell script. Every text in its comments is on one line.
 *
 * @param findings read the rows of the table of findings
 * @param run which run they are from, in words
 * @param isUnique whether a mailbox has one row with an item in the report of the rule
 */
export function ruleScript(
  rule: PageRule,
  findings: readonly CellText[],
  run: string,
  isUnique: (mailbox: string, item: string) => boolean,
): RuleScript {
  const commands = new Set<string>();
  const without: string[] = [];
  for (const cell of findings) {
    const mailbox = cell('MailboxName');
    const command = correction(cell, rule, (item) => isUnique(mailbox, item));
    if (command !== undefined) commands.add(command);
    else without.push(`${[mailbox, cell('Item')].filter((text) => text !== '').join(', ')}: ${cell('Message')}`);
  }
  const isGraph = [...commands].some((command) => command.startsWith('Invoke-MgGraphRequest '));
  const lines = [
    `Mailbox Report: commands for the rule ${rule.id}, ${rule.title}`,
    `Run: ${run}`,
    `${counted(commands.size, 'command', 'commands')} for ${counted(findings.length, 'finding', 'findings')}, ${count(without.length)} without a command${without.length === 0 ? '' : ':'}`,
    ...without.map((text) => `- ${text}`),
    ...(rule.isPlanned === true ? [`The remediate action ${PLANNED}.`] : []),
    ...(rule.note === undefined ? [] : [rule.note]),
  ].map((line) => `# ${visibleLine(line)}`);
  const isOfUsers = [...commands].some((command) => command.startsWith('Update-MgUser '));
  const connect = isGraph ? CONNECT_GRAPH : isOfUsers ? CONNECT_USERS : [CONNECT];
  return {
    text: [...lines, ...connect, '', ...commands, ''].join('\n'),
    commands: commands.size,
    without: without.length,
  };
}
