import ts from 'typescript';
import { explanations } from '../../src/auth/entra-explanations.ts';
import { filesLike, textOf } from './repository.ts';

const MAKERS = ['UserError', 'pfxError'];
/** Codes that were chosen before: the literal stands at that choice, or among the names of a type. */
const PASSED_ON = ['code', 'outcome.code'];
const CODE = /^[A-Z][A-Z0-9_]+$/;

/** Every code that an error of the actions or of the terminal program can have, as the sources name them, sorted. */
export async function errorCodes(): Promise<string[]> {
  const codes = new Set(Object.keys(explanations).map((number) => `AADSTS${number}`));
  for (const file of await sources()) {
    for (const code of codesIn(textOf(file), file)) codes.add(code);
  }
  return [...codes].sort();
}

/** The codes in a source. Throws where an error is made whose code cannot be told. */
export function codesIn(source: string, file: string): string[] {
  const codes: string[] = [];
  const visit = (node: ts.Node): void => {
    const place = placeOfCode(node);
    if (place !== undefined) {
      const found = literalsIn(place).filter((literal) => CODE.test(literal));
      if (isErrorMade(node) && found.length === 0 && !PASSED_ON.includes(place.getText())) {
        throw new Error(`${file} makes an error whose code this test cannot tell: ${place.getText()}`);
      }
      codes.push(...found);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return codes;
}

/** What says the code: the first argument of an error, a member `code`, or the type whose values are codes. */
function placeOfCode(node: ts.Node): ts.Node | undefined {
  if (isErrorMade(node)) return node.arguments?.[0];
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') return node.initializer;
  if (ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('ErrorCode')) return node.type;
  return undefined;
}

function isErrorMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && MAKERS.includes(node.expression.getText());
}

function literalsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  const literals: string[] = [];
  ts.forEachChild(node, (child) => {
    literals.push(...literalsIn(child));
  });
  return literals;
}

/** What users run: all but the embedded tenant. */
async function sources(): Promise<string[]> {
  const files = await filesLike('src/**/*.ts');
  return files.filter((file) => !file.startsWith('tenant/'));
}

const GRAPH_CODE = /^[A-Z][A-Za-z]+$/;

/** The codes and HTTP statuses of Graph that a source tells apart, sorted. */
export function graphAnswersIn(source: string): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && GRAPH_CODE.test(node.text)) found.add(node.text);
    if (ts.isNumericLiteral(node) && /^[45]\d\d$/.test(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('errors.ts', source, ts.ScriptTarget.Latest, true));
  return [...found].sort();
}

/** An error that the embedded tenant gives in Graph's name: its code, and the HTTP status where it stands beside it. */
export interface GivenError {
  readonly code: string;
  readonly http: string | undefined;
}

/** The errors that a source of the embedded tenant gives, by `graphError(status, code, …)` or as `{ status, code }`. */
export function graphErrorsGivenBy(source: string): GivenError[] {
  const given: GivenError[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'graphError') {
      const [status, code] = node.arguments;
      given.push(...givenError(status, code));
    }
    if (ts.isObjectLiteralExpression(node)) {
      const member = (name: string) =>
        node.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name);
      const [status, code] = [member('status'), member('code')];
      if (status !== undefined && code !== undefined) given.push(...givenError(status.initializer, code.initializer));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('tenant.ts', source, ts.ScriptTarget.Latest, true));
  return given;
}

/** None where the code is handed on from elsewhere. */
function givenError(status: ts.Node | undefined, code: ts.Node | undefined): GivenError[] {
  if (code === undefined || !ts.isStringLiteral(code)) return [];
  return [{ code: code.text, http: status !== undefined && ts.isNumericLiteral(status) ? status.text : undefined }];
}
