import { describeError, UserError } from '../errors.ts';

/** GitHub Enterprise Server has no service for this generation of artifacts. */
export function enterpriseServerError(server: string): UserError {
  return new UserError(
    'ARTIFACT_GHES',
    `${server} is a GitHub Enterprise Server, to which this action cannot upload.`,
    {
      hint: [
        'The report is written all the same. Set "artifact-name: \'\'" on this step, give it an id, and upload its folder in the next:',
        '- uses: actions/upload-artifact@v3',
        '  if: always()',
        '  with:',
        '    name: mailbox-report',
        '    path: ${{ steps.<id>.outputs.output-directory }}',
      ].join('\n'),
    },
  );
}

export function unavailableError(missing: string): UserError {
  return new UserError(
    'ARTIFACT_UNAVAILABLE',
    `${missing} is not set: this does not run as an action inside a workflow, so there is nowhere to upload to.`,
    { hint: 'Run it as a step with "uses:", or set "artifact-name" to an empty text; the report stays on disk.' },
  );
}

export function nameTakenError(name: string, cause: unknown): UserError {
  return new UserError('ARTIFACT_NAME_TAKEN', `This workflow run has an artifact named "${name}" already.`, {
    hint:
      'Where this action runs twice in one workflow, in two steps or in the jobs of a matrix, set "artifact-name" to ' +
      'another name for each.',
    cause,
  });
}

export function uploadError(name: string, place: string, cause: unknown): UserError {
  return new UserError('ARTIFACT_FAILED', `The artifact "${name}" could not be uploaded: ${describeError(cause)}`, {
    hint:
      `The report was written: ${place} on this runner. Run the workflow again; where it fails again, upload ` +
      '"output-directory" with a step of your own, and look at https://www.githubstatus.com.',
    cause,
  });
}
