import { UserError, type Checked } from '../errors.ts';
import { readWorkspaceFile } from '../files/workspace.ts';
import { nearestName } from '../text/did-you-mean.ts';
import { shownText } from '../text/display.ts';
import { isCataloguePath, type Catalogue, type ControlPart, type ControlReference } from './catalogue.ts';
import { parseCatalogue } from './catalogue-file.ts';
import { SHIPPED_CATALOGUES } from './shipped.ts';

/**
 * Reads the catalogues that references name: those that are shipped, and files of the workspace. The code of problems of a file is
 * `CATALOGUE_FILE`; that of an unknown catalogue `POLICY_FILE`.
 */
export async function loadCatalogues(
  references: readonly ControlReference[],
  workspace: string,
): Promise<{ readonly catalogues: ReadonlyMap<string, Catalogue>; readonly problems: readonly UserError[] }> {
  const catalogues = new Map<string, Catalogue>();
  const problems: UserError[] = [];
  const first = new Map(references.toReversed().map((reference) => [reference.catalogue, reference]));
  for (const [name, { place }] of first) {
    const checked = await readCatalogue(name, workspace, place);
    if (checked.value === undefined) problems.push(...checked.problems);
    else catalogues.set(name, checked.value);
  }
  return { catalogues, problems };
}

async function readCatalogue(
  name: string,
  workspace: string,
  place: ControlReference['place'],
): Promise<Checked<Catalogue>> {
  const shipped = Object.hasOwn(SHIPPED_CATALOGUES, name) ? SHIPPED_CATALOGUES[name] : undefined;
  if (shipped !== undefined) return parseCatalogue(shipped, name);
  if (!isCataloguePath(name)) {
    const names = Object.keys(SHIPPED_CATALOGUES);
    const hint = `${suggested(name, names)}The catalogues are ${names.join(', ')}. Name one of your own by its path, such as controls/own.yml.`;
    const problem = new UserError('POLICY_FILE', `There is no catalogue ${shownText(name)}.`, { hint, place });
    return { value: undefined, problems: [problem] };
  }
  const kind = { code: 'CATALOGUE_FILE', noun: 'catalogue', input: 'policy', extensions: ['yml', 'yaml'] } as const;
  try {
    const { bytes } = await readWorkspaceFile(name, workspace, kind);
    return parseCatalogue(bytes, name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = `Correct the path under "controls". ${error.hint}`;
    return { value: undefined, problems: [new UserError('CATALOGUE_FILE', error.message, { hint, place })] };
  }
}

/** How many letters two names have in common at the start; the second is in lower case. */
function sharedStart(name: string, folded: string): number {
  const own = name.toLowerCase();
  let length = 0;
  while (length < own.length && own[length] === folded[length]) length += 1;
  return length;
}

/** The name that differs least, and of several the one that differs last: of a control, another version rather than another control. */
function suggested(name: string, names: readonly string[]): string {
  const folded = name.toLowerCase();
  const sorted = names.toSorted((one, other) => sharedStart(other, folded) - sharedStart(one, folded));
  // Versions differ in digits, which are no typing error.
  const nearest = nearestName(folded, sorted, Math.max(3, Math.floor(name.length / 2)));
  return nearest === undefined ? '' : `Did you mean "${nearest}"? `;
}

/**
 * The reference with its part, which may be left out where there is one. A problem, of code `POLICY_FILE`, if the catalogue has no such
 * control or part.
 */
export function resolveReference(
  reference: ControlReference,
  catalogues: ReadonlyMap<string, Catalogue>,
): ControlReference | UserError | undefined {
  const { catalogue: name, control: id, part: named, place } = reference;
  const catalogue = catalogues.get(name);
  if (catalogue === undefined) return undefined;
  const problem = (message: string, hint: string): UserError => new UserError('POLICY_FILE', message, { hint, place });
  const control = catalogue.controls.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (control === undefined) {
    const ids = catalogue.controls.map((one) => one.id);
    return problem(
      `${name} has no control ${shownText(id)}.`,
      `${suggested(id, ids)}${catalogue.title} has ${ids.length} controls.`,
    );
  }
  const { parts } = control;
  const [only] = parts;
  const part = named === '' && parts.length === 1 ? only : parts.find((one) => one.id === named);
  if (part !== undefined) return { ...reference, control: control.id, part: part.id };
  const message =
    named === ''
      ? `The control ${control.id} of ${name} has ${parts.length} parts.`
      : `The control ${control.id} of ${name} has no part ${shownText(named)}.`;
  return problem(
    message,
    `${suggested(
      named,
      parts.map(({ id: one }) => one),
    )}${partsHint(name, control.id, parts)}`,
  );
}

function partsHint(catalogue: string, control: string, parts: readonly ControlPart[]): string {
  const texts = parts.map(({ id }) => `${catalogue}/${control}${id === '' ? '' : `#${id}`}`);
  return `Write ${texts.join(' or ')}.`;
}
