import { writeFile } from 'node:fs/promises';
import { systemErrorCode, UserError } from '../src/errors.ts';
import { counted } from '../src/text/numbers.ts';
import { VERSION } from '../src/version.ts';
import type { Format, Terminal } from '../src/cli/terminal.ts';
import { ADDRESS_LISTINGS } from './address-listings.ts';
import { ADMIN_API } from './admin-api.ts';
import { Differs, NotChecked, shapeOf, type Answer, type Shape } from './answer.ts';
import { DELETED_MAILBOXES } from './deleted-mailboxes.ts';
import { ENTRA } from './entra.ts';
import { APPLICATION_LISTINGS } from './application-listings.ts';
import { EXCHANGE_OBJECTS } from './exchange-objects.ts';
import { GITHUB } from './github.ts';
import { GRAPH } from './graph.ts';
import { INCIDENT } from './incident.ts';
import { ORGANIZATION_SETTINGS } from './organization-settings.ts';
import { listOf, type Assumption } from './assumption.ts';
import { Services, type ServicesOptions } from './services.ts';

/** Everything that the action relies on and that only the services can confirm. `docs/assumptions.md` is generated from it. */
export const ASSUMPTIONS: readonly Assumption[] = [
  ENTRA,
  GRAPH,
  ADMIN_API,
  EXCHANGE_OBJECTS,
  ORGANIZATION_SETTINGS,
  DELETED_MAILBOXES,
  APPLICATION_LISTINGS,
  INCIDENT,
  ADDRESS_LISTINGS,
  GITHUB,
].flatMap(listOf);

/** The file of `--json`, in the current folder. */
export const PROBE_FILE = 'mailbox-report-probe.json';
const ISSUE_FORM = 'https://github.com/mailbox-report/mailbox-report/issues/new?template=probe.yml';
const MAX_MAILBOXES = 10;

/** The result of an assumption. No text of it contains a value of the tenant. */
interface Result {
  readonly id: string;
  readonly outcome: 'holds' | 'differs' | 'not checked';
  /** If it differs. */
  readonly expected?: string;
  /** If it differs, and of some that hold. */
  readonly found?: string;
  /** If it was not checked. */
  readonly reason?: string;
  /** The answers that the check looked at. */
  readonly answers: readonly Answer[];
}

/** Where the probe prints, and what its file has besides. */
export interface ProbeOutput {
  readonly terminal: Pick<Terminal, 'out' | 'progress' | 'style'>;
  readonly cloud: string;
  /** The text of the file; undefined without `--json`. */
  readonly text: ((value: object) => string) | undefined;
}

/**
 * Checks every assumption, about the first ten mailboxes, and prints a line for each; with `--json` also writes the file. Returns whether
 * none differs. Throws UserError FILE_UNWRITABLE.
 */
export async function runProbe(options: ServicesOptions, { terminal, cloud, text }: ProbeOutput): Promise<boolean> {
  const services = new Services({ ...options, addresses: options.addresses.slice(0, MAX_MAILBOXES) });
  const results: Result[] = [];
  for (const assumption of ASSUMPTIONS) {
    terminal.progress(`Checking ${assumption.id}…`);
    const result = await resultOf(assumption, services);
    results.push(result);
    terminal.progress('');
    terminal.out(resultLine(assumption, result, terminal.style));
  }
  terminal.out(`\n${totals(results)}\n`);
  if (text !== undefined) {
    await write(text(record(results, cloud)));
    terminal.out(`Wrote ${PROBE_FILE}. Read it, and send it with ${ISSUE_FORM}\n`);
  }
  return results.every(({ outcome }) => outcome !== 'differs');
}

async function resultOf({ id, check, method }: Assumption, services: Services): Promise<Result> {
  services.forget();
  if (check === undefined) return { id, outcome: 'not checked', reason: method, answers: [] };
  try {
    await check(services);
    const { answers, found } = services;
    return found === undefined ? { id, outcome: 'holds', answers } : { id, outcome: 'holds', found, answers };
  } catch (error) {
    if (error instanceof NotChecked)
      return { id, outcome: 'not checked', reason: error.message, answers: services.answers };
    if (!(error instanceof Differs)) throw error;
    return { id, outcome: 'differs', expected: error.expected, found: error.found, answers: services.answers };
  }
}

const FORMATS: Readonly<Record<Result['outcome'], Format>> = { holds: 'green', differs: 'red', 'not checked': 'dim' };
const OUTCOME_WIDTH = 'not checked'.length;
const ID_WIDTH = 'EXCHANGE-99'.length;
const INDENT = ' '.repeat(OUTCOME_WIDTH + 2 + ID_WIDTH + 2);

function resultLine({ id, statement }: Assumption, result: Result, style: Terminal['style']): string {
  const { outcome, expected, found, reason } = result;
  const details = [
    ...(expected === undefined ? [] : [`Expected: ${expected}`]),
    ...(found === undefined ? [] : [`Found: ${found}`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  const first = `${style(FORMATS[outcome], outcome.padEnd(OUTCOME_WIDTH))}  ${id.padEnd(ID_WIDTH)}  ${statement}\n`;
  return first + details.map((line) => `${INDENT}${line}\n`).join('');
}

function totals(results: readonly Result[]): string {
  const of = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  const all = counted(results.length, 'assumption', 'assumptions');
  return `${all}: ${of('holds')} hold, ${of('differs')} differ, ${of('not checked')} not checked.`;
}

/**
 * The results, with the shapes of their answers and how many ms each answer took. Each shape and each list of headers is there once: many
 * checks look at the same answer, and many answers are alike.
 */
function record(results: readonly Result[], cloud: string): object {
  const shapes = new Map<string, { readonly number: number; readonly shape: Shape; readonly of: Set<Answer> }>();
  const numberOf = (answer: Answer): number => {
    const shape = shapeOf(answer);
    const key = JSON.stringify(shape);
    const entry = shapes.get(key) ?? { number: shapes.size, shape, of: new Set() };
    shapes.set(key, entry);
    entry.of.add(answer);
    return entry.number;
  };
  // Why an assumption cannot be checked here is the same in every file of a version.
  const methods = new Map(ASSUMPTIONS.map(({ id, method }) => [id, method]));
  const numbered = results.map(({ reason, answers, ...result }) => ({
    ...result,
    ...(reason === undefined || reason === methods.get(result.id) ? {} : { reason }),
    ...(answers.length === 0 ? {} : { answers: [...new Set(answers.map(numberOf))].join(' ') }),
  }));
  const headers = [...new Set([...shapes.values()].map(({ shape }) => shape.headers))];
  const answers = [...shapes.values()].map(({ shape, of }) => ({
    ...shape,
    headers: headers.indexOf(shape.headers),
    ms: [...of].map(({ ms }) => Math.round(ms)),
  }));
  return { version: VERSION, cloud, results: numbered, headers, answers };
}

async function write(text: string): Promise<void> {
  try {
    await writeFile(PROBE_FILE, text);
  } catch (cause) {
    const reason = systemErrorCode(cause) || 'unknown reason';
    throw new UserError('FILE_UNWRITABLE', `The file ${PROBE_FILE} cannot be written (${reason}).`, {
      hint: 'Run the command in a folder that you may write to.',
      cause,
    });
  }
}
