import type { CompareInput } from '../run/inputs.ts';
import { logGroup, logText, type Log } from '../run/log.ts';

/** Logs the settings of a run, without secrets; those that are undefined are left out. `notes`: lines after them. */
export function logSettings(
  core: Log,
  settings: Readonly<Record<string, string | undefined>>,
  notes: readonly string[] = [],
): Promise<void> {
  return logGroup(core, 'Settings', () => {
    for (const [name, value] of Object.entries(settings)) {
      if (value !== undefined) core.info(logText(`${name}: ${value}`));
    }
    for (const note of notes) core.info(logText(note));
  });
}

/** The input `compare`, as it is written. */
export function compareText(compare: CompareInput): string {
  return compare.kind === 'path' ? compare.path : compare.kind;
}
