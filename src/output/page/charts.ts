import { None, parse, View, type Spec } from 'vega';
import { count } from '../../text/numbers.ts';
import { shortenedInside, visibleLine } from '../../text/display.ts';

/** One stretch of a bar: how many of a row are of a kind. */
export interface Bar {
  /** The row's place among those of the chart. */
  readonly row: number;
  readonly kind: string;
  readonly count: number;
}

export interface Kind {
  readonly name: string;
  /** As CSS has it. */
  readonly colour: string;
  /** Whether its stretches are outlines, which nobody takes for one of the colours. */
  readonly hollow?: boolean;
}

/** What a chart shows. */
export interface Chart {
  /** What the rows are called, from top to bottom; two may be called alike. */
  readonly rows: readonly string[];
  /** What stands at the end of each row; where absent, how many it counts. */
  readonly texts?: readonly string[];
  /** The kinds in the order of their stretches. */
  readonly kinds: readonly Kind[];
  readonly bars: readonly Bar[];
  /** Whether each bar is as long as the next, and its stretches are shares: few rows hold nearly all. */
  readonly shares?: boolean;
  /** Whether the kinds are named though there is one alone: what the bars count does not go without saying. */
  readonly legend?: boolean;
  /** What its numbers are, and what of it is not shown. */
  readonly notes?: readonly string[];
}

/** In CSS pixels. */
export interface ChartSize {
  readonly width: number;
  /** The most that the names of the rows may take of it. */
  readonly names: number;
  /** Whether the names stand above their bars, and not beside them. */
  readonly above?: boolean;
}

/** So that one mailbox among a hundred thousand is seen. */
const SHORTEST_BAR = 3;
const BAR_HEIGHT = 19;
const FONT = 'system-ui, sans-serif';
const LONGEST_LABEL = 100;
/** Between a name or a number and its bar. */
const GAP = 10;
/** Names beside their bars, and above them: how high a row is, and where in it bar and name stand. */
const BESIDE = { row: 26, bar: 3, name: 13 };
const ABOVE = { row: 44, bar: 20, name: 10 };

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

/** What stands at the end of a row. */
export function rowText({ texts, bars }: Chart, row: number): string {
  return texts?.[row] ?? count(totalOf(bars, row));
}

function totalOf(bars: readonly Bar[], row: number): number {
  return bars.reduce((sum, bar) => (bar.row === row ? sum + bar.count : sum), 0);
}

function barSpec(chart: Chart, { width, names, above = false }: ChartSize): Spec {
  const { rows, kinds, bars, shares = false } = chart;
  const place = above ? ABOVE : BESIDE;
  const labels = fittedLabels(
    rows.map((row) => chartLabel(row)),
    names,
  );
  const ends = rows.map((_, row) => {
    const total = totalOf(bars, row);
    return { row, label: labels[row] ?? '', text: rowText(chart, row), length: shares && total > 0 ? 1 : total };
  });
  const left = above ? 0 : Math.ceil(Math.max(...labels.map(textWidth))) + GAP;
  const right = Math.ceil(Math.max(...ends.map(({ text }) => textWidth(text)))) + GAP;
  const middle = place.bar + BAR_HEIGHT / 2;
  return {
    width: width - left - right,
    height: rows.length * place.row,
    // Without a canvas the library takes letters for wider than they are, and cuts names that have room.
    autosize: 'none',
    padding: { left, right, top: 0, bottom: 0 },
    config: { text: { font: FONT } },
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
      { name: 'ends', values: ends },
    ],
    scales: [
      { name: 'counts', type: 'linear', domain: { data: 'ends', field: 'length' }, range: 'width', zero: true },
      {
        name: 'fills',
        type: 'ordinal',
        domain: kinds.map(({ name }) => name),
        range: kinds.map(({ colour, hollow }) => (hollow === true ? 'var(--background)' : colour)),
      },
      {
        name: 'edges',
        type: 'ordinal',
        domain: kinds.map(({ name }) => name),
        range: kinds.map(({ colour, hollow }) => (hollow === true ? colour : 'var(--background)')),
      },
    ],
    marks: [
      {
        type: 'text',
        from: { data: 'ends' },
        encode: {
          enter: {
            y: { signal: `datum.row * ${place.row} + ${place.name}` },
            x: { value: above ? 0 : -8 },
            align: { value: above ? 'left' : 'right' },
            baseline: { value: 'middle' },
            fontSize: { value: 12 },
            fill: { value: 'var(--text)' },
            text: { field: 'label' },
          },
        },
      },
      {
        type: 'rect',
        from: { data: 'bars' },
        // What is drawn wider than it is lies above its neighbour.
        sort: { field: 'datum.count', order: 'descending' },
        encode: {
          enter: {
            y: { signal: `datum.row * ${place.row} + ${place.bar}` },
            height: { value: BAR_HEIGHT },
            x: { scale: 'counts', field: 'y0' },
            x2: { signal: `max(scale('counts', datum.y1), scale('counts', datum.y0) + ${SHORTEST_BAR})` },
            fill: { scale: 'fills', field: 'kind' },
            // Parts the kinds where colours do not.
            ...(kinds.some(({ hollow }) => hollow === true) || kinds.length > 1
              ? { stroke: { scale: 'edges', field: 'kind' } }
              : {}),
          },
        },
      },
      {
        type: 'text',
        from: { data: 'ends' },
        encode: {
          enter: {
            y: { signal: `datum.row * ${place.row} + ${middle}` },
            x: { signal: `max(scale('counts', datum.length), ${SHORTEST_BAR}) + 6` },
            baseline: { value: 'middle' },
            fontSize: { value: 12 },
            fill: { value: 'var(--text)' },
            text: { field: 'text' },
          },
        },
      },
    ],
  };
}

/** A value as a chart labels it: on one line, and never nothing. */
export function chartLabel(value: string, length = LONGEST_LABEL): string {
  const shown = shortenedInside(visibleLine(value).trim(), length);
  return shown === '' ? '(not set)' : shown;
}

/** How much of what is kept is the end of a label, which tells names apart whose beginnings are the same. */
const TAIL = 1 / 3;
/** The same where labels would become alike. */
const OTHER_TAILS = [1 / 2, 2 / 3, 5 / 6, 1 / 6, 0];

/** Labels that take no more room, cut so that different ones stay different where a cut can do it. */
export function fittedLabels(labels: readonly string[], room: number): readonly string[] {
  const cut = labels.map((label) => fitted(label, room, TAIL));
  return labels.map((label, at) => {
    const alike = labels.filter((other, place) => cut[place] === cut[at] && other !== label);
    const tail = OTHER_TAILS.find((one) => {
      const mine = fitted(label, room, one);
      return alike.every((other) => fitted(other, room, one) !== mine);
    });
    return fitted(label, room, alike.length === 0 ? TAIL : (tail ?? TAIL));
  });
}

/** A label that takes no more room: cut in its middle. */
function fitted(label: string, room: number, tailShare: number): string {
  const letters = Array.from(label);
  for (let kept = letters.length - 1; textWidth(label) > room && kept > 2; kept -= 1) {
    const tail = Math.floor(kept * tailShare);
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
