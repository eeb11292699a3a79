import { None, parse, View, type Spec } from 'vega';
import { shortenedInside, visibleLine } from '../../text/display.ts';
import { count } from '../../text/numbers.ts';

/** A segment of a bar: how many of a row have a category. */
export interface Segment {
  /** Position of the row in the chart. */
  readonly row: number;
  readonly category: string;
  readonly count: number;
}

export interface Category {
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
  /** Whether its segments are outlines, which are distinct from all colours. */
  readonly hollow?: boolean;
}

/** A chart of horizontal bars, one for each row. */
export interface Chart {
  /** The names of the rows, from top to bottom; two may be equal. */
  readonly rows: readonly string[];
  /** The text at the end of each row; absent: the row's total. */
  readonly texts?: readonly string[];
  /** In the order of the segments. */
  readonly categories: readonly Category[];
  readonly segments: readonly Segment[];
  /** Whether all bars have the same length and the segments are shares. */
  readonly shares?: boolean;
  /** Whether there is a legend for a single category too. */
  readonly legend?: boolean;
  /** What the numbers are, and which rows are omitted. */
  readonly notes?: readonly string[];
}

/** In CSS pixels. */
export interface ChartSize {
  readonly width: number;
  /** The maximum width of the names of the rows. */
  readonly names: number;
  /** Whether the names are above their bars instead of beside them. */
  readonly above?: boolean;
}

/** Makes one mailbox among a hundred thousand visible. */
const MIN_SEGMENT_WIDTH = 3;
const BAR_HEIGHT = 19;
const FONT = 'system-ui, sans-serif';
const MAX_LABEL_LENGTH = 100;
/** Between a name or a number and its bar. */
const GAP = 10;
/** For names beside and above their bars: height of a row, top of the bar and middle of the name. */
const BESIDE = { row: 26, bar: 3, name: 13 };
const ABOVE = { row: 44, bar: 20, name: 10 };

/**
 * Draws a chart as SVG. Colours are variables of the page's style sheet, for the light and the dark scheme. The library
 * escapes texts.
 */
export async function drawBars(chart: Chart, size: ChartSize): Promise<string> {
  const view = new View(parse(barSpec(chart, size)), { renderer: 'none', logLevel: None });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** The text at the end of a row. */
export function rowText({ texts, segments }: Chart, row: number): string {
  return texts?.[row] ?? count(totalOf(segments, row));
}

function totalOf(segments: readonly Segment[], row: number): number {
  return segments.reduce((sum, segment) => (segment.row === row ? sum + segment.count : sum), 0);
}

function barSpec(chart: Chart, { width, names, above = false }: ChartSize): Spec {
  const { rows, categories, segments, shares = false } = chart;
  const place = above ? ABOVE : BESIDE;
  const labels = fittedLabels(
    rows.map((row) => chartLabel(row)),
    names,
  );
  const ends = rows.map((_, row) => {
    const total = totalOf(segments, row);
    return { row, label: labels[row] ?? '', text: rowText(chart, row), length: shares && total > 0 ? 1 : total };
  });
  const left = above ? 0 : Math.ceil(Math.max(...labels.map(textWidth))) + GAP;
  const right = Math.ceil(Math.max(...ends.map(({ text }) => textWidth(text)))) + GAP;
  const middle = place.bar + BAR_HEIGHT / 2;
  return {
    width: width - left - right,
    height: rows.length * place.row,
    // Without a canvas the library overestimates the width of letters, and cuts names that fit.
    autosize: 'none',
    padding: { left, right, top: 0, bottom: 0 },
    config: { text: { font: FONT } },
    data: [
      {
        name: 'segments',
        values: segments.map((segment) => ({
          ...segment,
          order: categories.findIndex(({ name }) => name === segment.category),
        })),
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
        domain: categories.map(({ name }) => name),
        range: categories.map(({ colour, hollow }) => (hollow === true ? 'var(--background)' : colour)),
      },
      {
        name: 'edges',
        type: 'ordinal',
        domain: categories.map(({ name }) => name),
        range: categories.map(({ colour, hollow }) => (hollow === true ? colour : 'var(--background)')),
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
        from: { data: 'segments' },
        // A segment that is drawn wider than its value covers its neighbour.
        sort: { field: 'datum.count', order: 'descending' },
        encode: {
          enter: {
            y: { signal: `datum.row * ${place.row} + ${place.bar}` },
            height: { value: BAR_HEIGHT },
            x: { scale: 'counts', field: 'y0' },
            x2: { signal: `max(scale('counts', datum.y1), scale('counts', datum.y0) + ${MIN_SEGMENT_WIDTH})` },
            fill: { scale: 'fills', field: 'category' },
            // Separates categories of similar colours.
            ...(categories.some(({ hollow }) => hollow === true) || categories.length > 1
              ? { stroke: { scale: 'edges', field: 'category' } }
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
            x: { signal: `max(scale('counts', datum.length), ${MIN_SEGMENT_WIDTH}) + 6` },
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

/** A value as a label: on one line, never blank. */
export function chartLabel(value: string, length = MAX_LABEL_LENGTH): string {
  const shown = shortenedInside(visibleLine(value).trim(), length);
  return shown === '' ? '(not set)' : shown;
}

/** The share of a shortened label that shows its end, since names with the same start may differ there. */
const TAIL = 1 / 3;
/** Tried if shortened labels would be equal. */
const OTHER_TAILS = [1 / 2, 2 / 3, 5 / 6, 1 / 6, 0];

/** Labels shortened to a width in px. Different labels stay different if possible. */
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

/** A label shortened in its middle. */
function fitted(label: string, room: number, tailShare: number): string {
  const letters = Array.from(label);
  for (let kept = letters.length - 1; textWidth(label) > room && kept > 2; kept -= 1) {
    const tail = Math.floor(kept * tailShare);
    label = `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
  }
  return label;
}

/** An upper estimate of the width of a text in px. */
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
