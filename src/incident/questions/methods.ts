import { textIn, jsonOrUndefined, type JsonObject } from '../../json.ts';
import { unknownAs, unknownBecause, type UnknownValue } from '../../reports/known.ts';
import { counted, HOUR_MS } from '../../text/numbers.ts';
import type { Containment, Evidence, Finding, Indicator } from '../answer.ts';
import { containment } from '../commands.ts';
import type { Account, Incident } from '../incident.ts';
import type { Question } from '../question.ts';
import { AUDIT_NEED, auditsOfPerson, type DirectoryAudit, type DirectoryAudits } from '../reads/directory-audits.ts';
import type { GraphNeed } from '../reads/graph-reads.ts';

const METHODS_NEED: GraphNeed = {
  what: 'the methods of authentication',
  permission: 'UserAuthenticationMethod.Read.All',
};
const DEVICES_NEED: GraphNeed = { what: 'the devices', permission: 'Directory.Read.All' };
const METHODS = 'authentication methods';
const DEVICES = 'registered devices';
const AUDITS = 'directory audits';
const PASSWORD = 'passwordAuthenticationMethod';
const DEVICE_SELECT = 'id,displayName,operatingSystem,trustType,registrationDateTime';
/** A method and its record in the audits differ by seconds. */
const SAME_MS = HOUR_MS / 6;

/** The names of activities vary between tenants and years, so that they are compared by their beginnings. */
const ADDED_METHOD = /^(?:user|admin) registered.*security info|^user started security info registration/i;
const REMOVED_METHOD = /^(?:user|admin) deleted.*security info|^disable strong authentication/i;
const ADDED_DEVICE = /^register device|^add registered owner to device|^add registered users to device/i;

/** Whether somebody has a way of their own to sign in again. */
export const methods: Question = {
  id: 'methods',
  question: 'Was a method of authentication or a device added?',
  permissions: [
    { name: METHODS_NEED.permission, why: 'the methods with which the person signs in' },
    { name: DEVICES_NEED.permission, why: 'the devices that the person registered, with their dates' },
    { name: AUDIT_NEED.permission, why: 'when methods and devices were added, and by whom' },
  ],
  cmdlets: [],
  reports: [],
  look: async (incident) => {
    const { account, graph, since, now } = incident;
    if (!account.isKnown)
      return { findings: [], seen: [], missing: [account], summary: 'Not known.', sources: [METHODS, DEVICES, AUDITS] };
    const [ofMethods, ofDevices, audits] = await Promise.all([
      presentMethods(incident, account.value),
      presentDevices(incident, account.value),
      auditsOfPerson(graph, account.value.id, since, now),
    ]);
    const parts = [
      judged(ofMethods, audits, audits.audits.filter(addsMethod), since),
      judged(
        ofDevices,
        audits,
        audits.audits.filter(({ activity }) => ADDED_DEVICE.test(activity)),
        since,
      ),
    ];
    const missing = [...parts.flatMap((part) => part.missing), ...audits.missing];
    return {
      findings: parts.flatMap(({ findings }) => findings),
      seen: audits.audits.filter(({ activity }) => REMOVED_METHOD.test(activity)).map((audit) => shownAudit(audit)),
      missing: [...new Map(missing.map((one) => [one.detail, one])).values()],
      summary: `${counted(ofMethods.present.length, 'method', 'methods')} and ${counted(ofDevices.present.length, 'device', 'devices')} are from before --since.`,
      sources: [METHODS, DEVICES, AUDITS],
    };
  },
};

/** A method or a device, as the directory has it now. */
interface Present {
  readonly what: string;
  /** Undefined: the directory does not say it. */
  readonly added: Date | undefined;
  readonly source: string;
  readonly containment: readonly Containment[];
}

interface PresentList {
  readonly noun: readonly [string, string];
  readonly present: readonly Present[];
  readonly missing: readonly UnknownValue<never>[];
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly missing: readonly UnknownValue<never>[];
}

/** What is new: by its date, or by a record of the audits. Without a date, the audits say whether something was added, if they can be read. */
function judged(
  { present, noun, missing }: PresentList,
  { missing: unread }: DirectoryAudits,
  added: readonly DirectoryAudit[],
  since: Date,
): Judged {
  const isOf = (audit: DirectoryAudit, one: Present): boolean =>
    one.added !== undefined && Math.abs(audit.time.getTime() - one.added.getTime()) <= SAME_MS;
  const fresh = present.filter((one) => one.added !== undefined && one.added >= since);
  const ofPresent = fresh.map(({ what, added: time, source, containment: steps }): Finding => {
    const audit = added.find((one) => isOf(one, { what, added: time, source, containment: steps }));
    return { what: `Added: ${what}`, time, by: audit?.by, source, containment: steps, indicators: indicatorsOf(audit) };
  });
  const others = added.filter((audit) => !fresh.some((one) => isOf(audit, one)));
  const undated = present.filter((one) => one.added === undefined);
  const isUndecided = undated.length > 0 && others.length === 0 && unread.length > 0;
  const names = undated.map(({ what }) => what).join('; ');
  const ofUndated = unknownBecause(
    'not-in-the-answer',
    `It is not known when ${counted(undated.length, ...noun)} without a date came: ${names}.`,
  );
  return {
    findings: [
      ...ofPresent,
      ...others.map((audit): Finding => ({ ...shownAudit(audit), indicators: indicatorsOf(audit) })),
    ],
    missing: [...missing, ...(isUndecided ? [ofUndated] : [])],
  };
}

function indicatorsOf(audit: DirectoryAudit | undefined): readonly Indicator[] {
  return audit === undefined || audit.address === '' ? [] : [{ kind: 'ip', value: audit.address }];
}

function shownAudit({ activity, time, by, address, targets }: DirectoryAudit): Evidence {
  const names = targets.map(({ name }) => name).filter((name) => name !== '');
  const from = address === '' ? '' : ` from ${address}`;
  return { what: `${activity}${from}${names.length === 0 ? '' : `: ${names.join(', ')}`}`, time, by, source: AUDITS };
}

/** `Update user` says it by the list of methods before and after; one that only changed, such as by its last use, was not added. */
function addsMethod({ activity, targets }: DirectoryAudit): boolean {
  if (ADDED_METHOD.test(activity)) return true;
  return targets.some(({ changes }) =>
    changes.some(
      ({ name, before, after }) => name === 'StrongAuthenticationMethod' && lengthOf(after) > lengthOf(before),
    ),
  );
}

function lengthOf(text: string): number {
  const list = jsonOrUndefined(text);
  return Array.isArray(list) ? list.length : 0;
}

async function presentMethods({ graph }: Incident, account: Account): Promise<PresentList> {
  const noun = ['method', 'methods'] as const;
  if (account.kind === 'deleted') return { noun, present: [], missing: [] };
  const found = await graph.list(`/v1.0/users/${account.id}/authentication/methods`, METHODS_NEED);
  if (!found.isKnown) return { noun, present: [], missing: [unknownAs(found)] };
  const present = found.value.flatMap((method): readonly Present[] => {
    const type = textIn(method, '@odata.type').replace(/^#microsoft\.graph\./, '');
    if (type === PASSWORD) return [];
    // Of fido2 keys, older pages of the documents have the second name.
    const added = timeIn(method, 'createdDateTime') ?? timeIn(method, 'creationDateTime');
    return [{ what: methodText(type, method), added, source: METHODS, containment: [removal(account, type, method)] }];
  });
  return { noun, present, missing: [] };
}

/** Phone numbers are personal, and not needed to tell methods apart. */
function methodText(type: string, method: JsonObject): string {
  const kind = type
    .replace(/AuthenticationMethod$/, '')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const name = textIn(method, 'displayName') || textIn(method, 'phoneType');
  return name === '' ? kind : `${kind} "${name}"`;
}

function removal({ id }: Account, type: string, method: JsonObject): Containment {
  const about = `Remove the method ${methodText(type, method)}`;
  // The names of cmdlets and parameters follow the type, which a service wrote.
  if (!/^[A-Za-z\d]+AuthenticationMethod$/.test(type)) return { step: 'methods', about, command: undefined };
  const kind = type.charAt(0).toUpperCase() + type.slice(1).replace(/AuthenticationMethod$/, '');
  return containment('methods', about, `Remove-MgUserAuthentication${kind}Method`, [
    ['UserId', id],
    [`${kind}AuthenticationMethodId`, textIn(method, 'id')],
  ]);
}

async function presentDevices({ graph }: Incident, account: Account): Promise<PresentList> {
  const noun = ['device', 'devices'] as const;
  if (account.kind === 'deleted') return { noun, present: [], missing: [] };
  const path = `/v1.0/users/${account.id}/registeredDevices/microsoft.graph.device?$select=${DEVICE_SELECT}`;
  const found = await graph.list(path, DEVICES_NEED);
  if (!found.isKnown) return { noun, present: [], missing: [unknownAs(found)] };
  // Without the permission, Graph shows that there is a device, and nothing else of it.
  const isUnreadable = found.value.some(
    (device) => textIn(device, 'displayName') === '' && device.registrationDateTime === null,
  );
  const grant = `Graph shows no names and dates of devices: grant the application ${DEVICES_NEED.permission}.`;
  return {
    noun,
    present: found.value.map((device) => ({
      what: `${textIn(device, 'operatingSystem')} device "${textIn(device, 'displayName')}"`.trim(),
      added: timeIn(device, 'registrationDateTime'),
      source: DEVICES,
      containment: [
        containment('devices', `Disable the device "${textIn(device, 'displayName')}"`, 'Update-MgDevice', [
          ['DeviceId', textIn(device, 'id')],
          ['AccountEnabled:', false],
        ]),
      ],
    })),
    missing: isUnreadable ? [unknownBecause('permission', grant)] : [],
  };
}

function timeIn(object: JsonObject, name: string): Date | undefined {
  const time = new Date(textIn(object, name));
  return Number.isNaN(time.getTime()) ? undefined : time;
}
