import type { Json } from '../json.ts';

/** Whether an object, given the values of its properties, meets a filter. */
export type Filter = (value: (property: string) => Json | undefined) => boolean;

/** https://learn.microsoft.com/powershell/exchange/filter-properties, as far as the tenant simulates them; in lower case. */
const FILTERABLE = new Set([
  'activesyncenabled',
  'alias',
  'auditenabled',
  'delivertomailboxandforward',
  'displayname',
  'forwardingaddress',
  'forwardingsmtpaddress',
  'hiddenfromaddresslistsenabled',
  'imapenabled',
  'inplaceholds',
  'isdirsynced',
  'litigationholdenabled',
  'memberofgroup',
  'name',
  'owaenabled',
  'popenabled',
  'primarysmtpaddress',
  'recipienttypedetails',
]);

const TOKEN = /\s*(?:(\(|\))|(-[a-z]+)\b|'((?:[^']|'')*)'|"([^"]*)"|(\$?[a-z][a-z0-9]*))/iy;

type Token =
  | { readonly kind: 'sign' | 'operator' | 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** Parses an OPATH filter. Returns a text if the filter is invalid. */
export function parseFilter(text: string): Filter | string {
  const tokens = tokensIn(text);
  if (tokens === undefined) return `Invalid filter syntax: "${text}".`;
  const parser = new Parser(tokens);
  const filter = parser.either();
  if (typeof filter === 'string') return filter;
  return parser.isAtEnd ? filter : `Invalid filter syntax: "${text}".`;
}

function tokensIn(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; text.slice(at).trim() !== '';) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) return undefined;
    const [, sign, operator, single, double, word] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator.toLowerCase() });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toLowerCase() });
    else tokens.push({ kind: 'text', text: single?.replaceAll("''", "'") ?? double ?? '' });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): Filter | string {
    return this.#joined('-or', () => this.#joined('-and', () => this.#term(), every), some);
  }

  #joined(operator: string, part: () => Filter | string, join: (parts: readonly Filter[]) => Filter): Filter | string {
    const parts: Filter[] = [];
    do {
      const filter = part();
      if (typeof filter === 'string') return filter;
      parts.push(filter);
    } while (this.#take(operator));
    return join(parts);
  }

  #term(): Filter | string {
    if (this.#take('-not')) {
      const inner = this.#term();
      return typeof inner === 'string' ? inner : (value) => !inner(value);
    }
    if (this.#take('(')) {
      const inner = this.either();
      return this.#take(')') ? inner : 'Invalid filter syntax: a closing parenthesis is missing.';
    }
    const [property, operator, wanted] = this.#tokens.slice(this.#at, this.#at + 3);
    this.#at += 3;
    if (property?.kind !== 'word' || operator?.kind !== 'operator' || wanted === undefined) {
      return 'Invalid filter syntax: a comparison is expected.';
    }
    if (!FILTERABLE.has(property.text)) return `"${property.text}" is not a recognized filterable property.`;
    return comparison(property.text, operator.text, wanted);
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'text' || token.text !== text) return false;
    this.#at++;
    return true;
  }
}

function every(parts: readonly Filter[]): Filter {
  return (value) => parts.every((part) => part(value));
}

function some(parts: readonly Filter[]): Filter {
  return (value) => parts.some((part) => part(value));
}

function comparison(property: string, operator: string, { kind, text }: Token): Filter | string {
  const wanted = text.toLowerCase().replace(/^\$(?=true$|false$)/, '');
  const isNull = kind === 'word' && wanted === '$null';
  const values = (found: Json | undefined): string[] => {
    if (Array.isArray(found)) return found.flatMap(values);
    return typeof found === 'string' || typeof found === 'boolean' ? [String(found).toLowerCase()] : [];
  };
  const equals: Filter = (value) => {
    const found = values(value(property)).filter((one) => one !== '');
    return isNull ? found.length === 0 : found.includes(wanted);
  };
  switch (operator) {
    case '-eq':
      return equals;
    case '-ne':
      return (value) => !equals(value);
    case '-like': {
      const parts = wanted.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
      return (value) => values(value(property)).some((one) => pattern.test(one));
    }
    default:
      return `The operator '${operator}' is not simulated by the embedded tenant.`;
  }
}
