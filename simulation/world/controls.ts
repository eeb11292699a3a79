import { stringify } from 'yaml';
import { isTable, REPORTS } from './columns.ts';
import type { Left } from './parts.ts';
import type { Streams } from './streams.ts';
import type { WorldExemption, WorldRule } from './world.ts';

/** A part of a control of a catalogue of one's own. */
export interface WorldPart {
  /** Left out of the only part. */
  readonly id?: string;
  readonly subject: 'mailboxes' | 'organization';
  readonly covered: 'whole' | 'effect' | 'no';
  readonly reason?: string;
}

export interface WorldControl {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly WorldPart[];
}

/** Of the workspace, as rules name it. */
export const CATALOGUE_FILE = 'policies/own.yml';

/** The controls of the catalogue that worlds have. */
export const CONTROLS: readonly WorldControl[] = [
  { id: '1', title: 'Mailboxes are as they should be', parts: [{ subject: 'mailboxes', covered: 'whole' }] },
  { id: '2', title: 'The tenant is as it should be', parts: [{ subject: 'organization', covered: 'whole' }] },
  {
    id: '3.1',
    title: 'Both are; "so"',
    parts: [
      { id: 'setting', subject: 'organization', covered: 'whole' },
      { id: 'mailboxes', subject: 'mailboxes', covered: 'whole' },
    ],
  },
  {
    id: '3.2',
    title: 'Mailboxes are, one way and the other',
    parts: [
      { id: 'one', subject: 'mailboxes', covered: 'whole' },
      { id: 'other', subject: 'mailboxes', covered: 'whole' },
    ],
  },
  {
    id: '4',
    title: 'The tenant is, as mailboxes show',
    parts: [{ subject: 'organization', covered: 'effect', reason: 'No report shows the setting.' }],
  },
  {
    id: '5',
    title: 'Mailboxes and the rest are',
    parts: [
      { id: 'mailboxes', subject: 'mailboxes', covered: 'whole' },
      { id: 'rest', subject: 'organization', covered: 'no', reason: 'DNS records are not read.' },
    ],
  },
  {
    id: 'six',
    title: 'Something else is',
    parts: [{ subject: 'mailboxes', covered: 'no', reason: 'No report reads messages.' }],
  },
];

/** The file of the catalogue. */
export const CATALOGUE_TEXT = stringify({
  title: 'Rules of Contoso for mail',
  source: 'https://intranet.contoso.com/mail',
  'as-of': '2026-05-01',
  checked: '2026-06-01',
  controls: CONTROLS,
});

const DAY = 86_400_000;

/** What rules can be about: parts that reports show. Each is written as rules name it. */
const PARTS = CONTROLS.flatMap(({ id: control, parts }) =>
  parts
    .filter(({ covered }) => covered !== 'no')
    .map(({ id, subject, covered }) => ({
      name: `${CATALOGUE_FILE}/${control}${id === undefined ? '' : `#${id}`}`,
      subject: covered === 'effect' ? 'mailboxes' : subject,
    })),
);

/** Rules of a policy, with the controls that they decide. @param name of the policy */
export function withControls(
  streams: Streams,
  left: Left,
  name: string,
  rules: readonly WorldRule[],
): readonly WorldRule[] {
  if (!streams.has(`${name} has controls`, 0.5)) return rules;
  return rules.map((rule) => {
    const draws = streams.of(`${name} ${rule.id} controls`);
    if (!draws.has(0.6) || !left.has(`${name} controls`, rule.id)) return rule;
    const subject = isTable(rule.report ?? 'mailbox-settings') ? 'organization' : 'mailboxes';
    // Some rules name a part that is about the other.
    const parts = draws.has(0.1) ? PARTS : PARTS.filter((part) => part.subject === subject);
    return { ...rule, controls: draws.some(parts, draws.between(1, 2)).map((part) => part.name) };
  });
}

/** Exemptions of all that violates a rule, of some that decide controls. @param name of the policy, @param start of the run */
export function exceptionsOf(
  streams: Streams,
  left: Left,
  name: string,
  rules: readonly WorldRule[],
  start: number,
): readonly WorldExemption[] {
  return rules.flatMap(({ id, report = 'mailbox-settings', controls = [] }): readonly WorldExemption[] => {
    const isExcepted = controls.length > 0 && streams.has(`${name} ${id} is excepted`, 0.3);
    if (!isExcepted || !left.has('exemptions', `${name} of all ${id}`)) return [];
    const expires = new Date(start + 30 * DAY).toISOString().slice(0, 10);
    const others = { reason: 'Until the move', owner: 'messaging@contoso.com', expires };
    if (REPORTS[report]?.rows === 'table') return [{ rule: id, ...others }];
    return [{ rule: id, ...(isTable(report) ? { items: ['*'] } : { mailboxes: ['*'] }), ...others }];
  });
}
