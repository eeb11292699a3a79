import { whole } from './numbers.ts';
import type { Table } from './table.ts';

/** A bound that a measurement must meet. */
export interface Floor {
  readonly what: string;
  /**
   * `correctness` is the same at every size and on every machine. `performance` is time, CPU time, memory, bytes, and what depends on
   * them. It is judged at full size only: a run of few mailboxes is mostly start.
   */
  readonly kind: 'correctness' | 'performance';
  readonly value: number;
  readonly bound: number;
  /** Whether the bound is the least that will do, or the most. */
  readonly side: 'least' | 'most';
  /** How to write the value and the bound. */
  readonly show: (value: number) => string;
}

/** A measurement of performance and the most that it may be. */
export function atMost(what: string, value: number, bound: number, show: Floor['show']): Floor {
  return { what, kind: 'performance', value, bound, side: 'most', show };
}

/** A measurement of performance and the least that it may be. */
export function atLeast(what: string, value: number, bound: number, show: Floor['show']): Floor {
  return { what, kind: 'performance', value, bound, side: 'least', show };
}

/** The number of errors of a sort: none may be there. */
export function none(what: string, value: number): Floor {
  return { what, kind: 'correctness', value, bound: 0, side: 'most', show: whole };
}

/** The number of correct results of a sort, and how many must be there. */
export function some(what: string, value: number, least = 1): Floor {
  return { what, kind: 'correctness', value, bound: least, side: 'least', show: whole };
}

/** False for NaN. */
export function holds({ value, bound, side }: Floor): boolean {
  return side === 'least' ? value >= bound : value <= bound;
}

/** Whether a floor is judged, in a run at full size or of few mailboxes. */
export function isJudged({ kind }: Floor, isSmall: boolean): boolean {
  return kind === 'correctness' || !isSmall;
}

export function floorTable(floors: readonly Floor[], isSmall: boolean): Table {
  return {
    head: ['Floor', 'Bound', 'Measured', 'Holds'],
    rows: floors.map((floor) => [
      floor.what,
      `${floor.side === 'least' ? '≥' : '≤'} ${floor.show(floor.bound)}`,
      floor.show(floor.value),
      isJudged(floor, isSmall) ? (holds(floor) ? 'yes' : 'NO') : 'not judged',
    ]),
  };
}
