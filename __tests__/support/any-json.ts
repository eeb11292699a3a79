import fc from 'fast-check';

/** Keys that JSON does not escape, even if `<` is escaped for a script element. */
const keys = fc.string().map((key) => key.replaceAll(/["\\<]/g, ''));

/**
 * Any value that JSON has. Keys need no escape: V8 reads an escaped key as `\` when an object before it had that key
 * (nodejs/node#63785), so a test that parses its own JSON would fail because of V8.
 */
export const anyJson = fc.anything({
  key: keys,
  values: [fc.boolean(), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.string(), fc.constant(null)],
});
