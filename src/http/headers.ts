/** The first value of a header. undici returns a list if the header was sent more than once. */
export function firstValue(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
