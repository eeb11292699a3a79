/** Whether the text of an exemption contains a wildcard. */
export function isPattern(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. A match takes at most as many steps as the lengths of pattern and address multiplied, since after a
 * mismatch only the last `*` takes one character more; as a regular expression, a pattern of many `*` would take for ever.
 */
export function wildcard(pattern: string): (address: string) => boolean {
  const wanted = pattern.toLowerCase();
  const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
  return (address) => {
    const text = address.toLowerCase();
    return text.endsWith(ending) && matches(text, wanted);
  };
}

function matches(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let afterStar = 0;
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === '*') {
      star = next;
      afterStar = at;
      next += 1;
    } else if (wanted === '?') {
      at += widthAt(text, at);
      next += 1;
    } else if (wanted === text[at]) {
      at += 1;
      next += 1;
    } else if (star === -1) {
      return false;
    } else {
      afterStar += 1;
      at = afterStar;
      next = star + 1;
    }
  }
  while (pattern[next] === '*') next += 1;
  return next === pattern.length;
}

/** A character outside the Basic Multilingual Plane has two code units, and `?` matches both. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
