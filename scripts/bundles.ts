/** The folder that is committed ready to run. */
export const DIST = 'dist';

/** The bundle of all actions: its source, and its file in `dist`. */
export const BUNDLE = { source: 'src/actions/index.ts', file: 'actions.js' } as const;

/** The programs that runners start, which `main` of each `action.yml` names, and the export of the bundle that each calls. */
export const PROGRAMS = [
  { file: 'index.js', action: 'report' },
  { file: 'remediate/index.js', action: 'remediate' },
  { file: 'validate/index.js', action: 'validate' },
  { file: 'merge/index.js', action: 'merge' },
] as const;
