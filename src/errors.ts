import { inspect } from 'node:util';
import { isRecord } from './json.ts';

/** A place in a file of the user's repository, as workflow annotations name it. Lines and columns count from 1. */
export interface SourcePlace {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The codes of errors and warnings, in the order of docs/troubleshooting.md, which explains each. */
export const ERROR_CODES = [
  // Inputs
  'INPUT_MISSING',
  'INPUT_INVALID',
  'REPORT_FILE',
  'REPORT_NAME_TAKEN',
  'EXPRESSION',
  'NOT_A_WORKFLOW',
  'UNEXPECTED',
  // The PFX
  'EMPTY',
  'NOT_BASE64',
  'IS_PEM',
  'NOT_PFX',
  'BAD_PASSWORD',
  'KEY_PASSWORD',
  'NO_PRIVATE_KEY',
  'NO_CERTIFICATE',
  'KEY_NOT_RSA',
  'KEY_TOO_SHORT',
  'KEY_DAMAGED',
  'CERTIFICATE_DAMAGED',
  'KEY_CERT_MISMATCH',
  'MANY_KEYS',
  'UNSUPPORTED',
  'EXPIRED',
  'NOT_YET_VALID',
  // Signing in
  'GRAPH_TOKEN_REJECTED',
  'GRAPH_DENIED',
  'EXCHANGE_DENIED',
  'OIDC_UNAVAILABLE',
  'OIDC_REFUSED',
  'OIDC_UNREACHABLE',
  'ASSERTION_UNUSABLE',
  'ACCESS_TOKEN_UNUSABLE',
  'TENANT_DIFFERS',
  'MANAGED_IDENTITY_UNAVAILABLE',
  'MANAGED_IDENTITY_REFUSED',
  'ENTRA_UNREACHABLE',
  'NOT_ENTRA',
  'PROXY_INVALID',
  'TLS_UNVERIFIED',
  // The mailbox list
  'LIST_NOT_FOUND',
  'LIST_OUTSIDE_WORKSPACE',
  'LIST_INCOMPLETE',
  'LIST_IS_DIRECTORY',
  'LIST_UNREADABLE',
  'LIST_GLOB_TOO_BROAD',
  'LIST_FORMAT',
  'LIST_TOO_LARGE',
  'LIST_ENCODING',
  'LIST_MALFORMED',
  'LIST_NO_COLUMN',
  'ADDRESS_MALFORMED',
  'ADDRESS_REPEATED',
  'LIST_EMPTY',
  // The policy
  'POLICY_FILE',
  'EXEMPTION_EXPIRED',
  'EXEMPTION_ENDS',
  'EXEMPTION_UNUSED',
  'RULE_UNUSED',
  'RULE_CHECKS_NOTHING',
  'VALUE_UNDOCUMENTED',
  'NAME_COMPARED',
  'TYPE_MISSING',
  'EXEMPTION_BROAD',
  'EXEMPTION_FAR',
  'BLANK_CELLS',
  'CATALOGUE_FILE',
  'BASELINE_FILE',
  'BASELINE_UNUSED',
  'REGISTER_FILE',
  // Comparing
  'COMPARE_UNAVAILABLE',
  // Reading
  'NAMES_CONCEALED',
  'GRAPH_LISTING',
  'EXCHANGE_LISTING',
  'INCOMPLETE',
  'UNLISTED',
  'VIOLATIONS',
  'CANCELLED',
  // Merging shards
  'SHARD_NOT_FOUND',
  'SHARD_UNUSABLE',
  // Remediation
  'WRITE_DENIED',
  'SET_CONFLICT',
  'SET_REFUSED',
  'PLAN_FILE',
  'PLAN_CHANGED',
  'PLAN_EXPIRED',
  'PLAN_TOO_LARGE',
  'REGISTER_INCOMPLETE',
  'CHANGES_FAILED',
  'UNDO_FILE',
  // Files and artifact
  'OUTPUT_UNWRITABLE',
  'OUTPUTS_UNWRITABLE',
  'ARTIFACT_NAME_TAKEN',
  'ARTIFACT_FAILED',
  'ARTIFACT_UNAVAILABLE',
  'ARTIFACT_GHES',
  // At the terminal
  'PERSON_NOT_FOUND',
  'NAME_INVALID',
  'DATES_INVALID',
  'NO_TERMINAL',
  'CONFIG_FILE',
  'OUTPUT_FOLDER',
  'FILE_EXISTS',
  'FILE_UNWRITABLE',
  'PFX_UNREADABLE',
  'SMTP_UNREACHABLE',
  'SMTP_TLS',
  'SMTP_CERTIFICATE',
  'SMTP_REFUSED',
  'REPORT_UNREADABLE',
  'SETUP_SIGN_IN',
  'SETUP_DENIED',
  'SETUP_REFUSED',
  'SETUP_FAILED',
  'SETUP_GITHUB',
  'SETUP_RECORD',
  'SUBJECT_UNKNOWN',
] as const;

/** `AADSTS` and a number: the code that Entra ID returned. `ENTRA_`: its OAuth error, if it returned no number. */
export type ErrorCode = (typeof ERROR_CODES)[number] | `AADSTS${number}` | `ENTRA_${string}`;

/** A value, a file, a command or a link, which is shown by itself and unchanged. */
export interface CopyText {
  readonly label: string;
  readonly text: string;
  /** Whether it is a page to open. */
  readonly isLink?: boolean;
  /** Whether the hint is about it, so that it comes before the hint. */
  readonly isFirst?: boolean;
}

export interface UserErrorOptions {
  /** What to change, and where: an input, a portal page, a command. */
  readonly hint: string;
  /** What people copy to follow the hint. */
  readonly copy?: readonly CopyText[] | undefined;
  readonly place?: SourcePlace | undefined;
  readonly cause?: unknown;
}

/**
 * A failure that users can fix. The message says what happened and the hint what to do. Both are printed without a stack
 * trace, and must contain no secret.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Stable. */
  readonly code: ErrorCode;
  readonly hint: string;
  readonly copy: readonly CopyText[];
  readonly place: SourcePlace | undefined;

  constructor(code: ErrorCode, message: string, options: UserErrorOptions) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.copy = options.copy ?? [];
    this.place = options.place;
  }
}

/** What was read from a file or an input of the user, with everything that is wrong with it. */
export interface Checked<T> {
  /** Undefined only if there are problems. */
  readonly value: T | undefined;
  /** Problems that fail a run, in the order of the file. */
  readonly problems: readonly UserError[];
  /** Probable mistakes. */
  readonly warnings?: readonly UserError[];
}

/** The value of a checked file. Throws its first problem with the place, and with the number of other problems of the file. */
export function requireValue<T>({ value, problems: [first, ...rest] }: Checked<T>): T {
  if (first !== undefined) throw firstOf(first, rest);
  if (value === undefined) throw new TypeError('a check gave neither a value nor a problem');
  return value;
}

function firstOf(first: UserError, rest: readonly UserError[]): UserError {
  const { message, hint, place: { file, line, column } = {} } = first;
  if (line === undefined || column === undefined) return first;
  const otherCount = rest.filter(({ place }) => place?.file === file).length;
  const follow =
    otherCount === 0 ? '' : ` (${otherCount} more ${otherCount === 1 ? 'problem follows' : 'problems follow'})`;
  return reworded(first, `${file}, line ${line}, column ${column}: ${message.replace(/\.$/, '')}${follow}.`, hint);
}

/** A UserError that was thrown, as a problem. Throws any other error. */
export function asProblem(thrown: unknown): UserError {
  if (thrown instanceof UserError) return thrown;
  throw thrown;
}

/** A check that turns a UserError that is thrown into its problem. */
export async function collectProblems<T>(check: () => Promise<Checked<T>>): Promise<Checked<T>> {
  try {
    return await check();
  } catch (error) {
    return { value: undefined, problems: [asProblem(error)] };
  }
}

/** The message of an error whose code is shown beside it. Messages of Entra ID start with their code. */
export function withoutCode({ code, message }: Pick<UserError, 'code' | 'message'>): string {
  return message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
}

/** The same error with another message and hint. */
export function reworded({ code, copy, place, cause }: UserError, message: string, hint: string): UserError {
  return new UserError(code, message, { hint, copy, place, cause });
}

/** The hint of an error, and what to copy, each on lines of its own: values before the hint that is about them, others below it. */
export function hintLines({ hint, copy = [] }: Pick<UserError, 'hint'> & Partial<Pick<UserError, 'copy'>>): string {
  const [first, others] = copyInOrder(copy);
  return [
    ...first.map(({ label, text }) => `${label}: ${text}`),
    hint,
    ...others.map(({ label, text }) => `${label}:\n${text}`),
  ].join('\n');
}

/** What to copy before a hint, and after it. */
export function copyInOrder(
  copy: readonly CopyText[],
): readonly [first: readonly CopyText[], others: readonly CopyText[]] {
  return [copy.filter(({ isFirst }) => isFirst === true), copy.filter(({ isFirst }) => isFirst !== true)];
}

/** The code of a system error such as `ENOENT`; '' for any other error. */
export function systemErrorCode(thrown: unknown): string {
  return isRecord(thrown) && typeof thrown.code === 'string' ? thrown.code : '';
}

/** The message of anything that was thrown, followed by the messages of its causes: `a: b: c`. */
export function describeError(thrown: unknown): string {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  for (let error = thrown; error !== undefined && error !== null && !seen.has(error);) {
    seen.add(error);
    if (error instanceof AggregateError && error.message === '') {
      parts.push(error.errors.map(describeError).join(', '));
      break;
    }
    const text = messageOf(error);
    if (!parts.includes(text)) parts.push(text);
    error = isRecord(error) ? error.cause : undefined;
  }
  return parts.join(': ');
}

/** By its shape: an error of another realm, as Node's own are inside a test's, is no instance of this one's `Error`. */
function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (!isRecord(thrown) || typeof thrown.message !== 'string') return inspect(thrown, { depth: 1 });
  return thrown.message || String(thrown.name);
}
