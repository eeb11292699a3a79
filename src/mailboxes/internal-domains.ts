import { domainToASCII } from 'node:url';
import { UserError } from '../errors.ts';
import { domainOf, isAddress } from './address.ts';
import type { Mailbox, MailboxList } from './mailbox.ts';
import { shownText } from '../text/display.ts';
import { theInput } from '../text/audience.ts';

/** Letters, digits and hyphens of any script, as in addresses. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;

/**
 * Local parts of addresses whose mailbox is elsewhere than their domain says: an address that Exchange encapsulates
 * (`IMCEASMTP-eve+40evil+2Ecom@contoso.com`), the user principal name of a guest, and an X.500 address that contains `@`.
 */
const MAILBOX_ELSEWHERE = /^(?:imcea|\/[a-z]+=)|#ext#$/i;

/** The domains that count as internal, each with all its subdomains unless they are excluded. */
export class InternalDomains {
  readonly #domains: ReadonlySet<string>;
  readonly #withoutSubdomains: ReadonlySet<string>;
  /** What `has` found before: a tenant has few domains, and many addresses in each. */
  readonly #found = new Map<string, boolean>();

  /**
   * @param domains in lower case and ASCII, without a trailing dot
   * @param withoutSubdomains domains that count as internal by themselves
   */
  constructor(domains: Iterable<string>, withoutSubdomains: Iterable<string> = []) {
    this.#domains = new Set(domains);
    this.#withoutSubdomains = new Set(withoutSubdomains);
  }

  /** Those that count with their subdomains. */
  get names(): readonly string[] {
    return [...this.#domains];
  }

  /** Whether a domain is internal, ignoring case, a trailing dot and the spelling of `ü` as `xn--`. */
  has(domain: string): boolean {
    const isInternal = this.#found.get(domain) ?? this.#find(domain);
    this.#found.set(domain, isInternal);
    return isInternal;
  }

  #find(domain: string): boolean {
    const ascii = asciiDomain(domain);
    if (ascii === undefined) return false;
    if (this.#domains.has(ascii) || this.#withoutSubdomains.has(ascii)) return true;
    const labels = ascii.split('.');
    // A top-level domain, as of `root@com`, has no internal subdomains.
    return labels.some(
      (_, index) => index > 0 && index < labels.length - 1 && this.#domains.has(labels.slice(index).join('.')),
    );
  }

  /**
   * Whether mail to an SMTP address reaches an internal mailbox. A text that is not just an address, such as
   * `eve@evil.com <ceo@contoso.com>`, is not internal.
   */
  hasAddress(address: string): boolean {
    const [, local, domain] = /^(.*)@([^@]*?)\.?$/s.exec(address.trim()) ?? [];
    if (local === undefined || domain === undefined) return false;
    return isAddress(`${local}@${domain}`) && !MAILBOX_ELSEWHERE.test(local) && this.has(domain);
  }
}

/**
 * The domains of the input `internal-domains`, taken as they are. `contoso.com`, `@contoso.com` and `*.contoso.com` are
 * the same, since subdomains are included; empty lines are ignored. Throws a UserError `INPUT_INVALID` for a line that is
 * not a domain.
 */
export function internalDomains(lines: Iterable<string>): InternalDomains {
  const domains: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    const domain = writtenDomain(text);
    if (domain === undefined) throw invalidDomain(text);
    domains.push(domain);
  }
  return new InternalDomains(domains);
}

/** A domain as people and Exchange write it: `contoso.com`, `@contoso.com` or `*.contoso.com`. */
function writtenDomain(text: string): string | undefined {
  const domain = asciiDomain(text.replace(/^(?:@|(?:\*?\.))/, ''));
  return domain?.includes('.') === true ? domain : undefined;
}

/** An accepted domain of Exchange Online. */
interface AcceptedDomain {
  readonly name: string;
  /** Whether Exchange also accepts mail for its subdomains. False if it is not known. */
  readonly hasSubdomains: boolean;
}

/**
 * The accepted domains of a tenant; undefined for none, and for one that is no domain.
 * https://learn.microsoft.com/powershell/module/exchange/set-accepteddomain#-matchsubdomains
 */
export function acceptedInternalDomains(accepted: readonly AcceptedDomain[]): InternalDomains | undefined {
  const whole: string[] = [];
  const single: string[] = [];
  for (const { name, hasSubdomains } of accepted) {
    const domain = writtenDomain(name);
    if (domain === undefined) return undefined;
    (hasSubdomains ? whole : single).push(domain);
  }
  return accepted.length === 0 ? undefined : new InternalDomains(whole, single);
}

/** The domains of a list in lower case and ASCII, each with its first mailboxes, at most `maxMailboxes`. */
export function domainsOfList(list: MailboxList, maxMailboxes: number): Map<string, Mailbox[]> {
  const domains = new Map<string, Mailbox[]>();
  for (const mailbox of list.mailboxes) {
    const domainText = domainOf(mailbox.address);
    const domain = domainText === undefined ? undefined : asciiDomain(domainText);
    if (domain === undefined) continue;
    const mailboxes = domains.get(domain);
    if (mailboxes === undefined) domains.set(domain, [mailbox]);
    else if (mailboxes.length < maxMailboxes) mailboxes.push(mailbox);
  }
  return domains;
}

/** A domain in lower case and ASCII, without a trailing dot; undefined for a text that is not a domain. https://www.rfc-editor.org/rfc/rfc5891 */
function asciiDomain(domain: string): string | undefined {
  const text = domain.replace(/\.$/, '');
  if (!DOMAIN.test(text)) return undefined;
  return domainToASCII(text) || undefined;
}

function invalidDomain(text: string): UserError {
  return new UserError('INPUT_INVALID', `${theInput('internal-domains')} cannot be ${shownText(text)}.`, {
    hint: 'Write one domain a line, such as contoso.com. Its subdomains are included.',
  });
}
