import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Derivation, Deriver } from '../reports/deriver.ts';
import { shownOf } from '../reports/known.ts';
import type { RowCells } from '../reports/rows.ts';
import { accessRows, grantsOf, type GrantSource } from './access-rows.ts';
import { Groups } from './groups.ts';
import { RunTrustees } from './trustees.ts';

/** Makes the rows of `access` of the grants in other reports. Groups are listed while the mailboxes are read. */
export const accessDeriver: Deriver = {
  begin:
    ({ graph, exchange, signal, notice }) =>
    ({ report, others, mailboxes, inside }) => {
      const groups = new Groups(graph.listing, graph.readEach);
      // Names come from the listing of a run that reads Exchange Online anyway.
      const names =
        exchange?.isSource === true
          ? { groups: exchange.groups, addressOf: (name: string) => exchange.directory().addressOf(name) }
          : undefined;
      const trustees = new RunTrustees({ mailboxes, groups, exchange: names, inside, signal, notice });
      return derivationOf(grantSources(report.from, others), trustees);
    },
};

function derivationOf(sources: readonly GrantSource[], trustees: RunTrustees): Derivation {
  let listed: Promise<void> | undefined;
  const list = (): Promise<void> => {
    listed ??= trustees.list();
    return listed;
  };
  return {
    start: () => {
      // Whoever awaits the results gets the rejection.
      list().catch(() => undefined);
    },
    resultsOf: async (answers: readonly MailboxAnswer<RowCells[]>[]) => {
      await list();
      const mailboxGrants = answers.map(({ results }) => grantsOf(sources, results));
      const names = new Set<string>();
      for (const { grants } of mailboxGrants) {
        for (const { trustee, isEveryone } of grants) {
          const label = shownOf(trustee);
          if (label !== undefined && !isEveryone) names.add(label);
        }
      }
      await trustees.expand(names);
      return mailboxGrants.map((grants) => accessRows(grants, trustees));
    },
  };
}

/** Not in the order of the reports, which must not decide on rows. */
function grantSources(from: readonly string[], reports: readonly ReportDefinition[]): readonly GrantSource[] {
  return from.flatMap((name) => {
    const index = reports.findIndex((report) => report.name === name);
    const definition = reports[index];
    return definition === undefined ? [] : [{ definition, index }];
  });
}
