import type { Environment } from '../http/proxy.ts';

/** What runs the program: GitHub Actions, Azure Pipelines, GitLab CI/CD, or something without commands of its own. */
export type Host = 'github' | 'azure' | 'gitlab' | 'other';

/** The host that set these environment variables. */
export function hostOf({ GITHUB_ACTIONS, TF_BUILD, GITLAB_CI }: Environment): Host {
  if (GITHUB_ACTIONS === 'true') return 'github';
  if (TF_BUILD?.toLowerCase() === 'true') return 'azure';
  return GITLAB_CI === 'true' ? 'gitlab' : 'other';
}
