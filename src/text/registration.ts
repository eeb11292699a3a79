/** The column of a report whose rows are rights, if the policy names a register. */
export const REGISTERED_COLUMN = 'Registered';

/** What the view of a mailbox shows of a right that a register is about. All are blank if it is about none. */
export const REGISTRATION_COLUMNS = [
  /** `yes`, `due`, `expired`, `no` or `unknown`. */
  'State',
  'Reason',
  'Owner',
  /** The last day. */
  'Until',
  /** Why it has that state, if that is not plain. */
  'Basis',
] as const;
export type RegistrationColumn = (typeof REGISTRATION_COLUMNS)[number];
