import { builtInReports } from '../reports/built-in.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Feature } from '../run/feature.ts';
import { namesOf, piecesOf, type Content, type Piece } from '../run/section.ts';

const DOCS = 'https://github.com/mailbox-report/mailbox-report/blob/main/docs';

/** What the page of a run without a policy names to add next. Undefined with a policy. */
export function nextSteps(reports: readonly ReportDefinition[], hasPolicy: boolean): Feature | undefined {
  if (hasPolicy) return undefined;
  const title = 'What to add next';
  const more = reportsToAdd(reports);
  const items: readonly Content[] = [
    ...(more.length === 0 ? [] : [reportItem(more)]),
    [
      { strong: 'A policy' },
      ': rules that fail the run, and commands that correct what violates them. ',
      { link: 'Policies', url: `${DOCS}/policy.md` },
    ],
    [
      { strong: 'A schedule' },
      ': each run is then compared with the one before, and shows what is new. ',
      { link: 'The first month', url: `${DOCS}/first-month.md` },
    ],
  ];
  return {
    sections: () => [{ section: { title, short: 'Next', folded: title, blocks: [{ items }] }, page: 'next-steps' }],
  };
}

function reportItem(names: readonly string[]): Content {
  const codes: readonly Piece[] = piecesOf(namesOf(names, (code) => ({ code })));
  return [{ strong: 'More reports' }, ' with the permissions that this run has: ', ...codes, '.'];
}

/** Reports of Graph with something to look for, which need no other permission than those of the run. */
function reportsToAdd(reports: readonly ReportDefinition[]): readonly string[] {
  const permissions = new Set(reports.flatMap((report) => report.permissions));
  return [...builtInReports.values()]
    .filter(({ name, permissions: needed, highlights = [] }) => {
      const isNew = reports.every((report) => report.name !== name);
      return isNew && highlights.length > 0 && needed.length > 0 && needed.every((one) => permissions.has(one));
    })
    .map(({ name }) => name);
}
