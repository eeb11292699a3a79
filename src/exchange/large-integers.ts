/** A string or a number of a JSON text. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
/** Sixteen digits can be more than 2^53. */
const CANDIDATE = /[:,[]\s*-?\d{16}/;

/**
 * A JSON text with its whole numbers beyond 2^53 as strings, since `JSON.parse` would round them: the `RuleIdentity` of an
 * inbox rule, by which cmdlets find the rule, has up to 20 digits.
 */
export function withExactIntegers(json: string): string {
  if (!CANDIDATE.test(json)) return json;
  return json.replace(TOKEN, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}
