import { property, textIn, type Json, type JsonObject } from '../../json.ts';
import { union, type Reading } from '../derived-column.ts';
import { isCertainly, known, NOT_KNOWN, shownOf, valueOf, type Known } from '../known.ts';

/** Properties of a mailbox that are true while something keeps it, or mail that is deleted in it. */
const SWITCHES = [
  'LitigationHoldEnabled',
  'RetentionHoldEnabled',
  'ComplianceTagHoldApplied',
  'DelayHoldApplied',
  'DelayReleaseHoldApplied',
];

/** Properties of a mailbox that are true while they keep it as a whole, in words. */
const HOLDS: readonly (readonly [property: string, text: string])[] = [
  ['LitigationHoldEnabled', 'litigation hold'],
  ['ComplianceTagHoldApplied', 'retention label'],
  ['DelayHoldApplied', 'delay hold'],
  ['DelayReleaseHoldApplied', 'delay release hold'],
];

/** The properties that `ownHolds` reads. */
export const HOLD_PROPERTIES: readonly string[] = ['InPlaceHolds', ...HOLDS.map(([name]) => name)];

/** A pattern of identifiers that keep nothing: of a policy that excludes the mailbox, or only deletes. */
export const NO_HOLD = '^-|^(?:mbx|skp|grp)[0-9A-Fa-f]+:1$';

/** A case of eDiscovery, or an In-Place Hold. */
const CASE = /^(?:UniH[\da-f-]+|(?:cld)?[\da-f]{32})$/i;
/** A retention policy, with what it does: delete, keep, keep and then delete. */
const POLICY = /^(?<kind>mbx|skp|grp)(?<id>[\da-f]+):(?<action>[123])$/i;
const EXCLUSION = /^-(?:mbx|skp|grp)(?<id>[\da-f]+)(?::\d)?$/i;

/** An identifier in `InPlaceHolds`. */
interface Hold {
  /** Undefined: its form is not documented. */
  readonly keeps: boolean | undefined;
  /** Whether it is a retention policy of groups. */
  readonly isOfGroups: boolean;
  /** The retention policy, in lower case. */
  readonly policy?: string | undefined;
  /** The retention policy of the organization that leaves the mailbox out, in lower case. */
  readonly excludedFrom?: string | undefined;
}

/**
 * Whether something keeps a mailbox: a row of `mailbox-properties` with the holds of the mailbox itself, and the retention policies of
 * the whole organization but for those that exclude it.
 * https://learn.microsoft.com/purview/ediscovery-identify-a-hold-on-an-exchange-online-mailbox
 */
export const onHold: Reading = ([row], organization) => {
  if (row === undefined) return undefined;
  const switches = SWITCHES.map((column): Known<Json> => row.cell(column) ?? NOT_KNOWN);
  const own = row.cell('InPlaceHolds') ?? NOT_KNOWN;
  const ofMailbox = textsOf(shownOf(own)).map((identifier) => holdOf(identifier).keeps);
  const answers = [
    ...switches.map((one) => (one.isKnown ? one.value === true : undefined)),
    ...ofMailbox,
    ...(own.isKnown ? [] : [undefined]),
    ...ofOrganization(
      property(property(organization, 'config'), 'InPlaceHolds'),
      own,
      row.cell('RecipientTypeDetails'),
    ),
  ];
  if (answers.includes(true)) return known('yes');
  return answers.includes(undefined) ? NOT_KNOWN : known('no');
};

/** What keeps a mailbox by itself, without policies of the organization: words, and identifiers of other holds. */
export function ownHolds(mailbox: JsonObject): Known<Json> {
  const identifiers = property(mailbox, 'InPlaceHolds');
  return union([
    ...HOLDS.map(([name, text]) => {
      const value = property(mailbox, name);
      return hold(typeof value === 'boolean' ? value : undefined, text);
    }),
    identifiers === undefined ? NOT_KNOWN : known([]),
    ...textsOf(identifiers).map((identifier) => hold(holdOf(identifier).keeps, identifier)),
  ]);
}

/** The policies of the organization that keep a mailbox. @param identifiers undefined if they are not known */
export function organizationHolds(identifiers: Json | undefined, mailbox: JsonObject): Known<Json> {
  const own = property(mailbox, 'InPlaceHolds');
  const type = textIn(mailbox, 'RecipientTypeDetails');
  const areKept = ofOrganization(
    identifiers,
    own === undefined ? NOT_KNOWN : known(own),
    type === '' ? NOT_KNOWN : known(type),
  );
  const all = textsOf(identifiers).map((identifier) => (typeof identifier === 'string' ? identifier : ''));
  return union(areKept.map((keeps, at) => hold(keeps, `organization-wide ${all[at] ?? ''}`)));
}

/** A list of what keeps a mailbox, or nothing. */
function hold(keeps: boolean | undefined, by: Json): Known<Json> {
  return keeps === undefined ? NOT_KNOWN : known(keeps ? [by] : []);
}

/** For each retention policy of the organization whether it keeps the mailbox; undefined if that is not known. */
function ofOrganization(
  identifiers: Json | undefined,
  own: Known<Json>,
  type: Known<Json> | undefined,
): readonly (boolean | undefined)[] {
  if (!Array.isArray(identifiers)) return [undefined];
  const excluded = new Set(textsOf(valueOf(own)).flatMap((identifier) => holdOf(identifier).excludedFrom ?? []));
  const isGroup = type?.isKnown === true ? isCertainly(type, 'GroupMailbox') : undefined;
  return identifiers.map((identifier: Json) => {
    const hold = holdOf(identifier);
    if (hold.keeps === undefined) return undefined;
    if (!hold.keeps || (hold.policy !== undefined && excluded.has(hold.policy))) return false;
    if (isGroup !== undefined && isGroup !== hold.isOfGroups) return false;
    return own.isKnown && isGroup !== undefined ? true : undefined;
  });
}

/** What an identifier in `InPlaceHolds` means, of a mailbox or of the organization. */
export function holdOf(identifier: Json): Hold {
  const text = typeof identifier === 'string' ? identifier : '';
  const excludedFrom = EXCLUSION.exec(text)?.groups?.id?.toLowerCase();
  if (excludedFrom !== undefined) return { keeps: false, isOfGroups: false, excludedFrom };
  const { kind = '', id, action } = POLICY.exec(text)?.groups ?? {};
  if (id === undefined) return { keeps: CASE.test(text) ? true : undefined, isOfGroups: false };
  return { keeps: action !== '1', isOfGroups: kind.toLowerCase() === 'grp', policy: id.toLowerCase() };
}

function textsOf(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? list : [];
}
