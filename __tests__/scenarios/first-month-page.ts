import { marked, type Token, type Tokens } from 'marked';
import { tableOf } from '../docs/markdown.ts';
import { textOf } from '../docs/repository.ts';

const FILE = 'docs/first-month.md';

/** A block of code, with the text of its step. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** The text of the step; blank outside of a step. */
  readonly about: string;
}

/** A numbered step, or a block of code outside of the steps. */
export interface Part {
  readonly isStep: boolean;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The parts below a heading. */
export interface Section {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** The page, section by section. */
export function firstMonth(): readonly Section[] {
  const sections: { title: string; parts: Part[] }[] = [];
  for (const token of marked.lexer(textOf(FILE))) {
    if (isHeading(token) && token.depth > 1) sections.push({ title: token.text, parts: [] });
    else sections.at(-1)?.parts.push(...partsOf(token));
  }
  return sections;
}

/** The number of steps of each section that the table of the page names, by its anchor. */
export function statedSteps(): Readonly<Record<string, number>> {
  const { rows } = tableOf(textOf(FILE), 'What');
  return Object.fromEntries(
    rows.map(([what = '', steps = '']) => [/\(#(.*)\)/.exec(what)?.[1] ?? what, Number(steps)]),
  );
}

function partsOf(token: Token): readonly Part[] {
  if (isCode(token)) return [{ isStep: false, text: '', blocks: [blockOf(token, '')] }];
  if (!isList(token)) return [];
  if (!token.ordered) throw new Error(`${FILE}: its lists are numbered: ${token.raw}`);
  return token.items.map((item) => ({
    isStep: true,
    text: item.text,
    blocks: item.tokens.filter(isCode).map((code) => blockOf(code, item.text)),
  }));
}

function blockOf({ lang = '', text }: Tokens.Code, about: string): Block {
  return { language: lang, code: text, about };
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function isCode(token: Token): token is Tokens.Code {
  return token.type === 'code';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}
