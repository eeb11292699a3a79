import { canCorrect, type PageData, type PageRule } from '../../outputs/page/data.ts';
import { visibleLine } from '../../text/display.ts';
import { counted } from '../../text/numbers.ts';
import { announceCopy, button, element } from '../element.ts';
import { uniqueItems, type ReadTable } from '../mailbox/mailbox-rows.ts';
import { ruleScript, type RuleScript } from '../mailbox/rule-script.ts';
import { download } from './export-csv.ts';
import type { ShownTable } from './rows/shown-table.ts';
import { cellAt, columnOf } from './rows/stored-table.ts';

/** Buttons for the script of a rule, while all violations that the table of findings shows are of this rule. */
export class ScriptButtons {
  readonly element = element('div', { class: 'script', role: 'group', 'aria-label': 'Commands for this rule' });
  readonly #shown: ShownTable;
  readonly #data: Pick<PageData, 'rules' | 'run'>;
  readonly #tables: () => readonly ReadTable[];
  readonly #announce: (text: string) => void;
  readonly #copy: HTMLButtonElement;
  readonly #download: HTMLButtonElement;
  readonly #note = element('span');

  /** `tables`: those whose rows were read. `announce` receives sentences about what was done. */
  constructor(
    shown: ShownTable,
    data: Pick<PageData, 'rules' | 'run'>,
    tables: () => readonly ReadTable[],
    announce: (text: string) => void,
  ) {
    this.#shown = shown;
    this.#data = data;
    this.#tables = tables;
    this.#announce = announce;
    this.#copy = button('Copy script', () => {
      this.#use(({ text }, done) =>
        announceCopy(navigator.clipboard.writeText(text), announce, `Copied ${done}`, ': download the script instead.'),
      );
    });
    this.#download = button('Download script', () => {
      this.#use(({ text }, done, { id }) => {
        // Windows PowerShell reads a file as UTF-8 only with a byte order mark.
        download(['\uFEFF', text], `fix-${id}.ps1`, 'text/plain;charset=utf-8');
        announce(`Downloaded ${done}`);
      });
    });
    this.element.append(this.#copy, this.#download, this.#note);
    this.refresh();
  }

  /** Call when other rows are shown. */
  refresh(): void {
    const rule = this.#rule();
    this.element.hidden = rule === undefined;
    if (rule === undefined) return;
    const can = canCorrect(rule);
    for (const one of [this.#copy, this.#download]) one.hidden = !can;
    this.#note.textContent = can
      ? rule.isPlanned === true
        ? 'or plan it with remediate'
        : ''
      : 'No command corrects this rule.';
  }

  #use(act: (script: RuleScript, done: string, rule: PageRule) => void): void {
    const rule = this.#rule();
    if (rule === undefined) return;
    const report = this.#tables().find(({ page }) => page.name === rule.report);
    if (report === undefined) {
      this.#announce(`The rows of ${visibleLine(rule.report)} are still being read.`);
      return;
    }
    const { table } = this.#shown;
    const findings = Array.from(
      this.#violations(),
      (row) => (name: string) => String(cellAt(columnOf(table, name), row)),
    );
    const script = ruleScript(rule, findings, this.#data.run, uniqueItems(report));
    const { commands, without } = script;
    const missing = without === 0 ? '' : ` ${counted(without, 'finding has', 'findings have')} no command.`;
    if (commands === 0) this.#announce(missing.trim());
    else act(script, `${counted(commands, 'command', 'commands')}.${missing}`, rule);
  }

  /** The rule of all violations that are shown; undefined if they are of several rules, or none is shown. */
  #rule(): PageRule | undefined {
    const rules = columnOf(this.#shown.table, 'Rule');
    let found: number | undefined;
    for (const row of this.#violations()) {
      const code = rules?.codes[row];
      if (found !== undefined && code !== found) return undefined;
      found = code;
    }
    return found === undefined ? undefined : this.#data.rules.find(({ id }) => id === rules?.values[found]);
  }

  /** The shown rows that violate a rule, and are neither known nor exempt. */
  *#violations(): Generator<number, void, void> {
    const verdict = columnOf(this.#shown.table, 'Verdict');
    if (verdict === undefined) return;
    const violating = verdict.folded.map((text) => text === 'fail' || text === 'warn');
    for (const row of this.#shown.rows) if (violating[verdict.codes[row] ?? -1] === true) yield row;
  }
}
