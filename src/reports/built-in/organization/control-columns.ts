import type { Json, JsonObject } from '../../../json.ts';
import { known, NOT_KNOWN, shownOf, type Known } from '../../known.ts';
import { oneOf, TEXTS } from '../column-types.ts';
import { choice, itemsOf, nameOf, ofDefault, ofNamed, onOrOff, textsIn, type Cell } from './cells.ts';
import type { Column } from './columns.ts';
import { redirectRules, tagsSubjects } from './mail-flow-rules.ts';
import { forwardingNotOff, noticeGaps } from './outbound-mail.ts';

const ON_OFF = oneOf('on', 'off');
const OWA_DEFAULT = 'OwaMailboxPolicy-Default';

/** The name of a sharing policy that shares something of this kind with all domains, enabled or not. */
function sharedWithAll(kind: 'calendar' | 'contacts'): (policy: JsonObject) => Known<string[]> {
  return (policy) => {
    const [name, domains] = [nameOf(policy), textsIn(policy, 'Domains')];
    // Without what is shared, a domain says nothing.
    const isWhole = domains.isKnown && domains.value.every((text) => text.includes(':'));
    const isShared = shownOf(domains)?.some((text) => text.includes('*') && text.toLowerCase().includes(kind)) === true;
    if (isShared) return name === '' ? NOT_KNOWN : known([name]);
    return isWhole ? known([]) : NOT_KNOWN;
  };
}

function allDomains(kind: 'calendar' | 'contacts', noun: string): Column {
  return {
    type: TEXTS,
    cell: itemsOf('sharing', sharedWithAll(kind)),
    sentence: {
      '': `No sharing policy shares ${noun} with all domains`,
      '*': `These sharing policies share ${noun} with all domains: {COLUMN}`,
    },
    commands: [[[], "Set-SharingPolicy -Identity NAME -Domains @{Remove='*'}"]],
  };
}

function defaultOwa(
  policyOf: (read: (policy: JsonObject) => Known<Json>) => Cell,
  setting: string,
  what: string,
): Column {
  return {
    type: ON_OFF,
    cell: policyOf((policy) => onOrOff(policy, setting)),
    sentence: {
      on: `The default policy of Outlook on the web allows ${what}`,
      off: `The default policy of Outlook on the web does not allow ${what}`,
    },
    commands: [['off', `Set-OwaMailboxPolicy -Identity ${OWA_DEFAULT} -${setting} $false`]],
  };
}

const ofOwaDefault = (read: (policy: JsonObject) => Known<Json>): Cell => ofDefault('owa', read);
const ofOwaNamed = (read: (policy: JsonObject) => Known<Json>): Cell => ofNamed('owa', OWA_DEFAULT, read);

/** Off without Bookings, whatever the policy says. */
const sharedBookings: Cell = (objects, context) => {
  const isOn = choice('config', 'BookingsEnabled', true, false)(objects, context);
  const ofPolicy = ofOwaNamed((policy) => onOrOff(policy, 'BookingsMailboxCreationEnabled'))(objects, context);
  if ([isOn, ofPolicy].some((one) => one.isKnown && (one.value === false || one.value === 'off'))) return known('off');
  return isOn.isKnown ? ofPolicy : NOT_KNOWN;
};

/** Columns that answer exactly what a control asks, where others say more, or are about other policies: `controls` has the criteria. */
export const CONTROL_COLUMNS: Readonly<Record<string, Column>> = {
  RedirectRules: {
    type: TEXTS,
    cell: redirectRules,
    sentence: {
      '': 'No mail flow rule redirects mail outside',
      '*': 'Mail flow rules redirect mail outside: {COLUMN}',
    },
    commands: [[[], 'Remove-TransportRule -Identity NAME']],
  },
  AutoForwardingNotOff: {
    type: TEXTS,
    cell: forwardingNotOff,
    sentence: {
      '': 'Every outbound spam policy forbids automatic forwarding',
      '*': 'Not every outbound spam policy forbids automatic forwarding: {COLUMN}',
    },
    commands: [[[], 'Set-HostedOutboundSpamFilterPolicy -Identity NAME -AutoForwardingMode Off']],
  },
  OutboundNoticeGaps: {
    type: TEXTS,
    cell: noticeGaps,
    sentence: {
      '': 'Somebody gets copies and notices of outbound spam',
      '*': 'Nobody gets these copies and notices of outbound spam: {COLUMN}',
    },
    commands: [
      [
        [],
        'Set-HostedOutboundSpamFilterPolicy -Identity NAME -BccSuspiciousOutboundMail $true -BccSuspiciousOutboundAdditionalRecipients ADDRESS -NotifyOutboundSpam $true -NotifyOutboundSpamRecipients ADDRESS',
      ],
    ],
  },
  OutboundNoticeRecipients: {
    type: TEXTS,
    cell: ofDefault('outbound', (policy) => textsIn(policy, 'NotifyOutboundSpamRecipients')),
    sentence: {
      '': 'The default outbound spam policy names nobody who gets notices',
      '*': 'The default outbound spam policy names for notices: {COLUMN}',
    },
    commands: [
      [
        [],
        'Set-HostedOutboundSpamFilterPolicy -Identity Default -NotifyOutboundSpam $true -NotifyOutboundSpamRecipients ADDRESS',
      ],
    ],
  },
  SubjectTag: {
    type: ON_OFF,
    cell: tagsSubjects,
    sentence: {
      on: 'A mail flow rule in force tags the subject of mail from outside',
      off: 'No mail flow rule in force tags the subject of mail from outside',
    },
    commands: [['on', "New-TransportRule -Name NAME -FromScope NotInOrganization -PrependSubject '[EXTERNAL] '"]],
  },
  DefaultSharing: {
    type: ON_OFF,
    cell: ofNamed('sharing', 'Default Sharing Policy', (policy) => onOrOff(policy, 'Enabled')),
    sentence: { on: 'The default sharing policy is on', off: 'The default sharing policy is off' },
    commands: [['off', "Set-SharingPolicy -Identity 'Default Sharing Policy' -Enabled $false"]],
  },
  CalendarsForAllDomains: allDomains('calendar', 'calendars'),
  ContactsForAllDomains: allDomains('contacts', 'contacts'),
  DefaultOwaStorageProviders: defaultOwa(
    ofOwaNamed,
    'AdditionalStorageProvidersAvailable',
    'storage of other providers',
  ),
  DefaultOwaPersonalAccounts: defaultOwa(ofOwaDefault, 'PersonalAccountsEnabled', 'personal accounts'),
  DefaultOwaPersonalCalendars: defaultOwa(
    ofOwaDefault,
    'PersonalAccountCalendarsEnabled',
    'calendars of personal accounts',
  ),
  DefaultSharedBookings: {
    ...defaultOwa(ofOwaNamed, 'BookingsMailboxCreationEnabled', 'shared pages of Bookings'),
    cell: sharedBookings,
    sentence: {
      on: 'The default policy of Outlook on the web allows shared pages of Bookings',
      off: 'People cannot create shared pages of Bookings by default',
    },
  },
};
