import type { ValueCount } from '../distribution.ts';
import { count } from '../../text/numbers.ts';
import { shortenedInside } from '../../text/display.ts';

const MAX_LABEL_LENGTH = 40;
const NOT_SET = '(not set)';
const NOT_SHOWN = '(not shown)';
const OTHERS = 'all others';

/** All but letters, digits and the marks that names need and Mermaid gives no meaning; invisible letters too. */
const UNSAFE = /[^\p{L}\p{M}\p{N} ()+,./:_’–…-]|\p{Default_Ignorable_Code_Point}/gu;

/** One part of a chart. */
export interface Slice {
  /** From `mermaidLabel`; unique in the chart. */
  readonly label: string;
  readonly count: number;
}

/**
 * Untrusted text for a quoted label of a Mermaid chart. Quotes have no escape, and Mermaid decodes entities and removes
 * comments and directives before it parses quotes, so special characters become spaces. At most 40 characters, never
 * empty; different texts can have the same label.
 */
function mermaidLabel(text: string): string {
  if (text.trim() === '') return NOT_SET;
  const plain = text.toWellFormed().replaceAll('&', ' and ').replaceAll("'", '’').replace(UNSAFE, ' ');
  const label = plain.replace(/ +/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(label) ? shortenedInside(label, MAX_LABEL_LENGTH) : NOT_SHOWN;
}

/**
 * The most frequent values, at most `max` of them, and the others as one. Values with the same label are added, since
 * Mermaid would drop one of them. `other`: the number of mailboxes whose value is not among `values`.
 */
export function slicesOf(values: readonly ValueCount[], other: number, max: number): Slice[] {
  const labelled = added(values.map(({ value, count: number }) => ({ label: mermaidLabel(value), count: number })));
  const sorted = labelled.toSorted((one, another) => another.count - one.count);
  const rest = sorted.slice(max).reduce((sum, slice) => sum + slice.count, other);
  const shown = sorted.slice(0, max);
  return rest === 0 ? shown : added([...shown, { label: OTHERS, count: rest }]);
}

/** A pie chart with numbers. The title is not escaped. */
export function pieChart(title: string, slices: readonly Slice[]): string {
  return fenced([
    ...pieSettings(),
    `pie showData title ${title}`,
    ...slices.map(({ label, count: number }) => `  "${label}" : ${number}`),
  ]);
}

/** Visible on white and on black, unlike the colours of Mermaid's themes. */
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

/** Horizontal bars from 0, with numbers in the labels. Title and unit are not escaped. */
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
 * A height for the number of bars, and a colour that is visible on white and on black. Mermaid omits all labels if one does
 * not fit, so they may have most of the width; it draws long numbers of the axis over each other, so the axis has none.
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

/** The front matter of a chart. https://mermaid.js.org/config/configuration.html#frontmatter-config */
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
