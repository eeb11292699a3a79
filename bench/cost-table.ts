import type { RunCost } from './measured-run.ts';
import { medianOf } from './median.ts';
import { mib, ms, seconds } from './numbers.ts';
import type { Table } from './table.ts';

/** The runs of a variant, by its name: a text, or the reports that it reads. */
type Variant = readonly [name: string | readonly string[], runs: readonly RunCost[]];

/** What variants cost, in medians. `what`: the head of their names. */
export function costTable(what: string, variants: readonly Variant[]): Table {
  return {
    head: [what, 'Wall', 'CPU', 'Peak memory'],
    rows: variants.map(([name, runs]) => [
      typeof name === 'string' ? name : name.map((report) => `\`${report}\``).join(', '),
      seconds(medianOf(runs, 'wallMs')),
      ms(medianOf(runs, 'cpuMs')),
      mib(medianOf(runs, 'peakBytes')),
    ]),
  };
}
