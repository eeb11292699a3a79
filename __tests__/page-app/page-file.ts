import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { PAGE_BUILD } from '../../scripts/bundles.ts';
import { bar, legendOf } from '../../src/outputs/page/panels.ts';
import { contentPolicy, type PageAssets } from '../../src/outputs/page/document.ts';
import { PLACE_COLUMNS } from '../../src/outputs/page/page-rows.ts';
import type { PageCell, PageData, PageRow, PageRule, PageTable } from '../../src/outputs/page/data.ts';

/** A table of a test. */
export interface TestTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PageCell[])[];
  /** Positions of findings that are new. */
  readonly newRows?: readonly number[];
  readonly experimental?: boolean;
  /** Columns of the mailbox list. */
  readonly listed?: readonly string[];
  /** Columns whose cells follow, which only the view of a mailbox shows. */
  readonly viewColumns?: readonly string[];
  readonly inView?: PageTable['inView'];
  readonly group?: PageTable['group'];
  readonly views?: PageTable['views'];
  /** Positions of the views that a row has. */
  readonly marksOf?: (cells: readonly PageCell[]) => readonly number[];
  /** Whether a row is that of a mailbox without an item. */
  readonly hasNoItem?: (cells: readonly PageCell[]) => boolean;
}

/** What the views of mailboxes need in addition to the tables. */
export interface TestDetails {
  readonly rules?: readonly PageRule[];
  readonly source?: string;
  readonly remedies?: PageData['remedies'];
  /** Where the lists have the mailboxes. */
  readonly places?: TestTable['rows'];
}

type PageFormat = Pick<PageData, 'bom' | 'delimiter' | 'when'>;

const CHUNK_ROWS = 1_000;
const root = path.resolve(import.meta.dirname, '..', '..');

/** The page's program and style sheet as scripts/build.ts builds them. */
export async function buildAssets(): Promise<PageAssets> {
  const { outputFiles } = await build({ ...PAGE_BUILD, outdir: root, write: false });
  const textOf = (ending: string): string => outputFiles.find(({ path: file }) => file.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

/** Writes a page as src/outputs/page/ does, with every kind of content, and returns its URL. */
export async function writePage(
  file: string,
  { script, style }: PageAssets,
  tables: readonly TestTable[],
  { bom, delimiter, when, rules = [], source, remedies, places: placeRows = [] }: PageFormat & TestDetails,
): Promise<string> {
  const places = { columns: PLACE_COLUMNS, rows: placeRows };
  const data: PageData = {
    bom,
    delimiter,
    when,
    run: 'tenant contoso.com, 2026-11-25 12:00 UTC',
    history: 'npm run cli -- history --repository contoso/mailboxes',
    tables: tables.map(
      ({
        name,
        listed,
        inView,
        group,
        views = [],
        rows,
        hasNoItem,
        newRows = [],
        experimental = false,
        ...columns
      }) => ({
        name,
        inView,
        group,
        views,
        columns: columns.columns,
        viewColumns: columns.viewColumns,
        listed,
        file: `${name}.csv`,
        rows: rows.length,
        findings: name === 'violations',
        experimental,
        newRows,
        items: rows.filter((cells) => hasNoItem?.(cells) !== true).length,
        highlights: [],
        unit: name === 'violations' ? ['finding', 'findings'] : ['row', 'rows'],
      }),
    ),
    rules,
    places: { ...places, rows: placeRows.length },
    source,
    remedies,
  };
  const rows = [...tables, places].map(
    (table, at) => `<script type="text/plain" id="rows-${at}">\n${chunks(table)}</script>`,
  );
  const csp = contentPolicy({ script, style });
  await writeFile(
    file,
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${csp}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Mailbox Report</title>
<style>${style}</style>
</head>
<body>
<a class="skip-link" href="#tables-title">Go to the rows</a>
<main>
${PAGE_HEAD}
<section id="tables" aria-labelledby="tables-title">
<h2 id="tables-title" tabindex="-1">Mailboxes</h2>
<p class="loading">Reading the rows…</p>
<noscript><p>The table needs JavaScript.</p></noscript>
</section>
</main>
<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
${rows.join('\n')}
<script>${script}</script>
</body>
</html>
`,
  );
  return pathToFileURL(file).href;
}

function chunks({ rows, marksOf = () => [], hasNoItem = () => false }: Omit<TestTable, 'name' | 'columns'>): string {
  let text = '';
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const lines = rows
      .slice(start, start + CHUNK_ROWS)
      .map((cells): PageRow => (hasNoItem(cells) ? [cells, marksOf(cells), 1] : [cells, marksOf(cells)]))
      .map((row) => JSON.stringify(row));
    text += `${deflateRawSync(lines.join('\n')).toString('base64')}\n`;
  }
  return text;
}

const BARS = ['failed', 'warned', 'known', 'exempt', 'inconclusive', 'passed'].map((kind) => ({ kind, count: 3 }));

const PAGE_HEAD = `<header class="head">
<h1>Mailbox Report</h1>
<p class="result result-violations">violations</p>
<p class="origin"><span><a href="https://example.com/">contoso/mailboxes</a></span> <span>tenant contoso.com</span></p>
<p class="message">2 of 3 rules do not hold.</p>
<div class="counts"><div class="group"><p id="group-result">Result</p><ul aria-labelledby="group-result"><li><p><strong>500</strong> <span>mailboxes</span></p></li><li class="tone-warn"><a href="#view=unreadable"><strong>2</strong> <span>unreadable</span></a></li><li><a href="#view=away"><strong>7</strong> <span>away now</span></a></li><li class="tone-bad"><a href="#view=fail"><strong>18</strong> <span>violations</span></a></li><li class="tone-good"><p><strong>0</strong> <span>exempt</span></p></li></ul></div></div>
<p class="hint">Look at the violations below.</p>
</header>
<section class="panel"><h2>Violations by rule <small>policy.yml</small></h2><div class="wide" tabindex="0" role="region" aria-label="Policy policy.yml"><table>
<thead><tr><th scope="col">Rule</th><th scope="col" class="bars">Result</th><th scope="col">Passed</th><th scope="col">Failed</th></tr></thead>
<tbody><tr class="verdict-fail"><th scope="row"><a href="#report=violations&amp;is.Rule=replies-stay-inside"><code>replies-stay-inside</code> Replies stay inside</a> <span class="note">warning</span></th><td class="bars">${bar({ segments: BARS, longest: 20 }).text}</td><td>480</td><td>18</td></tr>
<tr class="verdict-pass"><th scope="row"><code>berlin</code> Berlin</th><td></td><td>498</td><td>0</td></tr></tbody></table></div>${legendOf(BARS.map(({ kind }) => ({ kind, name: kind }))).text}</section>
<section class="panel"><h2>Most violations</h2><details class="more"><summary>The next 2 mailboxes</summary><p class="folded">folded@contoso.com</p></details></section>
<section class="panel warnings"><h2>Warnings</h2><ul><li>The certificate ends soon.</li></ul></section>`;
