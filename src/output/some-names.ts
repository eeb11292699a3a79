import { count } from '../text/numbers.ts';

/** More names than this say nothing to a reader. */
export const MOST_NAMES = 20;

/** Names on one line: the first `most`, each as `shown` has it, and how many more there are. */
export function someNames(all: readonly string[], shown: (name: string) => string, most = MOST_NAMES): string {
  const names = all.slice(0, most).map(shown);
  if (all.length > names.length) names.push(`and ${count(all.length - names.length)} more`);
  return names.join(', ');
}
