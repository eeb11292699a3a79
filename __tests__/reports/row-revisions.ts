/**
 * By report: the `revision` of its definition, and a digest of the rows that it makes of the fixtures. If the rows of a report change what
 * they mean, raise the revision of its definition and copy both from the failure of the test: stored rows of the former revision are
 * then no longer used. If only the fixtures changed, copy the digest.
 */
export const ROW_REVISIONS: Readonly<Record<string, { readonly revision: number; readonly rows: string }>> = {
  'mailbox-settings': { revision: 1, rows: '188b66b4f0180599' },
  'automatic-replies': { revision: 1, rows: '9784a873c372aade' },
  'inbox-rules': { revision: 1, rows: 'e4a8a0849cb26d43' },
  'calendar-permissions': { revision: 1, rows: '8ce7927cf92b517f' },
  folders: { revision: 1, rows: 'e81ff2652d4b7a84' },
  'mailbox-properties': { revision: 1, rows: '944f7eb3cf22539c' },
  'client-access': { revision: 1, rows: 'c1ed0f57717b41bd' },
  'mailbox-permissions': { revision: 1, rows: '0f56c60492d75939' },
  accounts: { revision: 1, rows: 'b568724dc7329c7e' },
  'mailbox-usage': { revision: 1, rows: '8ff87311822ce38a' },
  archives: { revision: 1, rows: 'f67f9c62bb796752' },
  'protocol-use': { revision: 2, rows: '44ff6fef7b7e42cd' },
  access: { revision: 3, rows: '48c318caf7a2b986' },
  applications: { revision: 2, rows: 'c85b3ca004df653b' },
  'deleted-mailboxes': { revision: 1, rows: '6e435ab79216a3bb' },
  addresses: { revision: 1, rows: '0afbbf823ab9a5d7' },
  organization: { revision: 1, rows: '5368bb06422841b9' },
  mailboxes: { revision: 2, rows: '087741f82a98a797' },
};
