/** Licences that a package does not name as SPDX does, or at all, by package. */
export const NAMED_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  // Its package was published before the licence came to its repository, github.com/substack/node-buffers.
  ['buffers', 'MIT'],
  ['chainsaw', 'MIT'],
]);
