import type { RemediationRule } from '../world/remediation-rules.ts';
import type { WorldRegister } from '../world/world.ts';
import { asText } from './cells.ts';
import type { HeldRight, MailboxRights, MailboxState, Value } from './remediation-facts.ts';
import type { Effect } from './remediation-rows.ts';
import { decidingLines, registered, type Comparing, type ShownRight } from './register.ts';

/** A mailbox of a plan, and with what its rights are compared. */
export interface RegisteredSubject {
  readonly mailbox: MailboxState;
  readonly held: MailboxRights;
  readonly register: WorldRegister;
  /** Epoch ms: when the plan was made. */
  readonly now: number;
  /** Whether the plan reads from Exchange, which says the GUID of a mailbox. */
  readonly readsExchange: boolean;
  /** Whether Exchange does not say who may send on behalf. */
  readonly hidesDelegates: boolean;
}

/** What a rule about the register does in a mailbox. */
export interface RegisteredPlan {
  /** The rights that it takes away. */
  readonly effects: readonly Omit<Effect, 'address'>[];
  /** Whether it leaves rights that violate it, or may: nothing is taken away that is due, or of which it is not known. */
  readonly leaves: boolean;
}

/** Takes away what is `no` or `expired`, as far as the rule does not allow it. */
export function registeredPlan({ report, expect }: RemediationRule, subject: RegisteredSubject): RegisteredPlan {
  const { rights, comparing } = rightsOf(report, subject);
  const { register, now, hidesDelegates } = subject;
  const states = rights.map(({ fact, shown }) => ({ fact, cell: registered(shown, register, comparing, now) }));
  const allowed = allowedIn(expect.Registered);
  const violating = states.filter(({ cell }) => cell.is === 'known' && !allowed.includes(asText(cell.value)));
  const removed = violating.filter(({ cell }) => cell.is === 'known' && cell.value !== 'due');
  const isUnknown = states.some(({ cell }) => cell.is === 'unknown') || isHidden(report, hidesDelegates);
  return {
    effects: removed.map(({ fact }) => ({ fact, after: undefined })),
    leaves: isUnknown || removed.length < violating.length,
  };
}

/** How many rights of a report a mailbox has, and how many the register has, without lines for every mailbox. */
export function rightCounts(
  report: string,
  subject: RegisteredSubject,
): { readonly rights: number; readonly registered: number; readonly hidden: number } {
  const { rights, comparing } = rightsOf(report, subject);
  const { register, now, hidesDelegates } = subject;
  const deciding = rights.map(({ shown }) => decidingLines(shown, register, comparing, now));
  const own = deciding.filter((lines) => lines.some(({ MailboxName: name }) => name !== '*')).length;
  const none = deciding.filter((lines) => lines.length === 0).length;
  return { rights: own + none, registered: own, hidden: isHidden(report, hidesDelegates) ? 1 : 0 };
}

interface ComparedRight {
  readonly fact: string;
  readonly shown: ShownRight;
}

function rightsOf(
  report: string,
  { mailbox, held: { guid, rights }, readsExchange, hidesDelegates }: RegisteredSubject,
): { readonly rights: readonly ComparedRight[]; readonly comparing: Comparing } {
  const isOfCalendar = ({ right }: HeldRight): boolean => right.startsWith('Calendar');
  const own = rights
    .filter((right) => isOfCalendar(right) === (report === 'calendar-permissions'))
    .filter(({ right }) => !(hidesDelegates && right === 'SendOnBehalf'))
    .map(({ fact, right, trustee, id }) => ({ fact, shown: { right, trustee, ids: id === '' ? [] : [id] } }));
  const { id: objectId, name, addresses } = mailbox;
  const known = { names: [name, ...addresses], objectId, guid: readsExchange ? guid : undefined };
  return { rights: own, comparing: { mailbox: known, readsTrustees: false, held: own.map(({ shown }) => shown) } };
}

function isHidden(report: string, hidesDelegates: boolean): boolean {
  return hidesDelegates && report === 'mailbox-permissions';
}

/** The values that a rule allows: a `const`, or an `enum`. */
function allowedIn(schema: Value | undefined): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('enum' in schema || 'const' in schema)) return [];
  return [schema.enum ?? schema.const ?? []].flat().map(String);
}
