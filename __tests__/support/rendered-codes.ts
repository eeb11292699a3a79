import { marked } from 'marked';

/** The texts of the code elements and blocks in rendered Markdown. */
export function codesIn(markdown: string): string[] {
  const rendered = marked.parse(markdown, { gfm: true, async: false });
  return Array.from(rendered.matchAll(/<code>(.*?)<\/code>/gs), ([, html = '']) => decoded(html).replace(/\n$/, ''));
}

function decoded(html: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_, code: string | undefined, name = '') =>
    code === undefined ? (names[String(name)] ?? '') : String.fromCharCode(Number(code)),
  );
}
