/** What is built, each from its entry into a folder of the repository. */
export const BUNDLES = [
  { source: 'src/index.ts', folder: 'dist' },
  { source: 'src/validate/index.ts', folder: 'validate/dist' },
  { source: 'src/cli/main.ts', folder: 'cli' },
] as const;

/** The one of them that writes the report page, whose program for the browser is built beside it. */
export const PAGE_WRITER = 'src/index.ts';
