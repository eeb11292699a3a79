import { None, parse, View, type Spec } from 'vega';
import { shortened } from '../../text/shortened.ts';
import { visibleLine } from '../../text/unseen.ts';

/** One stretch of a bar: how many of a row are of a kind. */
export interface Bar {
  /** The row's place among those of the chart. */
  readonly row: number;
  readonly kind: string;
  readonly count: number;
}

/** What a chart shows. */
export interface Chart {
  /** What the rows are called, from top to bottom; two may be called alike. */
  readonly rows: readonly string[];
  /** The kinds in the order of their stretches, each with its colour as CSS has it. */
  readonly kinds: readonly { readonly name: string; readonly colour: string }[];
  readonly bars: readonly Bar[];
  /** Whether each bar is as long as the next, and its stretches are shares: few rows hold nearly all. */
  readonly shares?: boolean;
  /** Whether the kinds are named though there is one alone: what the bars count does not go without saying. */
  readonly legend?: boolean;
  /** What of it is not shown. */
  readonly note?: string;
}

/** In CSS pixels. */
export interface ChartSize {
  readonly width: number;
  /** The most that the names of the rows may take of it. */
  readonly names: number;
}

const ROW_HEIGHT = 26;
/** So that one mailbox among a hundred thousand is seen. */
const SHORTEST_BAR = 3;
const FONT = 'system-ui, sans-serif';
const LONGEST_LABEL = 100;
/** Between a name or a number and its bar. */
const GAP = 10;

/**
 * Draws bars that lie, one a row, as SVG text. Colours are left to the page's style sheet, so that one picture serves
 * light and dark. Texts are foreign, and escaped by the library.
 */
export async function drawBars(chart: Chart, size: ChartSize): Promise<string> {
  const view = new View(parse(barSpec(chart, size)), { renderer: 'none', logLevel: None });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

function barSpec({ rows, kinds, bars, shares = false }: Chart, { width, names }: ChartSize): Spec {
  const lengths = rows.map((_, row) => {
    const total = bars.reduce((sum, bar) => (bar.row === row ? sum + bar.count : sum), 0);
    return { row, total, length: shares && total > 0 ? 1 : total };
  });
  const labels = rows.map((row) => fitted(chartLabel(row), names));
  const left = Math.ceil(Math.max(...labels.map(textWidth))) + GAP;
  const right = Math.ceil(Math.max(...lengths.map(({ total }) => textWidth(total.toLocaleString('en-US'))))) + GAP;
  return {
    width: width - left - right,
    height: rows.length * ROW_HEIGHT,
    // Without a canvas the library takes letters for wider than they are, and cuts names that have room.
    autosize: 'none',
    padding: { left, right, top: 0, bottom: 0 },
    config: { text: { font: FONT }, axis: { labelFont: FONT } },
    signals: [{ name: 'labels', value: labels }],
    data: [
      {
        name: 'bars',
        values: bars.map((bar) => ({ ...bar, order: kinds.findIndex(({ name }) => name === bar.kind) })),
        transform: [
          {
            type: 'stack',
            groupby: ['row'],
            sort: { field: 'order' },
            field: 'count',
            offset: shares ? 'normalize' : 'zero',
          },
        ],
      },
      { name: 'lengths', values: lengths },
    ],
    scales: [
      { name: 'rows', type: 'band', domain: rows.map((_, at) => at), range: 'height', padding: 0.25 },
      { name: 'counts', type: 'linear', domain: { data: 'lengths', field: 'length' }, range: 'width', zero: true },
      {
        name: 'colours',
        type: 'ordinal',
        domain: kinds.map(({ name }) => name),
        range: kinds.map(({ colour }) => colour),
      },
    ],
    axes: [
      {
        orient: 'left',
        scale: 'rows',
        domain: false,
        ticks: false,
        labelPadding: 8,
        labelLimit: 0,
        labelFontSize: 12,
        labelColor: 'var(--text)',
        encode: { labels: { update: { text: { signal: 'labels[datum.value]' } } } },
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        // What is drawn wider than it is lies above its neighbour.
        sort: { field: 'datum.count', order: 'descending' },
        encode: {
          enter: {
            y: { scale: 'rows', field: 'row' },
            height: { scale: 'rows', band: 1 },
            x: { scale: 'counts', field: 'y0' },
            x2: { signal: `max(scale('counts', datum.y1), scale('counts', datum.y0) + ${SHORTEST_BAR})` },
            fill: { scale: 'colours', field: 'kind' },
            // Parts the kinds where colours do not.
            ...(kinds.length > 1 ? { stroke: { value: 'var(--background)' } } : {}),
          },
        },
      },
      {
        type: 'text',
        from: { data: 'lengths' },
        encode: {
          enter: {
            y: { scale: 'rows', field: 'row', band: 0.5 },
            x: { signal: `max(scale('counts', datum.length), ${SHORTEST_BAR}) + 6` },
            baseline: { value: 'middle' },
            fontSize: { value: 12 },
            fill: { value: 'var(--text)' },
            text: { signal: "format(datum.total, ',')" },
          },
        },
      },
    ],
  };
}

/** A value as a chart labels it: on one line, and never nothing. */
export function chartLabel(value: string, length = LONGEST_LABEL): string {
  const shown = shortened(visibleLine(value).trim(), length);
  return shown === '' ? '(not set)' : shown;
}

/** A label that takes no more room: cut in its middle, since ends tell names apart whose beginnings are the same. */
function fitted(label: string, room: number): string {
  const letters = Array.from(label);
  for (let kept = letters.length - 1; textWidth(label) > room && kept > 2; kept -= 1) {
    const tail = Math.floor(kept / 3);
    label = `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
  }
  return label;
}

/** How wide a text is drawn, in px, by letters that are about alike; rather too much than too little. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/[ijlI.,:;'|!()[\]\- ]/.test(letter)) return 4.4;
  if (/[mwMW@%…]/.test(letter)) return 12;
  if (/[A-Z]/.test(letter)) return 8.6;
  return /[\0-\u{2ff}]/u.test(letter) ? 7.2 : 13;
}
