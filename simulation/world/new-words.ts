import type { Alteration } from '../../tenant/tenant.ts';

const SETTINGS = '^GET /users/[^/]+/mailboxSettings';

/** Words that a service may use one day and no document has, by name. Each answer about a mailbox has the word, or lacks the member. */
export const NEW_WORDS: Readonly<Record<string, Alteration>> = {
  'status of automatic replies': { request: SETTINGS, set: { status: 'whenPresent' } },
  'audience of automatic replies': { request: SETTINGS, set: { externalAudience: 'partners' } },
  'no time zone': { request: SETTINGS, without: ['timeZone', 'workingHours'] },
  'no automatic replies': { request: SETTINGS, without: ['status', 'externalAudience'] },
  'role of a calendar': {
    // Links to next pages have another form.
    request: '^GET /users[(/][^/]+/calendar/calendarPermissions',
    set: { role: 'coOwner' },
  },
};
