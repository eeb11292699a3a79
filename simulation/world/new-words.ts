import type { Alteration } from '../../tenant/tenant.ts';

/** A word that a service may use one day for a member of its answers, which no document has. */
export interface NewWord extends Pick<Alteration, 'request' | 'set' | 'without'> {
  /** The member of the facts of a mailbox that answers have it in. */
  readonly of: 'settings' | 'calendarPermissions';
}

/** By name. Each answer about a mailbox has the word, or lacks the member. */
export const NEW_WORDS: Readonly<Record<string, NewWord>> = {
  'status of automatic replies': {
    of: 'settings',
    request: '^GET /users/[^/]+/mailboxSettings',
    set: { status: 'whenPresent' },
  },
  'audience of automatic replies': {
    of: 'settings',
    request: '^GET /users/[^/]+/mailboxSettings(?:)',
    set: { externalAudience: 'partners' },
  },
  'no time zone': {
    of: 'settings',
    request: '^GET /users/[^/]+/mailboxSettings(?:|)',
    without: ['timeZone', 'workingHours'],
  },
  'no automatic replies': {
    of: 'settings',
    request: '^GET /users/[^/]+/mailboxSettings(?:||)',
    without: ['status', 'externalAudience'],
  },
  'role of a calendar': {
    of: 'calendarPermissions',
    request: '^GET /users/[^/]+/calendar/calendarPermissions',
    set: { role: 'coOwner' },
  },
};
