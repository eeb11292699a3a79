const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Not the severity: a rule may be of the weightiest, and hold.
  Verdict: { pass: 'good', fail: 'bad', warn: 'warn', inconclusive: 'muted', exempt: 'muted' },
};

/** The class that colours a cell which says how things stand; undefined for all others. */
export function cellState(column: string, text: string): string | undefined {
  if (column === 'Status' && text !== '' && text !== 'ok') return 'state-warn';
  const states = Object.hasOwn(STATES, column) ? STATES[column] : undefined;
  const state = states && Object.hasOwn(states, text) ? states[text] : undefined;
  return state === undefined ? undefined : `state-${state}`;
}
