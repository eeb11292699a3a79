import { FRIENDLY } from '../../tenant/habits.ts';
import type { TenantOptions } from '../../tenant/tenant.ts';

/** Forty mailboxes as most tenants have them: one is not open to applications, and some rules send mail outside. */
export const USUAL_TENANT = {
  mailboxes: 40,
  habits: {
    ...FRIENDLY,
    kinds: [
      ['shared', 10],
      ['blocked', 3],
    ],
    rulesOutside: 0.2,
    repliesOff: 0.6,
  },
} satisfies TenantOptions;
/** How many of its mailboxes no application can read. */
export const UNREADABLE = 1;
