import { asText, itemsOf, known, member, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, Json, JsonObject } from '../facts.ts';
import type { SeenReport } from '../run.ts';

const DAY = 86_400_000;
const SMTP = ['Authenticated SMTP', 'SMTP'];

/** The row of `protocol-use`. @param now epoch ms: the start of the run @param clientAccess undefined if it is not in the run */
export function protocolUseRow(
  address: string,
  { listings }: Facts,
  now: number,
  clientAccess: SeenReport | undefined,
): Row {
  const name = address.toLowerCase();
  const is = (value: Json | undefined): boolean => typeof value === 'string' && value.toLowerCase() === name;
  const usage = (listings.getEmailAppUsageUserDetail ?? []).find(({ userPrincipalName }) => is(userPrincipalName));
  const successes = (listings.signIns ?? []).filter(
    (signIn) => is(signIn.userPrincipalName) && member(signIn.status, 'errorCode') === 0 && isRecent(signIn, now),
  );
  const by = (...clients: readonly string[]): readonly JsonObject[] =>
    successes.filter(({ clientAppUsed }) => typeof clientAppUsed === 'string' && clients.includes(clientAppUsed));
  const smtp = by(...SMTP);
  const times = smtp.map(({ createdDateTime }) => asText(createdDateTime)).sort();
  const hasSignIn = by(...SMTP, 'IMAP4', 'POP3').length > 0;
  return {
    SmtpAuthSetting: clientAccess?.rows[0]?.SmtpAuth ?? UNKNOWN,
    SmtpAuthLastUsed: smtp.length === 0 ? UNKNOWN : known(times.at(-1) ?? null),
    SmtpAuthUses30d: smtp.length === 0 ? UNKNOWN : known(smtp.length),
    SmtpUsed: used(smtp, usage, 'smtpApp'),
    ImapUsed: used(by('IMAP4'), usage, 'imap4App'),
    PopUsed: used(by('POP3'), usage, 'pop3App'),
    Source: hasSignIn ? known('sign-ins') : usage === undefined ? UNKNOWN : known('app-usage'),
  };
}

/** Whole days, in UTC. */
function isRecent({ createdDateTime }: JsonObject, now: number): boolean {
  const first = Math.floor(now / DAY) * DAY - 30 * DAY;
  return typeof createdDateTime === 'string' && Date.parse(createdDateTime) >= first;
}

/** Only the usage report says that nobody did. */
function used(signIns: readonly JsonObject[], usage: JsonObject | undefined, app: string): Cell {
  if (signIns.length > 0) return known('yes');
  if (usage === undefined) return UNKNOWN;
  const versions = itemsOf(usage[app]);
  if (versions.length === 0) return known('no');
  return versions.every((version) => version === 'Undetermined') ? UNKNOWN : known('yes');
}
