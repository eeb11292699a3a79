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
  /** What of it is not shown. */
  readonly note?: string;
}

/** In CSS pixels, and how many characters of a row's name find room beside the bars. */
export interface ChartSize {
  readonly width: number;
  readonly label: number;
}

const ROW_HEIGHT = 26;
/** So that one mailbox among a hundred thousand is seen. */
const SHORTEST_BAR = 3;
const FONT = 'system-ui, sans-serif';

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

function barSpec({ rows, kinds, bars, shares = false }: Chart, { width, label }: ChartSize): Spec {
  const totals = rows.map((_, row) => ({
    row,
    total: bars.reduce((sum, bar) => (bar.row === row ? sum + bar.count : sum), 0),
  }));
  const lengths = totals.map(({ row, total }) => ({ row, total, length: shares && total > 0 ? 1 : total }));
  return {
    width,
    height: rows.length * ROW_HEIGHT,
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: 0,
    config: { text: { font: FONT }, axis: { labelFont: FONT } },
    signals: [{ name: 'labels', value: rows.map((row) => chartLabel(row, label)) }],
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
        labelLimit: width / 2,
        labelFontSize: 12,
        labelColor: 'var(--text)',
        encode: { labels: { update: { text: { signal: 'labels[datum.value]' } } } },
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
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

/** A value as a chart labels it: on one line, cut, and never nothing. */
export function chartLabel(value: string, length: number): string {
  const shown = shortened(visibleLine(value).trim(), length);
  return shown === '' ? '(not set)' : shown;
}
