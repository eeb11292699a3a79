import path from 'node:path';
import { addedCost } from '../added-cost.ts';
import { lineCount } from '../csv-digest.ts';
import { atMost, some } from '../floor.ts';
import { percent, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';

const MOST_CPU = 1.4;

/** Ten rules as people write them: most mailboxes keep them, some do not. */
export const POLICY = `rules:
  - id: no-external-replies
    title: Automatic replies that are on stay inside
    when: { AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] }, UserPurpose: { const: user } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
  - id: replies-end
    title: Automatic replies have an end
    severity: warning
    when: { UserPurpose: { const: user } }
    expect: { AutomaticReplyStatus: { not: { const: alwaysEnabled } } }
  - id: language-is-set
    title: The language is set
    expect: { Locale: { type: [string, 'null'], pattern: '^[a-z]{2,3}(-.*)?$' } }
  - id: time-zone-is-set
    title: The time zone is set
    expect: { TimeZone: { type: [string, 'null'], minLength: 1 } }
  - id: date-format
    title: Dates have a form
    expect: { DateFormat: { maxLength: 20 } }
  - id: time-format
    title: Times have a form
    expect: { TimeFormat: { maxLength: 20 } }
  - id: no-sundays
    title: Nobody works seven days
    when: { UserPurpose: { const: user } }
    expect: { WorkingDays: { maxItems: 6 } }
  - id: rooms-do-not-reply
    title: Rooms do not reply
    when: { UserPurpose: { const: room } }
    expect: { AutomaticReplyStatus: { const: disabled } }
  - id: shared-mailboxes-stay-inside
    title: Shared mailboxes reply to nobody outside
    when: { UserPurpose: { const: shared }, AutomaticReplyStatus: { not: { const: disabled } } }
    expect: { AutomaticReplyExternalAudience: { const: none } }
  - id: delegates
    title: Meeting messages reach the owner
    expect: { DelegateMeetingMessages: { type: [string, 'null'] } }
`;

/** The cost of ten rules in a run without throttling. */
export async function policy(premises: Premises, rounds: number, { policy: size }: Sizes): Promise<Section> {
  let findings = 0;
  const { share, table, memory } = await addedCost(premises, rounds, size, {
    names: ['Without a policy', 'Ten rules'],
    wanted: { policy: POLICY },
    look: async ({ csvFile }) => {
      findings = (await lineCount(path.join(path.dirname(csvFile), 'violations.csv'))) - 1;
    },
  });
  return {
    title: 'A policy of ten rules: no latency',
    notes: [
      `The same run without a policy and with one, which finds ${whole(findings)} times in ${whole(size.mailboxes)} mailboxes ` +
        'that a cell is not as a rule expects it, and writes as many rows of `violations.csv`. CPU time and peak memory ' +
        'are those of the whole process; loading what judges is in them.',
    ],
    table,
    floors: [atMost('CPU time, of that without', share, MOST_CPU, percent), memory, some('Findings', findings)],
  };
}
