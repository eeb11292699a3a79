/** A table of GitHub's Markdown, its cells as they are written, `\|` read as `|`. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a text, in its order. */
export function tablesOf(markdown: string): Table[] {
  const tables: Table[] = [];
  let rows: string[][] = [];
  for (const line of [...withoutCodeBlocks(markdown).split('\n'), '']) {
    if (line.startsWith('|')) {
      rows.push(cellsOf(line));
      continue;
    }
    const [header, , ...body] = rows;
    if (header !== undefined) tables.push({ header, rows: body });
    rows = [];
  }
  return tables;
}

/** The one table whose first column has this heading. */
export function tableOf(markdown: string, heading: string): Table {
  const [table, ...others] = tablesOf(markdown).filter(({ header }) => header[0] === heading);
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables begin with "${heading}"`);
  return table;
}

/** The first table of a text below this heading. */
export function tableBelow(markdown: string, heading: string): Table {
  const at = `\n${markdown}`.indexOf(`\n${heading}\n`);
  const [table] = at < 0 ? [] : tablesOf(markdown.slice(at));
  if (table === undefined) throw new Error(`there is no table below "${heading}"`);
  return table;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** `name` without its backticks; undefined for a cell that is not code as a whole. */
export function codeIn(cell: string): string | undefined {
  return /^`([^`]+)`$/.exec(cell)?.[1];
}

/** The contents of the fenced blocks in a language, without the indentation of a list around them. */
export function codeBlocks(markdown: string, language: string): string[] {
  const blocks: string[] = [];
  for (const [, indent = '', name, body = ''] of markdown.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)) {
    if (name === language) blocks.push(body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
  }
  return blocks;
}

/** Every text that stands in single backticks. */
export function inlineCode(markdown: string): string[] {
  return [...withoutCodeBlocks(markdown).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Where links and pictures lead to. */
export function linkTargets(markdown: string): string[] {
  const prose = withoutCodeBlocks(markdown).replaceAll(/`[^`\n]+`/g, '');
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)/g)];
  const references = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  const pictures = [...prose.matchAll(/<img [^>]*\bsrc="([^"]+)"/g)];
  return [...inline, ...references, ...pictures].map(([, target = '']) => target);
}

/** What `#fragments` may name: GitHub makes them of the headings, numbering those that repeat. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutCodeBlocks(markdown).matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = text.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    let anchor = slug;
    for (let number = 1; anchors.has(anchor); number += 1) anchor = `${slug}-${number}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The words outside of fenced blocks: what white space separates, with a letter or a digit. */
export function wordsOf(markdown: string): string[] {
  return withoutCodeBlocks(markdown)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function withoutCodeBlocks(markdown: string): string {
  return markdown.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
}
