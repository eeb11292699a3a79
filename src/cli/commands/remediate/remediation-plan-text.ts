import { planTables } from '../../../remediation/plan-summary.ts';
import type { StoredPlan } from '../../../remediation/plan-file.ts';
import { reportName } from '../../../remediation/source-run.ts';
import { duration, utcText } from '../../../text/numbers.ts';
import { aligned } from '../../section-text.ts';
import { terminalText, type Terminal } from '../../terminal.ts';

/** Bytes of a plan's tables. */
const MOST_SHOWN = 64 * 1024;

/** A plan for its approval at the terminal: its tenant, its age, its expiry, its digest, and the tables of the job summary. */
export function planText(plan: StoredPlan, { now, style }: Pick<Terminal, 'now' | 'style'>): string {
  const { tenant, cloud, created, expires } = plan;
  const age = created > now() - 1_000 ? 'just now' : `${duration(now() - created)} ago`;
  const facts = [
    ['Tenant', `${tenant} (${cloud})`],
    ...(plan.restores === undefined ? [] : [['Restores', reportName(plan.restores)]]),
    ['Made', `${utcText(created)}, ${age}`],
    ['Expires', utcText(expires)],
    ['Digest', plan.digest],
  ];
  return `${aligned(facts)}\n${plainTables(planTables({ plan, detail: 'full', room: MOST_SHOWN }), style)}`;
}

/** The Markdown of tables as text in columns. */
function plainTables(markdown: string, style: Terminal['style']): string {
  let text = '';
  let rows: string[][] = [];
  const endTable = (): void => {
    text += aligned(rows);
    rows = [];
  };
  for (const line of markdown.split('\n')) {
    if (/^\| (?:---:? \| |---:? \|)+/.test(line)) continue;
    if (line.startsWith('| ')) {
      rows.push(line.slice(2, -2).split(' | ').map(plain));
      continue;
    }
    endTable();
    const [, heading] = /^#+ (.*)$/.exec(line) ?? [];
    const [indent] = /^ */.exec(line) ?? [''];
    const shown = aligned([[plain(line)]]).trimStart() || '\n';
    text += heading === undefined ? indent + shown : `${style('bold', terminalText(plain(heading)))}\n`;
  }
  endTable();
  return text;
}

/** Text of a Markdown line without what escapes it. Still hostile. */
function plain(markdown: string): string {
  return markdown
    .replace(/(`+)(.*?)\1|&#(\d{2,3});|<\/?code>|\u2060/g, (_, _fence, code?: string, number?: string) =>
      number === undefined ? (code ?? '') : String.fromCodePoint(Number(number)),
    )
    .trim();
}
