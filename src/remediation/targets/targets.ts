import { calendarPermission } from './calendar-permission.ts';
import { inboxRule } from './inbox-rule.ts';
import { mailboxCmdlets } from './mailbox-cmdlet.ts';
import { mailboxSettings } from './mailbox-settings.ts';
import { right } from './right.ts';
import type { WriteTarget } from './target.ts';

const TABLE = [mailboxSettings, inboxRule, calendarPermission, right, ...mailboxCmdlets] as const;

type EntryOf<Target> = Target extends WriteTarget<infer E> ? E : never;
/** An entry of any target. It goes only to the target of its change. */
export type Entry = EntryOf<(typeof TABLE)[number]>;

/** Everything that remediation can write. */
export const TARGETS: readonly WriteTarget<Entry>[] = TABLE;

const BY_NAME = new Map(TARGETS.map((target) => [target.name, target]));

/** The target that `corrects.target` of a report, or a change, names. */
export function targetNamed(name: string): WriteTarget<Entry> {
  const target = BY_NAME.get(name);
  if (target === undefined) throw new Error(`no target ${name}`);
  return target;
}

/** Why rows are left as they are, by the codes of all targets. */
export const TARGET_PROBLEMS: Readonly<Record<string, string>> = Object.fromEntries(
  TARGETS.flatMap(({ problems = {} }) => Object.entries(problems)),
);
