import { compile } from '@jmespath-community/jmespath';
import { graphEnums, graphTypes } from './graph-types.ts';

type Node = ReturnType<typeof compile>;

/** Said of values that no type of Graph describes. */
const ANY = 'any';

/** What the functions of a report take of Graph's types; others take anything. */
const TAKES: Readonly<Record<string, string>> = {
  utc: 'dateTimeTimeZone',
  time: 'TimeOfDay',
  plain_text: 'String',
  addresses: 'recipient[]',
  external: 'recipient[]',
};

/**
 * The type that an expression has where it is evaluated on a value of a type of Graph; throws where it reads a property
 * that does not exist, or takes a value for what it is not.
 */
export function typeOfExpression(text: string, context: string, parents?: string): string {
  return typeOf(compile(text), { type: context, parents });
}

/** The type of what a path below `/users/{mailbox}/` asks for. */
export function typeOfPath(path: string): string {
  let type = 'user';
  for (const segment of path.split('/')) type = type.endsWith('[]') ? elementOf(type) : typeOfField(segment, { type });
  return type;
}

interface Context {
  readonly type: string;
  /** The type of the rows that one stands in, where it can stand in others. */
  readonly parents?: string | undefined;
}

function typeOf(node: Node, context: Context): string {
  const within = (child: Node, type = context.type): string => typeOf(child, { ...context, type });
  switch (node.type) {
    case 'Current':
    case 'Identity':
      return context.type;
    case 'Field':
      return typeOfField(node.name, context);
    case 'Subexpression':
    case 'Pipe':
    case 'IndexExpression':
      return within(node.right, within(node.left));
    case 'Projection':
      return `${within(node.right, elementOf(within(node.left)))}[]`;
    case 'FilterProjection': {
      const element = elementOf(within(node.left));
      within(node.condition, element);
      return `${within(node.right, element)}[]`;
    }
    case 'Flatten': {
      const elements = elementOf(within(node.child));
      return elements.endsWith('[]') || elements === ANY ? elements : `${elements}[]`;
    }
    case 'MultiSelectList':
      return `${common(node.children.map((child) => within(child)))}[]`;
    case 'AndExpression':
      within(node.left);
      return within(node.right);
    case 'OrExpression':
      return common([within(node.left), within(node.right)]);
    case 'NotExpression':
      within(node.child);
      return 'Boolean';
    case 'Ternary':
      within(node.condition);
      return common([within(node.trueExpr), within(node.falseExpr)]);
    case 'Comparator':
      mustCompare(node.left, node.right, within);
      return 'Boolean';
    case 'Literal':
      return ANY;
    case 'Function':
      return typeOfCall(node.name, node.children, within);
    case 'Arithmetic':
    case 'Binding':
    case 'ExpressionReference':
    case 'Index':
    case 'LetExpression':
    case 'MultiSelectHash':
    case 'Root':
    case 'Slice':
    case 'Unary':
    case 'ValueProjection':
    case 'Variable':
      throw new Error(`no built-in report has needed ${node.type} so far, so this test does not know it`);
  }
}

function typeOfCall(name: string, given: readonly Node[], within: (child: Node, type?: string) => string): string {
  const [first, second] = given;
  if (name === 'map' && first?.type === 'ExpressionReference' && second !== undefined) {
    return `${within(first.child, elementOf(within(second)))}[]`;
  }
  const types = given.map((child) => within(child));
  const takes = TAKES[name];
  if (takes !== undefined) mustBe(types[0], takes, name);
  if (name === 'same') mustCompare(first, second, within);
  return ANY;
}

/** A word that is compared with an enumeration is a member of it, a number is compared with a number. */
function mustCompare(left: Node | undefined, right: Node | undefined, within: (child: Node) => string): void {
  if (left === undefined || right?.type !== 'Literal') throw new Error('a comparison with something but a literal');
  const type = within(left);
  const { value } = right;
  if (graphEnums[type]?.some((member) => member === value) === true) return;
  mustBe(type, typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Int32' : 'Boolean', 'a comparison');
}

function typeOfField(name: string, { type, parents }: Context): string {
  if (type === ANY) return ANY;
  if (name === '@odata.type') return 'String';
  // A bare `null` is a property that nothing has, so it comes to null.
  if (name === 'null') return ANY;
  if (name === 'parents' && parents !== undefined) return `${parents}[]`;
  // The documentation shows a value both as a word and as an object around it.
  if (name === 'value' && graphEnums[type] !== undefined) return type;
  const found = graphTypes[type]?.[name];
  if (found === undefined) throw new Error(`${type} has no property ${name}`);
  return found;
}

function elementOf(type: string): string {
  if (type === ANY || type === `${ANY}[]`) return ANY;
  if (!type.endsWith('[]')) throw new Error(`${type} is no collection`);
  return type.slice(0, -2);
}

function common(types: readonly string[]): string {
  const [one, ...others] = new Set(types.filter((type) => type !== ANY));
  return one === undefined || others.length > 0 ? ANY : one;
}

function mustBe(type: string | undefined, expected: string, where: string): void {
  if (type !== expected && type !== ANY) throw new Error(`${where} takes ${expected}, and gets ${String(type)}`);
}
