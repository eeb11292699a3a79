/** The entry of the bundle in `dist`: each action as a function that loads and runs it, so that actions share their chunks. */

export const report = (): Promise<unknown> => import('./index.ts');
export const remediate = (): Promise<unknown> => import('./remediation/index.ts');
export const validate = (): Promise<unknown> => import('./validate/index.ts');
export const merge = (): Promise<unknown> => import('./merge/index.ts');
