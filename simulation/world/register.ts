import type { JsonObject } from '../../tenant/json.ts';
import type { Left } from './parts.ts';
import type { WorldMailbox, WorldRight } from './rights.ts';
import type { Draws, Streams } from './streams.ts';
import type { WorldRegister, WorldRule } from './world.ts';

const DAY = 86_400_000;
const USUAL_INTERVAL = 180;
const MOST_OTHER_LINES = 3;

/** The reports that have the column `Registered` if there is a register. */
export const REPORTS_OF_RIGHTS: readonly string[] = ['mailbox-permissions', 'calendar-permissions', 'access'];
const VALUES = ['yes', 'due', 'expired', 'no'];
/** The words of a register. */
const RIGHTS = [
  'FullAccess',
  'SendAs',
  'SendOnBehalf',
  'ChangePermission',
  'ChangeOwner',
  ...[
    'freeBusyRead',
    'limitedRead',
    'read',
    'write',
    'delegateWithoutPrivateEventAccess',
    'delegateWithPrivateEventAccess',
    'custom',
  ].map((role) => `Calendar: ${role}`),
];

type Line = WorldRegister['entries'][number];

/** What a register is made of. */
interface Registered {
  /** Epoch ms: dates are around it. */
  readonly start: number;
  readonly rights: readonly WorldRight[];
}

/** A register that people made of rights, and did not keep in order. @param name of its policy, which the streams have */
export function registerOf(
  streams: Streams,
  left: Left,
  name: string,
  { start, rights }: Registered,
): WorldRegister | undefined {
  if (rights.length === 0 || !left.has(`${name} register`)) return undefined;
  const draws = streams.of(`${name} register`);
  const interval = draws.has(0.6) ? draws.pick([30, USUAL_INTERVAL, 365]) : undefined;
  const files = draws.pick(['grants.csv', 'grants.csv', 'registers/*.csv']);
  const mailboxes = [...new Set(rights.map(({ mailbox }) => mailbox))];
  const others = Array.from({ length: draws.between(0, MOST_OTHER_LINES) }, () =>
    otherRight(draws, draws.pick(rights), mailboxes),
  );
  const entries = [...rights, ...others].flatMap((right, at) => {
    const ofLine = streams.of(`${name} line ${at}`);
    const isRegistered = RIGHTS.includes(right.right) && ofLine.has(0.75);
    return isRegistered && left.has(`${name} line`, String(at))
      ? [lineOf(ofLine, right, { at, start, mailboxes, days: interval ?? USUAL_INTERVAL })]
      : [];
  });
  const distinct = distinctLines(entries);
  if (distinct.length === 0) return undefined;
  return { files, ...(interval === undefined ? {} : { 'review-every': `${interval}d` }), entries: distinct };
}

/** One that the mailbox may not have. */
function otherRight(draws: Draws, right: WorldRight, mailboxes: readonly WorldMailbox[]): WorldRight {
  return { ...right, mailbox: draws.pick(mailboxes), right: draws.pick(RIGHTS) };
}

interface Around {
  readonly at: number;
  readonly start: number;
  readonly mailboxes: readonly WorldMailbox[];
  /** Of the interval of reviews. */
  readonly days: number;
}

function lineOf(draws: Draws, right: WorldRight, { at, start, mailboxes, days }: Around): Line {
  const { mailbox, trustee, sid, objectId } = right;
  const other = draws.pick(mailboxes);
  const [usualId, otherId] =
    right.right === 'SendOnBehalf' ? [objectId, sid] : right.right.startsWith('Calendar') ? ['', objectId] : [sid, ''];
  const isOfEvery = draws.has(0.08);
  const dayFrom = (offset: number): string => new Date(start + offset * DAY).toISOString().slice(0, 10);
  return {
    MailboxName: isOfEvery ? '*' : draws.pick([mailbox.name, mailbox.name, mailbox.name, mailbox.name.toUpperCase()]),
    MailboxId: isOfEvery
      ? ''
      : draws.pick(['', '', '', mailbox.objectId, mailbox.objectId, mailbox.objectId, mailbox.guid, other.objectId]),
    Trustee: draws.pick([...repeated(trustee, 6), trustee.toUpperCase(), `former.${at}@contoso.com`]),
    TrusteeId: draws.pick(['', '', ...repeated(usualId, 4), otherId, other.objectId, strangerSid(at)]),
    Right: right.right,
    Reason: draws.pick([...repeated('Deputy, "holidays"', 5), '=1+1', '']),
    Owner: draws.pick([...repeated('ceo@contoso.com', 6), '']),
    Until: draws.pick([...repeated('', 5), ...[0, 1, 200, -1, -200].map(dayFrom)]),
    ReviewedOn: draws.pick(['', ...[-1, -1, 0, -Math.floor(days / 2), -days, -days - 1, 1].map(dayFrom)]),
  };
}

function repeated<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}

/** Of an account that the tenant does not have any more. */
function strangerSid(at: number): string {
  return `S-1-5-21-1004336348-1177238915-682003330-${900_000 + at}`;
}

export function distinctLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line, at) => !lines.slice(0, at).some((other) => isRepeated(line, other)));
}

/** Whether a line may be about the same right as another one: a register does not have both. */
function isRepeated(line: Line, other: Line): boolean {
  const isSame = (column: string): boolean => line[column]?.toLowerCase() === other[column]?.toLowerCase();
  const differs = (column: string): boolean => line[column] !== '' && other[column] !== '' && !isSame(column);
  return ['MailboxName', 'Trustee', 'Right'].every(isSame) && !['MailboxId', 'TrusteeId'].some(differs);
}

/** Rules of which some are about what the register says. @param reports of the run */
export function aboutRegister(
  streams: Streams,
  left: Left,
  name: string,
  rules: readonly WorldRule[],
  reports: readonly string[],
): readonly WorldRule[] {
  const own = reports.filter((report) => REPORTS_OF_RIGHTS.includes(report));
  const draws = streams.of(`${name} rule about the register`);
  const hasRule = own.length > 0 && draws.has(0.6) && left.has(name, 'registered');
  const further: readonly WorldRule[] = hasRule
    ? [{ id: 'registered', report: draws.pick(own), expect: { Registered: schemaOfRegistered(draws) } }]
    : [];
  return [...rules.map((rule) => withRegistered(streams.of(`${name} ${rule.id} registered`), rule)), ...further];
}

function withRegistered(draws: Draws, rule: WorldRule): WorldRule {
  const { report = '', when, expect } = rule;
  if (!REPORTS_OF_RIGHTS.includes(report) || !draws.has(0.6)) return rule;
  const condition = { Registered: schemaOfRegistered(draws) };
  if (draws.has(0.3)) return { ...rule, when: { ...when, ...condition } };
  return { ...rule, expect: draws.has(0.7) ? condition : { ...expect, ...condition } };
}

/** The column never has a value that is blank. */
function schemaOfRegistered(draws: Draws): JsonObject {
  const value = draws.pick(VALUES);
  return draws.pick<JsonObject>([
    { const: 'yes' },
    { enum: ['yes', 'due'] },
    { enum: draws.some(VALUES, draws.between(1, 3)) },
    { not: { const: value } },
    { const: value.toUpperCase() },
    { anyOf: [{ const: 'yes' }, { not: { const: value } }] },
    { type: 'string' },
  ]);
}
