import { None, parse, View, type Spec } from 'vega';
import { shortened } from '../../text/shortened.ts';
import { visibleLine } from '../../text/unseen.ts';

/** One stretch of a bar: how many of a row are of a kind. */
export interface Bar {
  readonly row: string;
  readonly kind: string;
  readonly count: number;
}

/** What a chart shows. */
export interface Chart {
  /** The rows, from top to bottom. */
  readonly rows: readonly string[];
  /** The kinds in the order of their stretches, each with its colour as CSS has it. */
  readonly kinds: readonly { readonly name: string; readonly colour: string }[];
  readonly bars: readonly Bar[];
  /** What of it is not shown. */
  readonly note?: string;
}

const WIDTH = 520;
const ROW_HEIGHT = 26;
const LONGEST_LABEL = 30;
const FONT = 'system-ui, sans-serif';

/**
 * Draws bars that lie, one a row, as SVG text. Colours are left to the page's style sheet, so that one picture serves
 * light and dark; a legend stands below where there is more than one kind. Texts are foreign, and escaped by the library.
 */
export async function drawBars({ rows, kinds, bars }: Chart): Promise<string> {
  const view = new View(parse(barSpec(rows, kinds, bars)), { renderer: 'none', logLevel: None });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

function barSpec(rows: Chart['rows'], kinds: Chart['kinds'], bars: Chart['bars']): Spec {
  const totals = rows.map((row) => ({
    row,
    total: bars.reduce((sum, bar) => (bar.row === row ? sum + bar.count : sum), 0),
  }));
  return {
    width: WIDTH,
    height: rows.length * ROW_HEIGHT,
    autosize: { type: 'fit-x', contains: 'padding' },
    padding: 0,
    config: { text: { font: FONT }, axis: { labelFont: FONT }, legend: { labelFont: FONT } },
    data: [
      {
        name: 'bars',
        values: bars.map((bar) => ({ ...bar, order: kinds.findIndex(({ name }) => name === bar.kind) })),
        transform: [{ type: 'stack', groupby: ['row'], sort: { field: 'order' }, field: 'count' }],
      },
      { name: 'totals', values: totals },
    ],
    scales: [
      { name: 'rows', type: 'band', domain: [...rows], range: 'height', padding: 0.25 },
      { name: 'counts', type: 'linear', domain: { data: 'totals', field: 'total' }, range: 'width', zero: true },
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
        labelLimit: 300,
        labelFontSize: 12,
        labelColor: 'var(--text)',
      },
    ],
    ...(kinds.length > 1 ? { legends: [legend()] } : {}),
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            y: { scale: 'rows', field: 'row' },
            height: { scale: 'rows', band: 1 },
            x: { scale: 'counts', field: 'y0' },
            x2: { scale: 'counts', field: 'y1' },
            fill: { scale: 'colours', field: 'kind' },
            // Parts the kinds where colours do not.
            stroke: { value: 'var(--background)' },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'totals' },
        encode: {
          enter: {
            y: { scale: 'rows', field: 'row', band: 0.5 },
            x: { scale: 'counts', field: 'total', offset: 6 },
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

function legend(): NonNullable<Spec['legends']>[number] {
  return {
    fill: 'colours',
    orient: 'bottom',
    direction: 'horizontal',
    columns: 3,
    symbolType: 'square',
    labelFontSize: 12,
    labelLimit: 200,
    labelColor: 'var(--text)',
  };
}

/** A value as a chart labels it: on one line, cut, and never nothing. Two may come out alike. */
export function chartLabel(value: string): string {
  const shown = shortened(visibleLine(value).trim(), LONGEST_LABEL);
  return shown === '' ? '(not set)' : shown;
}
