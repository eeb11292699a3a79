import { isExchangeReport } from '../reports/definition.ts';
import type { Runner } from '../run/runner.ts';
import { servicesOf } from '../source/services.ts';
import { targetOf, type SettingsService, type Target } from './change.ts';
import type { RemediationRun } from './remediation-run.ts';

/** Ms after a cancellation at which requests under way end: what they were for must still be uploaded. */
const ENDING_MS = 1_500;

/** The service of the targets of a run, whose requests end soon after a cancellation. Sends nothing. */
export function changingService({ inputs, runner, reports, signedIn }: RemediationRun): SettingsService {
  const { graph, exchange } = servicesOf({ inputs, signedIn, runner: { ...runner, signal: endingSignal(runner) } });
  const services = {
    graph,
    exchange,
    cloud: inputs.cloud,
    now: runner.now,
    selectOf: (name: string) => {
      const report = reports.find((one) => one.name === name);
      return report !== undefined && isExchangeReport(report) ? report.request.select : [];
    },
  };
  const opened = new Map<string, SettingsService>();
  const serviceOf = (target: Target): SettingsService => {
    const service = opened.get(target.target) ?? targetOf(target).open(services);
    opened.set(target.target, service);
    return service;
  };
  return {
    read: (target, settings) => serviceOf(target).read(target, settings),
    write: (target, values) => serviceOf(target).write(target, values),
  };
}

/** A signal that ends requests under way soon after a cancellation, and at the deadline. */
function endingSignal({ signal, deadline, timer }: Pick<Runner, 'signal' | 'deadline' | 'timer'>): AbortSignal {
  const ending = new AbortController();
  const onAbort = (): void => {
    timer(ENDING_MS, () => ending.abort(new Error('the run was cancelled')));
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return AbortSignal.any([ending.signal, deadline]);
}
