/** Why a mailbox has no answer. */
export type UnreadStatus = 'not-found' | 'no-mailbox' | 'access-denied' | 'throttled' | 'failed' | 'cancelled';
