/** The kind of recipient of an address. Only the first four have a mailbox that Graph can read. */
export type Kind = 'user' | 'shared' | 'room' | 'equipment' | 'on-premises' | 'inactive' | 'blocked' | 'missing';

/** How the people of an organisation behave: shares from 0 to 1, and texts. */
export interface Habits {
  /** Of addresses, per hundred. All others are users. */
  readonly kinds: readonly (readonly [Kind, number])[];
  /** Whether addresses, messages, inbox rules and the names of folders and categories require escaping and are all that is allowed. */
  readonly hasHostileTexts: boolean;
  /** Mailboxes without some of the settings, and values with a capital letter. */
  readonly oddSettings: number;
  readonly repliesOff: number;
  /** Up to which replies have no end, above `repliesOff`. The others are scheduled. */
  readonly repliesUnscheduled: number;
  readonly replyAudiences: readonly [string, ...string[]];
  /** Domains of other organisations. */
  readonly outside: readonly [string, ...string[]];
  /** Users with an inbox rule that sends mail outside, and with one that hides mail, without hostile texts. */
  readonly rulesOutside: number;
  /** Calendars with grants, and the grants among them to people outside. */
  readonly sharedCalendars: number;
  readonly calendarsOutside: number;
  /** Accounts of shared mailboxes and of rooms that may sign in. */
  readonly sharedSignIn: number;
  readonly roomSignIn: number;
  /** Mailboxes that forward as a whole. */
  readonly forwarding: number;
  /** Users' mailboxes that others open. */
  readonly openMailboxes: number;
  /** Grants to accounts that are gone. */
  readonly goneTrustees: number;
  /** Mailboxes that enable SMTP AUTH themselves. */
  readonly smtpAuth: number;
  readonly imap: number;
  readonly pop: number;
  /** Mailboxes that use SMTP AUTH, IMAP and POP with a password. */
  readonly protocolUse: readonly [number, number, number];
  readonly publishedCalendars: number;
  /** Mailboxes whose primary address is at the initial domain. */
  readonly initialAddresses: number;
  /** Mailboxes with one more address; 0.1 if not given. */
  readonly aliases?: number;
}

/** For tests: everything that a service may return, in shares that a few hundred mailboxes show. */
export const HOSTILE: Habits = {
  kinds: [
    ['shared', 4],
    ['room', 3],
    ['equipment', 1],
    ['on-premises', 2],
    ['inactive', 1],
    ['blocked', 1],
    ['missing', 2],
  ],
  hasHostileTexts: true,
  oddSettings: 0.05,
  repliesOff: 0.85,
  repliesUnscheduled: 0.91,
  replyAudiences: ['all', 'all', 'all', 'contactsOnly', 'none', 'none'],
  // Some resemble the own domain.
  outside: [
    'fabrikam.com',
    'adatum.com',
    'mail.example',
    'contoso.com.example',
    'evilcontoso.com',
    'contoso.co',
    'xn--contso-zxa.com',
  ],
  rulesOutside: 0,
  sharedCalendars: 0.5,
  calendarsOutside: 0.25,
  sharedSignIn: 0.25,
  roomSignIn: 0.2,
  forwarding: 0.07,
  openMailboxes: 0.06,
  goneTrustees: 0.08,
  smtpAuth: 0.08,
  imap: 0.3,
  pop: 0.2,
  protocolUse: [0.12, 0.06, 0.03],
  publishedCalendars: 0.1,
  initialAddresses: 0.03,
};

/** For the demo: a company that is looked after. */
export const FRIENDLY: Habits = {
  kinds: [
    ['shared', 5],
    ['room', 3],
    ['equipment', 1],
    ['on-premises', 0.4],
    ['inactive', 0.3],
    ['blocked', 0.3],
    ['missing', 0.6],
  ],
  hasHostileTexts: false,
  oddSettings: 0.005,
  repliesOff: 0.94,
  repliesUnscheduled: 0.945,
  replyAudiences: ['all', 'contactsOnly', 'none', 'none'],
  outside: ['fabrikam.com', 'adatum.com', 'northwindtraders.com', 'mail.example'],
  rulesOutside: 0.012,
  sharedCalendars: 0.2,
  calendarsOutside: 0.03,
  sharedSignIn: 0.12,
  roomSignIn: 0.05,
  forwarding: 0.012,
  openMailboxes: 0.03,
  goneTrustees: 0.02,
  smtpAuth: 0.01,
  imap: 0.02,
  pop: 0.01,
  protocolUse: [0.03, 0.02, 0.005],
  publishedCalendars: 0.01,
  initialAddresses: 0.005,
};
