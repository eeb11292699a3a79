import type { ControlResult, EvidenceControl, Population } from '../controls/evidence.ts';
import type { Block, Column, Content, Section, Table, TableRow } from '../run/section.ts';
import { capitalized, shortened } from '../text/display.ts';
import { count, counted } from '../text/numbers.ts';

export const CONTROLS_TITLE = 'Controls';

const MAX_LINES = 300;
const OPEN_LINES = 20;
const MAX_TEXT = 300;
const MAX_RULES = 5;

/** The results in words, the most urgent first. */
const WORDS: Readonly<Record<ControlResult, string>> = {
  'not-met': 'not met',
  unknown: 'unknown',
  excepted: 'excepted',
  'met-in-part': 'met in part',
  met: 'met',
  'not-checked': 'not checked',
};
const BY_URGENCY = Object.keys(WORDS);

const TONES: Readonly<Record<ControlResult, TableRow['tone']>> = {
  'not-met': 'fail',
  unknown: 'unknown',
  excepted: 'warn',
  'met-in-part': 'unknown',
  met: 'pass',
  'not-checked': undefined,
};

/** The numbers that are shown, and where. */
const ALWAYS = ['read', 'concerned'] as const;
const IF_ANY = ['passed', 'failed', 'warned', 'known', 'exempt', 'inconclusive', 'unread'] as const;
const ON_PAGE = ['tenant', 'listed'] as const;

/** The controls with their results and counts, the most urgent first. It names no mailbox. */
export function controlsSection(lines: readonly EvidenceControl[]): Section {
  const ordered = lines.toSorted((one, other) => BY_URGENCY.indexOf(one.result) - BY_URGENCY.indexOf(other.result));
  const checked = ordered.filter(({ result }) => result !== 'not-checked');
  const others = ordered.filter(({ result }) => result === 'not-checked');
  const results = resultsText(lines);
  return {
    title: CONTROLS_TITLE,
    folded: `${CONTROLS_TITLE}: ${results}`,
    blocks: [
      { paragraph: `${capitalized(results)}. Numbers are mailboxes; the organization counts as 1.` },
      ...(checked.length === 0 ? [] : [{ table: checkedTable(checked) }]),
      ...uncheckedBlocks(others),
    ],
  };
}

/** `3 not met, 20 met`: how many controls have each result. */
export function resultsText(lines: readonly EvidenceControl[]): string {
  const results = new Map(lines.map(({ catalogue, control, result }) => [`${catalogue}/${control}`, result]));
  const counts = Map.groupBy(results.values(), (result) => result);
  return Object.entries(WORDS)
    .flatMap(([result, word]) => {
      const number = [...counts].find(([one]) => one === result)?.[1].length ?? 0;
      return number === 0 ? [] : [`${count(number)} ${word}`];
    })
    .join(', ');
}

function checkedTable(lines: readonly EvidenceControl[]): Table {
  const shown = IF_ANY.filter((name) => lines.some(({ population }) => (population[name] ?? 0) > 0));
  const numbers = [
    ...ON_PAGE.map((name) => ({ name, only: 'page' as const })),
    ...[...ALWAYS, ...shown].map((name) => ({ name })),
  ];
  const columns: readonly Column[] = [
    { name: 'Control' },
    { name: 'Result', kind: 'short' },
    { name: 'Subject', kind: 'short' },
    ...numbers.map(({ name, ...place }): Column => ({ name: capitalized(name), kind: 'number', ...place })),
    { name: 'Rules', only: 'page' },
    { name: 'Missing', kind: 'prose', only: 'page' },
  ];
  return {
    ...tableOf(CONTROLS_TITLE, columns, lines, (line) => [
      controlCell(line),
      WORDS[line.result],
      line.subject,
      ...numbers.map(({ name }) => numberText(line.population, name)),
      { lines: rulesCell(line) },
      line.missing.length === 0 ? '' : { lines: missingCell(line) },
    ]),
    open: OPEN_LINES,
  };
}

/** The controls of the same catalogues that no rule decides, and why reports do not show some. */
function uncheckedBlocks(lines: readonly EvidenceControl[]): readonly Block[] {
  if (lines.length === 0) return [];
  const columns: readonly Column[] = [{ name: 'Control' }, { name: 'Why', kind: 'prose' }];
  const table = tableOf('Controls that are not checked', columns, lines, (line) => [
    controlCell(line),
    { lines: missingCell(line) },
  ]);
  const controls = new Set(lines.map(({ catalogue, control }) => `${catalogue}/${control}`)).size;
  return [{ folded: counted(controls, 'control is not checked', 'controls are not checked'), blocks: [{ table }] }];
}

function tableOf(
  label: string,
  columns: readonly Column[],
  lines: readonly EvidenceControl[],
  cellsOf: (line: EvidenceControl) => TableRow['cells'],
): Table {
  const visible = lines.slice(0, MAX_LINES);
  return {
    label,
    columns,
    rows: visible.map((line) => ({ cells: cellsOf(line), tone: TONES[line.result] })),
    unit: ['control', 'controls'],
    more: lines.length - visible.length,
    moreIn: 'controls.csv',
  };
}

function controlCell({ catalogue, control, title }: EvidenceControl): Content {
  return [{ code: `${catalogue}/${control}` }, ` ${shortened(title, MAX_TEXT)}`];
}

function numberText(population: Population, name: keyof Population): string {
  const number = population[name];
  return number === null ? '' : count(number);
}

function rulesCell({ rules, basis }: EvidenceControl): readonly Content[] {
  const hidden = rules.length - MAX_RULES;
  return [
    ...rules.slice(0, MAX_RULES).map((code): Content => ({ code })),
    ...(hidden > 0 ? [`and ${count(hidden)} more`] : []),
    ...(basis === 'own' ? [{ note: 'own rules' }] : []),
  ];
}

function missingCell({ missing }: EvidenceControl): readonly Content[] {
  return missing.map((sentence) => shortened(sentence, MAX_TEXT));
}
