import { textIn, type JsonObject } from '../json.ts';
import { readListing, type ListingOptions } from '../graph/graph-listing.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import {
  detailOf,
  known,
  reasonOf,
  unknownAs,
  unknownBecause,
  type Known,
  type UnknownValue,
} from '../reports/known.ts';
import { isDelegatedMail } from './permissions.ts';
import type { Principal } from './reach.ts';
import { unsaidBy } from './unsaid.ts';

/** For everyone in the tenant, or for one person alone. */
type ConsentType = 'AllPrincipals' | 'Principal';

/** The listing of consents to delegated permissions. https://learn.microsoft.com/graph/api/oauth2permissiongrant-list */
export function consentsPath(type: ConsentType): string {
  return `/v1.0/oauth2PermissionGrants?$filter=consentType%20eq%20'${type}'&$top=999`;
}

/** A consent to delegated permissions to mail. The IDs are object IDs in lower case. */
interface MailConsent {
  readonly clientId: string;
  readonly resourceId: string;
  readonly scopes: readonly string[];
}

/** What a consent opens; undefined if it is of the other type, or its permissions are not those to mail. */
export function mailConsentIn(grant: JsonObject, type: ConsentType): Known<MailConsent | undefined> {
  const unsaid = unsaidBy(grant, 'a consent', {
    clientId: 'value',
    consentType: 'value',
    resourceId: 'value',
    scope: 'blank',
  });
  if (unsaid !== undefined) return unsaid;
  const consentType = textIn(grant, 'consentType');
  if (!/^(?:AllPrincipals|Principal)$/i.test(consentType))
    return unknownBecause(undefined, `a consent of the type ${consentType} is not supported`);
  // Scopes may begin with a space.
  const scopes = textIn(grant, 'scope').split(/\s+/).filter(isDelegatedMail);
  if (consentType.toLowerCase() !== type.toLowerCase() || scopes.length === 0) return known(undefined);
  const [clientId, resourceId] = [textIn(grant, 'clientId'), textIn(grant, 'resourceId')];
  return known({ clientId: clientId.toLowerCase(), resourceId: resourceId.toLowerCase(), scopes });
}

/** Applications that somebody consented to, as far as they are known. */
export type ConsentedApplications = Known<readonly Principal[]>;

/** The applications that people consented to for themselves alone. */
export interface PersonalConsents {
  /** Those of the account with an object ID, in lower case; undefined if none of its consents is listed. */
  readonly of: (account: string) => ConsentedApplications | undefined;
  /** Those of every other account. */
  readonly ofOthers: ConsentedApplications;
}

/** What decides whether a consent opens mail, and for whom. */
interface ConsentContext {
  readonly clientOf: (id: string) => Principal;
  /** Whether the API with an object ID is one of mailboxes. */
  readonly opensMailboxes: (resourceId: string) => Known<boolean>;
}

type KeptConsent = Known<Pick<MailConsent, 'clientId' | 'resourceId'>>;

/** Reads what people consented to for themselves alone, and keeps the consents to mail. Rejects if the run is cancelled. */
export async function readPersonalConsents(
  options: ListingOptions,
): Promise<(context: ConsentContext) => PersonalConsents> {
  const kept = new KeptConsents();
  const failure = await readListing(consentsPath('Principal'), kept, options);
  const gap = failure === undefined ? kept.gap : unknownBecause(reasonOf(failure), failure.error);
  return (context) => ({
    of: (account) => {
      const own = kept.byAccount.get(account);
      return own && applicationsOf(own, gap, context);
    },
    ofOthers: gap ?? known([]),
  });
}

class KeptConsents implements ListingSink {
  /** By the object ID of the account, in lower case. */
  readonly byAccount = new Map<string, KeptConsent[]>();
  /** Why anybody may have given another consent. */
  gap: UnknownValue<never> | undefined;
  /** Many people consent to the same application. */
  readonly #distinct = new Map<string, KeptConsent>();

  restart(): void {
    this.byAccount.clear();
    this.gap = undefined;
  }

  add(grants: readonly JsonObject[]): void {
    for (const grant of grants) {
      const consent = mailConsentIn(grant, 'Principal');
      if (!consent.isKnown) this.#keep(grant, detailOf(consent), unknownAs(consent));
      else if (consent.value !== undefined) {
        const { clientId, resourceId } = consent.value;
        this.#keep(grant, `${clientId} ${resourceId}`, known({ clientId, resourceId }));
      }
    }
  }

  #keep(grant: JsonObject, key: string, consent: KeptConsent): void {
    const account = textIn(grant, 'principalId').toLowerCase();
    if (account === '') {
      this.gap ??= unknownBecause('not-in-the-answer', 'a consent has no principalId');
      return;
    }
    const kept = this.#distinct.get(key) ?? consent;
    this.#distinct.set(key, kept);
    const own = this.byAccount.get(account);
    if (own === undefined) this.byAccount.set(account, [kept]);
    else own.push(kept);
  }
}

function applicationsOf(
  consents: readonly KeptConsent[],
  gap: UnknownValue<never> | undefined,
  { clientOf, opensMailboxes }: ConsentContext,
): ConsentedApplications {
  const found = new Set<Principal>();
  let cause = gap;
  for (const consent of consents) {
    const opens = consent.isKnown ? opensMailboxes(consent.value.resourceId) : unknownAs(consent);
    if (!opens.isKnown) cause ??= unknownAs(opens);
    else if (opens.value && consent.isKnown) found.add(clientOf(consent.value.clientId));
  }
  return cause === undefined ? known([...found]) : { ...cause, shown: [...found] };
}
