import type { Run } from '../../run/run.ts';
import { allowedUnread } from '../../run/result.ts';
import type { RowsGate, RowsHeader } from '../../store/rows-file.ts';
import { rowsHeader } from '../../store/rows-header.ts';

/** What the first line of the rows file says of a run. */
export function headerOf(run: Run, history: RowsHeader['history'] = []): RowsHeader {
  const { step, started, reports, tables, policy, judge, source, origin } = run;
  const read = { step, started, reports, tables, policy, baseline: judge?.baseline, gate: gateOf(run) };
  return rowsHeader({ ...read, list: source.mailboxes, history, ...origin });
}

function gateOf(run: Run): RowsGate {
  const mode = run.source.unlisted?.mode ?? 'ignore';
  return { failOn: run.inputs.failOn, maxUnreadable: allowedUnread(run), unlisted: mode === 'all' ? 'ignore' : mode };
}
