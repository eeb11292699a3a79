/** The bytes are not the expected BER: truncated, damaged, or another kind of file. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One element of BER, the superset of DER that PKCS#12 allows (X.690). */
export interface Element {
  /** The identifier octet: class, constructed bit and number, such as 0x30 for a SEQUENCE. */
  readonly tag: number;
  /** The contents octets, without the end-of-contents marker of an indefinite length. */
  readonly content: Buffer;
  /** Offset of the first byte after the element in the buffer that was read. */
  readonly end: number;
}

export const INTEGER = 0x02;
export const OCTET_STRING = 0x04;
export const OBJECT_IDENTIFIER = 0x06;
export const SEQUENCE = 0x30;
/** `[0]`, constructed: the tag of explicit content in PKCS#7. */
export const EXPLICIT_0 = 0xa0;

const CONSTRUCTED = 0x20;
const MAX_DEPTH = 32;

/** Reads the element at an offset. Bytes after it are ignored. Throws DerError. */
export function readElement(bytes: Buffer, offset = 0, depth = 0): Element {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError('a truncated element');
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag number of more than one byte');
  if (depth > MAX_DEPTH) throw new DerError('elements that are nested too deeply');
  const start = offset + 2;
  if (first === 0x80) return indefinite(bytes, tag, start, depth);
  if (first < 0x80) return definite(bytes, tag, start, first);
  const size = first & 0x7f;
  if (size > 4 || start + size > bytes.length) throw new DerError('an invalid length');
  return definite(bytes, tag, start + size, bytes.readUIntBE(start, size));
}

function definite(bytes: Buffer, tag: number, start: number, length: number): Element {
  const end = start + length;
  if (end > bytes.length) throw new DerError('an element that is longer than its container');
  return { tag, content: bytes.subarray(start, end), end };
}

function indefinite(bytes: Buffer, tag: number, start: number, depth: number): Element {
  if ((tag & CONSTRUCTED) === 0) throw new DerError('an indefinite length on a primitive element');
  for (let offset = start; ; offset = readElement(bytes, offset, depth + 1).end) {
    if (bytes[offset] === 0 && bytes[offset + 1] === 0)
      return { tag, content: bytes.subarray(start, offset), end: offset + 2 };
  }
}

/** The elements inside a constructed element. Throws DerError, also if its tag is not `tag`. */
export function children(element: Element | undefined, tag = SEQUENCE): Element[] {
  const { content } = expectTag(element, tag);
  const elements: Element[] = [];
  for (let offset = 0; offset < content.length;) {
    const child = readElement(content, offset);
    elements.push(child);
    offset = child.end;
  }
  return elements;
}

/** The element inside an explicit `[0]`. Throws DerError. */
export function explicit(element: Element | undefined): Element {
  return readElement(expectTag(element, EXPLICIT_0).content);
}

/**
 * The bytes of an OCTET STRING, or of one with an implicit tag. BER allows a constructed form in several pieces, which
 * are joined. Throws DerError.
 */
export function octets(element: Element | undefined, tag = OCTET_STRING, depth = 0): Buffer {
  if (element?.tag === tag) return element.content;
  if (depth > MAX_DEPTH) throw new DerError('elements that are nested too deeply');
  return Buffer.concat(children(element, tag | CONSTRUCTED).map((piece) => octets(piece, OCTET_STRING, depth + 1)));
}

/** A non-negative integer; Infinity from 2^48 on. Throws DerError. */
export function integer(element: Element | undefined): number {
  const { content } = expectTag(element, INTEGER);
  if (content.length === 0 || (content[0] ?? 0) >= 0x80) throw new DerError('a negative number');
  const digits = content.toString('hex').replace(/^0+/, '');
  return digits.length > 12 ? Infinity : Number(`0x0${digits}`);
}

/** An object identifier in dotted form. Throws DerError. */
export function oid(element: Element | undefined): string {
  const { content } = expectTag(element, OBJECT_IDENTIFIER);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(head / 40));
  return [root, head - root * 40, ...rest].join('.');
}

function expectTag(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) {
    throw new DerError(`a tag ${element?.tag.toString(16) ?? '(none)'} instead of ${tag.toString(16)}`);
  }
  return element;
}
