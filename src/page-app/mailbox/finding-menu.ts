import type { PageRule } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { announceCopy, button, closeOnEscape, element } from '../element.ts';

/** A finding of a mailbox by a rule, for people who decide about it elsewhere. */
interface CopiedFinding {
  readonly rule: Pick<PageRule, 'id' | 'title' | 'help'>;
  readonly mailbox: string;
  /** In sentences. */
  readonly texts: readonly string[];
  readonly commands: readonly string[];
  /** Which run it is from, in words. */
  readonly run: string;
}

/** A menu that copies the commands of a finding, and the finding as an exemption of the policy and as the text of a ticket. */
export function findingMenu(finding: CopiedFinding): HTMLElement {
  const { rule, commands } = finding;
  const status = element('span', { role: 'status' });
  const announce = (text: string): void => {
    status.textContent = text;
  };
  const summary = element('summary', { 'aria-label': `Copy the finding: ${visibleLine(rule.title)}` }, 'Copy');
  const choice = (name: string, text: string): HTMLElement =>
    button(name, () => {
      announceCopy(navigator.clipboard.writeText(text), announce, 'Copied');
      menu.open = false;
      summary.focus();
    });
  const commandsName = commands.length === 1 ? 'Copy the command' : `Copy the ${commands.length} commands`;
  // Of menus with one name, one at most is open.
  const menu = element(
    'details',
    { class: 'menu', name: 'finding-menu' },
    summary,
    element(
      'div',
      {},
      ...(commands.length === 0 ? [] : [choice(commandsName, commands.join('\n'))]),
      choice('Copy as exemption', exemptionText(finding)),
      choice('Copy for a ticket', ticketText(finding)),
    ),
  );
  closeOnEscape(menu);
  return element('div', { class: 'command' }, menu, ' ', status);
}

/** An entry of `exemptions` in the policy. Its reader rejects it until reason, owner and end are filled in. */
function exemptionText({ rule, mailbox }: CopiedFinding): string {
  return [
    `  - rule: ${rule.id}`,
    // Every JSON string is one of YAML.
    `    mailboxes: [${JSON.stringify(mailbox)}]`,
    '    reason: # why the mailbox may violate the rule',
    '    owner: # who decided it',
    '    expires: # the last day, such as 2027-01-31',
    '',
  ].join('\n');
}

function ticketText({ rule, mailbox, texts, commands, run }: CopiedFinding): string {
  return [
    `${mailbox}: ${rule.title} (${rule.id})`,
    ...texts.map((text) => `- ${text}`),
    ...commands.map((command) => `Command: ${command}`),
    ...(rule.help === undefined ? [] : [`Help: ${rule.help}`]),
    `Run: ${run}`,
  ]
    .map((line) => `${visibleLine(line)}\n`)
    .join('');
}
