import type { SourcePlace } from '../../errors.ts';

/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' without a place. */
export function placeText(place: SourcePlace | undefined): string {
  if (place === undefined) return '';
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
