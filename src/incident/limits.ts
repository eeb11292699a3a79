/** How records of different logs were brought together. */
export const JOINED =
  'Records are joined by the account, the mailbox and the IP address, and not by session: two actions from one address may be of two people.';

/** What no question looks at. */
export const NOT_LOOKED_AT = [
  'mail flow before the 90 days of the message trace',
  'signatures',
  'sweep rules',
  'add-ins of Outlook',
  'risk detections of Entra ID P2',
  'rules that Exchange itself does not list',
];
