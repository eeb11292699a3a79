import type { Table } from './table.ts';

/** A bound that a measurement must meet. */
export interface Floor {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  /** Whether the bound is the least that will do, or the most. */
  readonly side: 'least' | 'most';
  /** How to write the value and the bound. */
  readonly show: (value: number) => string;
}

/** False for NaN. */
export function holds({ value, bound, side }: Floor): boolean {
  return side === 'least' ? value >= bound : value <= bound;
}

export function floorTable(floors: readonly Floor[]): Table {
  return {
    head: ['Floor', 'Bound', 'Measured', 'Holds'],
    rows: floors.map((floor) => [
      floor.what,
      `${floor.side === 'least' ? '≥' : '≤'} ${floor.show(floor.bound)}`,
      floor.show(floor.value),
      holds(floor) ? 'yes' : 'NO',
    ]),
  };
}
