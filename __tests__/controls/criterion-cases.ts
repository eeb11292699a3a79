import type { Criterion, PropertySchemas } from '../../src/controls/catalogue.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { answerOf } from './criterion-oracle.ts';

/** Values that Exchange Online and Graph are documented, or were seen, to return, by property. */
const VALUES: Readonly<Record<string, readonly Json[]>> = {
  AutoForwardingMode: ['Off', 'Automatic', 'On'],
  ActionWhenThresholdReached: ['BlockUserForToday', 'BlockUser', 'Alert'],
  BccSuspiciousOutboundAdditionalRecipients: [[], ['soc@contoso.com'], 'soc@contoso.com'],
  NotifyOutboundSpamRecipients: [[], ['soc@contoso.com', 'eve@fabrikam.com']],
  IPAllowList: [[], ['192.0.2.1'], '192.0.2.1'],
  AllowedSenderDomains: [[], ['news.example'], 'news.example'],
  AllowList: [[], [''], [null], ['news@news.example'], 'news@news.example', ['', 'news.example']],
  AssignedRoles: [
    ['MyBaseOptions'],
    [],
    ['MyBaseOptions', 'My Custom Apps'],
    ['My Marketplace Apps'],
    ['My ReadWriteMailbox Apps', 'MyContactInformation'],
    ['My Custom Apps of ours'],
  ],
  RedirectMessageTo: [
    ['pat@contoso.com'],
    ['books@fabrikam.com'],
    ['pat@contoso.com', 'books@fabrikam.com'],
    'books@fabrikam.com',
    'pat@contoso.onmicrosoft.com',
    ['pat@contoso.com.example'],
    [],
  ],
  SetSCL: [-1, 0, 9, '-1', '5'],
  SenderDomainIs: [['news.example'], [], 'news.example'],
  Domains: [
    [],
    ['fabrikam.com:CalendarSharingFreeBusyDetail, ContactsSharing'],
    ['*:CalendarSharingFreeBusySimple'],
    ['*:ContactsSharing'],
    ['*:CalendarSharingFreeBusyReviewer, ContactsSharing'],
    ['Anonymous:CalendarSharingFreeBusyReviewer'],
    ['fabrikam.com:ContactsSharing', '*:CalendarSharingFreeBusyDetail'],
    'fabrikam.com:CalendarSharingFreeBusySimple',
  ],
  State: ['Enabled', 'Disabled'],
  Mode: ['Enforce', 'Audit', 'AuditAndNotify'],
  FromScope: ['NotInOrganization', 'InOrganization'],
  PrependSubject: ['[EXTERNAL] ', ''],
  ActivationDate: ['2026-11-30T08:00:00.0000000+00:00', '2026-12-02T08:00:00.0000000+00:00', '/Date(1777879881000)/'],
  ExpiryDate: ['2026-12-02T08:00:00.0000000+00:00', '2026-11-30T08:00:00.0000000+00:00'],
  RecipientTypeDetails: ['UserMailbox', 'SharedMailbox', 'RoomMailbox', 'LinkedMailbox', 'DiscoveryMailbox'],
};
const OWA = ['AdditionalStorageProvidersAvailable', 'PersonalAccountsEnabled', 'PersonalAccountCalendarsEnabled'];
/** What a criterion must not depend on unless it names it, by cmdlet: `State` of an outbound policy is that of its rule. */
const BACKDROPS: Readonly<Record<string, readonly JsonObject[]>> = {
  'Get-TransportRule': [
    { State: 'Enabled', Mode: 'Enforce', BlindCopyTo: ['eve@fabrikam.com'] },
    { State: 'Disabled', Mode: 'Enforce' },
    { State: 'Enabled', Mode: 'Audit', ExpiryDate: '2026-11-30T08:00:00.0000000+00:00' },
  ],
  'Get-HostedOutboundSpamFilterPolicy': [{ State: 'Enabled' }, { State: 'Disabled' }],
  'Get-SharingPolicy': [
    { Enabled: true, Domains: ['*:CalendarSharingFreeBusySimple, ContactsSharing'] },
    { Enabled: false, Domains: [] },
  ],
  'Get-OwaMailboxPolicy': [true, false].map((isOn) => Object.fromEntries(OWA.map((name) => [name, isOn]))),
  'Get-Mailbox': [
    { IsDirSynced: true, AccountDisabled: true },
    { IsDirSynced: false, AccountDisabled: false },
  ],
};
/** Properties that identify objects of a cmdlet, and of which each object has another value. */
const IDENTITY = ['Name', 'IsDefault', 'Priority'] as const;
/** The most combinations of an object's values that are all taken. Of more, those that differ from a good object in two values, or one. */
const MOST_COMBINATIONS = 300;
const MOST_PAIRS = 1000;
/** Names that look like parts of items. */
const NAMES = ['Default', 'Sales (disabled)', 'A: off, everyone', 'B: copy', 'C: redirect to eve@evil.example', '*'];
/** Cmdlets that return one object, and the listing of mailboxes, each of which is judged by itself. */
const SINGLE = /^Get-(?:OrganizationConfig|TransportConfig|AdminAuditLogConfig|Mailbox)$/;

type Combination = Readonly<Record<string, Json | undefined>>;
type Values = ReadonlyMap<string, readonly (Json | undefined)[]>;

/** The values of a property of which a schema accepts some and refuses others. Undefined: the service leaves it out. */
function valuesOf(name: string, schema: JsonObject): readonly (Json | undefined)[] {
  // Every mailbox has a type.
  const values: (Json | undefined)[] = [
    ...(VALUES[name] ?? []),
    name === 'RecipientTypeDetails' ? undefined : null,
    undefined,
  ];
  const { const: only, minimum, maximum } = schema;
  if (typeof only === 'boolean') values.push(true, false);
  else if (only !== undefined) values.push(only);
  for (const limit of [minimum, maximum]) if (typeof limit === 'number') values.push(0, limit - 1, limit, limit + 1);
  const parts = Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
  const items = parts.flatMap(({ contains }) =>
    isObject(contains) && contains.const !== undefined ? contains.const : [],
  );
  if (items.length > 0) {
    values.push([], items, [...items, 'Other']);
    for (const item of items) values.push(items.filter((one) => one !== item));
  }
  return [...new Map(values.map((value) => [JSON.stringify([value, value === undefined]), value])).values()];
}

/** An object with other values; those that are undefined are left out. */
function withValues(object: JsonObject, changes: Combination): JsonObject {
  const all = Object.entries({ ...object, ...changes });
  return Object.fromEntries(
    all.flatMap(([name, value]): [string, Json][] => (value === undefined ? [] : [[name, value]])),
  );
}

/** Combinations of values: all of them if they are few, else each pair, or each value. */
function combinations(values: Values): readonly Combination[] {
  const count = [...values.values()].reduce((product, { length }) => product * length, 1);
  if (count <= MOST_COMBINATIONS) {
    return [...values].reduce<readonly Combination[]>(
      (before, [name, own]) => before.flatMap((one) => own.map((value) => ({ ...one, [name]: value }))),
      [{}],
    );
  }
  const single = [...values].flatMap(([name, own]) => own.map((value): Combination => ({ [name]: value })));
  if (single.length ** 2 / 2 > MOST_PAIRS) return single;
  return single.flatMap((one, at) => single.slice(at).map((other) => ({ ...one, ...other })));
}

/** An object that counts and passes: values that the criterion accepts, or of `none` refuses. */
function goodObject({ reads, of, every, none, some }: Criterion, base: JsonObject, values: Values): JsonObject {
  const wanted = { ...of, ...every, ...some };
  return [...values].reduce((object, [name, own]) => {
    const only = (schema: JsonObject | undefined): PropertySchemas | undefined => schema && { [name]: schema };
    const alone: Criterion = { reads, every: only(wanted[name]), none: only(none?.[name]) };
    const good = own.find((value) => answerOf(alone, [withValues({}, { [name]: value })]) === 'pass');
    return withValues(object, { [name]: good });
  }, base);
}

/**
 * Objects of a cmdlet by which a criterion passes, fails, or is not known: boundary values, objects that count beside others that do not,
 * properties that are left out.
 *
 * @param base an object of the cmdlet as a tenant has it
 */
export function casesOf(criterion: Criterion, base: JsonObject): readonly (readonly JsonObject[])[] {
  const backdrops = Object.entries(BACKDROPS).find(([name]) => name === criterion.reads)?.[1] ?? [{}];
  return backdrops.flatMap((backdrop) => casesBefore({ ...base, ...backdrop }, criterion));
}

function casesBefore(base: JsonObject, criterion: Criterion): readonly (readonly JsonObject[])[] {
  const { reads, of = {}, every, none, some } = criterion;
  const schemas = Object.entries({ ...of, ...every, ...none, ...some });
  const isIdentity = (name: string): boolean => IDENTITY.some((one) => one === name);
  const identity = Object.fromEntries(
    Object.entries(of).flatMap(([name, { const: value }]): [string, Json][] =>
      isIdentity(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
  const values = new Map(
    schemas.flatMap(([name, schema]) => (isIdentity(name) ? [] : [[name, valuesOf(name, schema)] as const])),
  );
  const good = goodObject(criterion, { ...base, ...identity }, values);
  const focus = [
    ...combinations(values).map((one) => withValues(good, one)),
    ...Object.keys(identity).map((name) => withValues(good, { [name]: undefined })),
  ];
  if (SINGLE.test(reads)) return focus.map((one) => [one]);
  const bad = focus.find((one) => answerOf({ ...criterion, of: {} }, [one]) === 'fail');
  if (bad === undefined || answerOf(criterion, [good]) !== 'pass')
    throw new Error(`no good and bad objects of ${reads}`);
  const cases = 'Priority' in identity ? ofCustomPolicies(focus, good, bad) : beside(focus, good, bad, identity);
  const fixed = new Set(schemas.map(([name]) => name));
  return [...cases, ...(reads === 'Get-TransportRule' ? [[]] : [])].map((objects) => distinct(objects, fixed));
}

/** Each object alone, and beside others: those that count too, or where only one can, that do not. */
function beside(
  focus: readonly JsonObject[],
  good: JsonObject,
  bad: JsonObject,
  identity: JsonObject,
): readonly (readonly JsonObject[])[] {
  if (Object.keys(identity).length === 0) return focus.flatMap((one) => [[one], [good, one], [one, bad]]);
  const others = Object.entries(identity).map(([name, value]): [string, Json] => [
    name,
    typeof value === 'boolean' ? !value : 'Another',
  ]);
  const another = (object: JsonObject): JsonObject => ({ ...object, ...Object.fromEntries(others) });
  return focus.flatMap((one) => [[one], [one, another(good)], [another(bad), one], [good, another(one)]]);
}

/** Each custom policy beside the default one, alone, and before and after another one. */
function ofCustomPolicies(
  focus: readonly JsonObject[],
  good: JsonObject,
  bad: JsonObject,
): readonly (readonly JsonObject[])[] {
  const standard = { ...good, IsDefault: true, Priority: null };
  return focus.flatMap((one) => {
    const alone = [standard, one];
    const withoutRule = [standard, { ...one, Priority: null }];
    if (one.Priority !== 0) return [alone];
    return [alone, withoutRule, [standard, { ...bad, Priority: 1 }, one], [standard, { ...one, Priority: 1 }, good]];
  });
}

/** The objects with a name each, one that is the default, and priorities of the others, where the criterion does not say so. */
function distinct(objects: readonly JsonObject[], fixed: ReadonlySet<string>): readonly JsonObject[] {
  let priority = 0;
  return objects.map((object, at) => {
    const { IsDefault = at === 0 }: JsonObject = fixed.has('IsDefault') ? object : {};
    const given: JsonObject = {
      Name: NAMES[at % NAMES.length] ?? '',
      IsDefault,
      Priority: IsDefault === true ? null : priority++,
    };
    return { ...object, ...Object.fromEntries(Object.entries(given).filter(([name]) => !fixed.has(name))) };
  });
}

/** The properties of objects that a criterion names, for people. */
export function shownObjects({ of, every, none, some }: Criterion, objects: readonly JsonObject[]): string {
  const names = [...IDENTITY, ...Object.keys({ ...of, ...every, ...none, ...some })];
  const shown = objects.map((object) => Object.entries(object).filter(([name]) => names.includes(name)));
  return JSON.stringify(shown.map((members): JsonObject => Object.fromEntries(members)));
}
