import { findingRank, type PageRule } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { shownCell } from '../../text/row-phrase.ts';
import { element } from '../element.ts';
import { findingMenu } from './finding-menu.ts';
import { correction } from './fix-command.ts';
import { cellState } from '../table/grid/row.ts';
import type { MailboxRow } from './mailbox-rows.ts';

/**
 * The findings of a mailbox by rule, each as a sentence, with what was found and expected as details, and the command that fixes it.
 *
 * @param rows of the table of findings
 * @param isUnique whether a report has only one row of the mailbox with this name
 * @param run which run they are from, in words
 */
export function findingsList(
  rows: readonly MailboxRow[],
  rules: readonly PageRule[],
  isUnique: (report: string, item: string) => boolean,
  run: string,
): HTMLElement {
  const list = element('ul', { class: 'findings' });
  const worstFirst = rows.toSorted((one, other) => rankOf(one) - rankOf(other));
  for (const id of new Set(worstFirst.map(({ cell }) => cell('Rule')))) {
    const found = rows.filter(({ cell }) => cell('Rule') === id);
    const rule = rules.find((one) => one.id === id);
    const [first] = found;
    const verdict = first?.cell('Verdict') ?? '';
    const entry = element(
      'li',
      {},
      element('span', { class: `verdict ${cellState('Verdict', verdict) ?? 'state-muted'}` }, visibleLine(verdict)),
      ' ',
      element('strong', {}, visibleLine(rule?.title ?? id)),
      ...(rule?.help === undefined ? [] : [' ', helpLink(rule.help)]),
      element('ul', {}, ...found.map((row) => element('li', {}, findingText(row), ...schemaOf(row)))),
    );
    if (rule !== undefined && (verdict === 'fail' || verdict === 'warn' || verdict === 'known')) {
      const corrections = found.map(({ cell }) => correction(cell, rule, (item) => isUnique(rule.report, item)));
      const commands = [...new Set(corrections.filter((command) => command !== undefined))];
      entry.append(...commands.map((command) => element('p', { class: 'command' }, element('code', {}, command))));
      if (corrections.includes(undefined)) {
        const which = commands.length === 0 ? 'this' : 'all of this';
        entry.append(element('p', { class: 'note' }, `No command corrects ${which}.`));
      }
      const [mailbox, texts] = [first?.cell('MailboxName') ?? '', found.map(findingText)];
      entry.append(findingMenu({ rule, mailbox, texts, commands, run }));
    }
    list.append(entry);
  }
  return list;
}

function rankOf({ cell }: MailboxRow): number {
  return findingRank({ verdict: cell('Verdict'), severity: cell('Severity') });
}

function findingText({ cell }: MailboxRow): string {
  const [since, exemption] = [cell('Since'), cell('Exemption')];
  const more = [since === '' ? '' : `since ${since}`, exemption === '' ? '' : `exempt: ${visibleLine(exemption)}`];
  return [visibleLine(cell('Message')), ...more.filter((part) => part !== '')].join('; ');
}

/** In the terms of the policy. Nothing if the rule is inconclusive. */
function schemaOf({ cell }: MailboxRow): readonly HTMLElement[] {
  const column = cell('Column');
  if (column === '') return [];
  const schema = `${visibleLine(column)}: ${shownCell(cell('Found'))}, expected ${shownCell(cell('Expected'))}`;
  return [element('details', {}, element('summary', {}, 'Details'), schema)];
}

function helpLink(address: string): HTMLElement | string {
  // Policies cannot have another scheme, but the data of the page might.
  if (!/^https?:\/\//i.test(address)) return '';
  return element('a', { href: address, rel: 'noreferrer' }, 'Help');
}
