import { domainToASCII } from 'node:url';
import { UserError } from '../errors.ts';
import { isAddress } from './address.ts';
import type { MailboxList } from './mailbox.ts';
import { shownText } from '../text/display.ts';

/** Letters, digits and hyphens of any script, as in the addresses of mailboxes. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;

/**
 * Local parts behind which somebody else stands than the domain tells: an address of another kind as Exchange encapsulates
 * it (`IMCEASMTP-eve+40evil+2Ecom@contoso.com`), the user principal name of a guest, and an X.500 address whose last name
 * holds an `@`.
 */
const SOMEWHERE_ELSE = /^(?:imcea|\/[a-z]+=)|#ext#$/i;

/** The domains that count as inside, each with all of its subdomains. */
export class InternalDomains {
  readonly #given: Iterable<string>;
  #known: ReadonlySet<string> | undefined;

  /** Takes domains as `asciiDomain` writes them, when they are first asked for. */
  constructor(domains: Iterable<string>) {
    this.#given = domains;
  }

  get #domains(): ReadonlySet<string> {
    this.#known ??= new Set(this.#given);
    return this.#known;
  }

  /** Whether a domain is one of these or below one. Without case, trailing dot, or difference between `ü` and `xn--`. */
  has(domain: string): boolean {
    const ascii = asciiDomain(domain);
    if (ascii === undefined) return false;
    if (this.#domains.has(ascii)) return true;
    const labels = ascii.split('.');
    // A domain of one label has nothing below it: a list with `root@com` must not bring half the world inside.
    return labels.some((_, at) => at > 0 && at < labels.length - 1 && this.#domains.has(labels.slice(at).join('.')));
  }

  /**
   * Whether an SMTP address leads to an inside mailbox. What is not plainly such an address, and nothing else beside it,
   * is not: nobody shall hide behind `eve@evil.com <ceo@contoso.com>`.
   */
  holds(address: string): boolean {
    const [, local, domain] = /^(.*)@([^@]*?)\.?$/s.exec(address.trim()) ?? [];
    if (local === undefined || domain === undefined) return false;
    return isAddress(`${local}@${domain}`) && !SOMEWHERE_ELSE.test(local) && this.has(domain);
  }
}

/**
 * The domains of the input's lines. `contoso.com`, `@contoso.com` and `*.contoso.com` mean the same, since subdomains are
 * inside anyway; empty lines are passed over. Throws a UserError `INPUT_INVALID` for a line that is no domain.
 */
export function internalDomains(lines: Iterable<string>): InternalDomains {
  const domains: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    const domain = asciiDomain(text.replace(/^(?:@|(?:\*?\.))/, ''));
    if (domain?.includes('.') !== true) throw noDomain(text);
    domains.push(domain);
  }
  return new InternalDomains(domains);
}

/** The domains of a list's own mailboxes, looked for where a report asks: most do not. */
export function domainsOfList(list: MailboxList): InternalDomains {
  return new InternalDomains(domainsIn(list));
}

function* domainsIn(list: MailboxList): Generator<string> {
  const written = new Set<string>();
  for (let at = 0; at < list.length; at += 1) {
    const { address } = list.at(at);
    written.add(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  }
  for (const domain of written) {
    const ascii = asciiDomain(domain);
    if (ascii !== undefined) yield ascii;
  }
}

/** A domain in lower case and ASCII, without a trailing dot; undefined for what is none. https://www.rfc-editor.org/rfc/rfc5891 */
function asciiDomain(domain: string): string | undefined {
  const text = domain.replace(/\.$/, '');
  if (!DOMAIN.test(text)) return undefined;
  return domainToASCII(text) || undefined;
}

function noDomain(text: string): UserError {
  return new UserError('INPUT_INVALID', `The input "internal-domains" cannot be ${shownText(text)}.`, {
    hint: 'Write one domain a line, such as contoso.com; its subdomains count as inside too.',
  });
}
