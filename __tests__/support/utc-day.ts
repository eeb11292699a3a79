/** The day in UTC, `2027-01-31`. Ask before and after what is tested: midnight may come in between. */
export function utcDay(): string {
  return new Date().toISOString().slice(0, 10);
}
