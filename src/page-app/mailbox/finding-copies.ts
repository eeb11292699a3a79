import type { PageRule } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { announceCopy, button, element } from '../element.ts';

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

/** Buttons that copy a finding as an exemption of the policy, and as the text of a ticket. */
export function findingCopies(finding: CopiedFinding): HTMLElement {
  const status = element('span', { role: 'status' });
  const announce = (text: string): void => {
    status.textContent = text;
  };
  const copying = (name: string, text: string): HTMLElement =>
    button(name, () => announceCopy(navigator.clipboard.writeText(text), announce, 'Copied'));
  return element(
    'p',
    { class: 'command', role: 'group', 'aria-label': 'Copy the finding' },
    copying('Copy as exemption', exemptionText(finding)),
    ' ',
    copying('Copy for a ticket', ticketText(finding)),
    ' ',
    status,
  );
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
