import type { FileProblems } from '../yaml/problems.ts';
import { shownText } from '../text/display.ts';
import { text, type YamlValue } from '../yaml/value.ts';
import { builtInReports } from './built-in.ts';

const LONGEST = 64;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Windows takes these for devices, whatever the extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
/** Files of a run that are no reports. */
const TAKEN = ['violations'];

/** The name of a report, which names its files. Anything else is added to the problems, and gives undefined. */
export function reportName(value: YamlValue, problems: FileProblems): string | undefined {
  const name = text(value, problems);
  const hint = name === undefined ? undefined : hintFor(name);
  if (hint === undefined) return name;
  problems.add(value.offset, `${shownText(value.name)} cannot be ${shownText(name ?? '')}.`, hint);
  return undefined;
}

function hintFor(name: string): string | undefined {
  if (name.length > LONGEST) return `Use at most ${LONGEST} characters.`;
  if (!NAME.test(name)) {
    const words = name
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const meant = words.filter((word) => word !== '').join('-');
    return `${meant === '' ? '' : `Did you mean "${meant}"? `}Use lower-case words and digits with hyphens between them.`;
  }
  if (DEVICE.test(name)) return 'Windows cannot have a file of that name: add a word.';
  if (builtInReports.has(name)) return 'A built-in report is called so: choose another name.';
  return TAKEN.includes(name) ? 'Another file of the run is called so: choose another name.' : undefined;
}
