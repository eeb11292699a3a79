import type { MailboxState, Row, TenantState, Value } from './remediation-facts.ts';

/** A change of one thing of a mailbox: a row of a plan, or what a plan must have. */
export interface Effect {
  /** The address in the list, in lower case. */
  readonly address: string;
  /** The key of the fact. */
  readonly fact: string;
  /** Undefined: it is taken away. `GIVEN_BACK`: it is there again, and the row does not say all of it. */
  readonly after: Value | undefined;
}

export const GIVEN_BACK = 'given back';

export function effectKey({ address, fact }: Pick<Effect, 'address' | 'fact'>): string {
  return `${address} ${fact}`;
}

/** The mailbox that has an address: as its user principal name, else as any other. */
export function mailboxNamed({ mailboxes }: TenantState, address: string): MailboxState | undefined {
  const wanted = address.toLowerCase();
  return (
    mailboxes.find(({ name }) => name.toLowerCase() === wanted) ??
    mailboxes.find(({ addresses }) => addresses.includes(wanted))
  );
}

export function mailboxWithId({ mailboxes }: TenantState, id: string): MailboxState | undefined {
  return mailboxes.find((mailbox) => mailbox.id === id);
}

const RIGHTS = ['FullAccess', 'SendAs', 'SendOnBehalf'];

/**
 * What a row is about, from its cells as people read them.
 *
 * @param state with the names of the holders when the plan was made
 */
export function effectOf(row: Row, state: TenantState): Effect {
  const { MailboxName = '', Item = '', Setting = '', After = '', Before = '', Found = '', Expected = '' } = row;
  const address = MailboxName.toLowerCase();
  const [, id = ''] = /ID: ([^;]*)$/.exec(Found) ?? [];
  const [right = ''] = Item.split('; ').slice(-1);
  if (Setting !== 'entry') return { address, ...settingOf(row, state) };
  const item = Item.replace(/^'(?=[=+\-@])/, '');
  if (id === '') return { address, fact: `rule ${item}`, after: After === '' ? undefined : GIVEN_BACK };
  const role = RIGHTS.includes(right)
    ? right
    : (roleIn(Found) ?? roleIn(Expected) ?? roleIn(Before) ?? roleIn(After) ?? '');
  return { address, fact: `held ${role} ${sidOf(id, state)}`, after: After === '' ? undefined : GIVEN_BACK };
}

/** `Role: read`, or `"role":"read"`. */
function roleIn(text: string): string | undefined {
  return /(?:Role: |"role":")(\w+)/.exec(text)?.[1];
}

/** Some sources name a holder by its object ID. */
function sidOf(id: string, { holders }: TenantState): string {
  return Object.entries(holders).find(([sid, holder]) => sid === id || holder.id === id)?.[0] ?? id;
}

/** Whom a name means. */
function sidNamed(name: string, { holders }: TenantState): string {
  const own = name.replace(/^'(?=[=+\-@])/, '').toLowerCase();
  return Object.entries(holders).find(([, { names }]) => names.includes(own))?.[0] ?? name;
}

function settingOf(row: Row, state: TenantState): Pick<Effect, 'fact' | 'after'> {
  const { MailboxName = '', Item = '', Setting = '', Before = '', After = '' } = row;
  const facts = mailboxNamed(state, MailboxName)?.facts ?? {};
  if (Item !== '') {
    const fact = `rule ${Item.replace(/^'(?=[=+\-@])/, '')}`;
    const rule = facts[fact];
    return { fact, after: isRecord(rule) ? { ...rule, isEnabled: After === 'true' } : { isEnabled: After === 'true' } };
  }
  if (Setting === 'ForwardingAddress') {
    const fact = `held Forwarding ${sidNamed(After === '' ? Before : After, state)}`;
    return { fact, after: After === '' ? undefined : GIVEN_BACK };
  }
  const isExchange = /^[A-Z]/.test(Setting);
  const fact = `${isExchange ? 'exchange' : 'settings'} ${Setting}`;
  return { fact, after: valueIn(After) };
}

/** The value that a cell shows. */
function valueIn(cell: string): Value {
  if (cell === '') return null;
  if (cell === 'true' || cell === 'false') return cell === 'true';
  return cell;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isRecord(value: Value | undefined): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a fact is as an effect makes it. */
export function isEffected({ after }: Pick<Effect, 'after'>, value: Value | undefined): boolean {
  return after === GIVEN_BACK ? value !== undefined : isSameValue(value, after);
}

/** Whether two values are the same to people. Lists are shown as text with `; ` between, and addresses without their kind. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: Value | undefined): string {
  if (value === undefined) return 'absent';
  if (isList(value)) return value.map(textOf).join('; ');
  if (isRecord(value)) return JSON.stringify(value).toLowerCase();
  return String(value)
    .toLowerCase()
    .replace(/^smtp:/, '');
}
