import type { ValueCount } from '../distribution.ts';
import { count } from '../../text/numbers.ts';
import { shortenedInside } from '../../text/display.ts';

const LONGEST_LABEL = 40;
const NOT_SET = '(not set)';
const NOT_SHOWN = '(not shown)';
const OTHERS = 'all others';

/** Letters and digits, and the few marks that names need and no syntax here knows; among letters some show nothing. */
const UNSAFE = /[^\p{L}\p{M}\p{N} ()+,./:_’–…-]|\p{Default_Ignorable_Code_Point}/gu;

/** One part of a chart. */
export interface Slice {
  /** From `mermaidLabel`, and of no other slice of the chart. */
  readonly label: string;
  readonly count: number;
}

/**
 * Foreign text for a quoted label of a Mermaid chart, in a fence of Markdown. Those quotes know no escape, and Mermaid
 * decodes entities and takes comments and directives before it sees a quote: so all but plain characters become blanks.
 * At most 40 characters, never empty; different texts may become the same label.
 */
export function mermaidLabel(text: string): string {
  if (text.trim() === '') return NOT_SET;
  const plain = text.toWellFormed().replaceAll('&', ' and ').replaceAll("'", '’').replace(UNSAFE, ' ');
  const label = plain.replace(/ +/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(label) ? shortenedInside(label, LONGEST_LABEL) : NOT_SHOWN;
}

/**
 * The most frequent values, at most `most` of them, and the rest as one. Values whose labels are the same are added
 * together: Mermaid would drop one of them. `other` are those that are not among the values.
 */
export function slicesOf(values: readonly ValueCount[], other: number, most: number): Slice[] {
  const labelled = added(values.map(({ value, count: number }) => ({ label: mermaidLabel(value), count: number })));
  const sorted = labelled.toSorted((one, another) => another.count - one.count);
  const rest = sorted.slice(most).reduce((sum, slice) => sum + slice.count, other);
  const shown = sorted.slice(0, most);
  return rest === 0 ? shown : added([...shown, { label: OTHERS, count: rest }]);
}

/** A pie with numbers. The title is written as it is. */
export function pieChart(title: string, slices: readonly Slice[]): string {
  return fenced([
    ...pieSettings(),
    `pie showData title ${title}`,
    ...slices.map(({ label, count: number }) => `  "${label}" : ${number}`),
  ]);
}

/** On white and on black: between the colours of either theme and its ground there is next to no contrast. */
const PIE_COLOURS: readonly string[] = [
  ...['#0969da', '#bc4c00', '#8250df', '#1a7f37', '#bf3989', '#1b7c83'],
  ...['#9a6700', '#59636e', '#cf222e', '#4d2d00', '#3e1f79', '#953800'],
];

function pieSettings(): string[] {
  return configured([
    '  themeVariables:',
    ...PIE_COLOURS.map((colour, at) => `    pie${at + 1}: "${colour}"`),
    '    pieOpacity: "1"',
    '    pieSectionTextColor: "#ffffff"',
    '    pieStrokeColor: "#8b949e"',
    '    pieOuterStrokeColor: "#8b949e"',
  ]);
}

/** Horizontal bars from nought, with their numbers in the labels. The title and the unit are written as they are. */
export function barChart(title: string, unit: string, slices: readonly Slice[]): string {
  const labels = slices.map(({ label, count: number }) => `"${label}: ${count(number)}"`);
  const numbers = slices.map((slice) => slice.count);
  return fenced([
    ...barSettings(slices.length),
    'xychart-beta horizontal',
    `  title "${title}"`,
    `  x-axis [${labels.join(', ')}]`,
    `  y-axis "${unit}" 0 --> ${Math.max(1, ...numbers)}`,
    `  bar [${numbers.join(', ')}]`,
  ]);
}

/**
 * As high as the bars need, in a colour that shows on white and on black. Mermaid leaves out all labels where one finds no
 * room, so they may take most of the width; it draws long numbers of the axis over each other, so the axis has none.
 */
function barSettings(bars: number): string[] {
  return configured([
    '  xyChart:',
    '    width: 900',
    `    height: ${90 + 32 * bars}`,
    '    plotReservedSpacePercent: 30',
    '    yAxis:',
    '      showLabel: false',
    '      showTick: false',
    '  themeVariables:',
    '    xyChart:',
    '      plotColorPalette: "#4493f8"',
  ]);
}

/** What stands before a chart. https://mermaid.js.org/config/configuration.html#frontmatter-config */
function configured(lines: readonly string[]): string[] {
  return ['---', 'config:', ...lines, '---'];
}

function added(slices: readonly Slice[]): Slice[] {
  const sums = new Map<string, number>();
  for (const { label, count: number } of slices) sums.set(label, (sums.get(label) ?? 0) + number);
  return [...sums].map(([label, number]) => ({ label, count: number }));
}

function fenced(lines: readonly string[]): string {
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n`;
}
