import type { Json, JsonObject } from '../json.ts';
import type { RowView } from './known.ts';
import { powerShellValue, type CommandTemplate } from '../text/power-shell.ts';

/** How violating rows of a report are corrected: by remediation, and by the commands of PowerShell that the page shows. */
export interface Corrections {
  /** What remediation writes to: the name of a target in its table. Reports that show parts of one object name the same target. */
  readonly target: string;
  /** What can be set, by path. */
  readonly settings: SettingTypes;
  /** Whether a rule can take its row away: `set: remove`. */
  readonly removes?: true;
  /** What gives a column a value, where no setting of that name does. */
  readonly columns?: readonly { readonly column: string; readonly value: Json; readonly set: SettingValues }[];
  /**
   * The object of the service that a kept row shows, by its known cells and its identity. Undefined if a row shows settings, and not an
   * entry of the mailbox.
   */
  readonly keptEntry?: (row: RowView, identity: JsonObject) => JsonObject;
  /** By column, the settings that a kept cell says. By default the setting of the same name, or none. */
  readonly keptSettings?: Readonly<Record<string, (cell: Json) => SettingValues>>;
  /** The command that changes a mailbox to such settings. Undefined if none is certain to. */
  readonly command: (settings: SettingValues) => CommandTemplate | undefined;
  /** What the command does in addition, as a sentence. */
  readonly note?: string;
}

/** Of a cell that follows from other cells of the row, from other reports, or from the time. */
export const FOLLOWS = (): SettingValues => ({});

/** A command that gives a cell a value which no plan of remediation sets. */
export interface ManualCommand {
  readonly column: string;
  readonly value: Json;
  readonly command: CommandTemplate;
}

/**
 * The commands that allow and block the sign-in to the account of a mailbox, by a column that says whether it can sign in.
 *
 * @param allowed the value of the column if it can
 */
export function signInCommands(column: string, allowed: boolean): readonly ManualCommand[] {
  return [true, false].map((value) => ({
    column,
    value,
    command: ['Update-MgUser -UserId ', MAILBOX, ` -AccountEnabled:$${String(value === allowed)}`],
  }));
}

export interface SettingType {
  readonly accepts: (value: Json) => boolean;
  /** In words, to complete "Use ...". */
  readonly expected: string;
  /** The values to suggest for a misspelt value. */
  readonly choices?: readonly string[];
  /** The parameter of the cmdlet, and its values, where these are not the path and the value. */
  readonly parameter?: readonly [name: string, values: Readonly<Record<string, string>>];
  /** Whether only the command sets it, and no policy. */
  readonly isManual?: boolean;
}

/** The settings that can be written, by their path. */
export type SettingTypes = Readonly<Record<string, SettingType>>;
/** By the path of the setting. */
export type SettingValues = Readonly<Record<string, Json>>;

/** The address of the mailbox in a command. */
export const MAILBOX = { cell: 'MailboxName' };

/** The command that sets parameters of a cmdlet. */
export function cmdletCommand(cmdlet: string): Corrections['command'] {
  return (settings) => {
    const values = Object.entries(settings).map(([name, value]) => [name, powerShellValue(value)] as const);
    if (values.length === 0 || values.some(([, value]) => value === undefined)) return undefined;
    const parameters = values.map(([name, value]) => ` -${name} ${value}`);
    return [`${cmdlet} -Identity `, MAILBOX, parameters.join('')];
  };
}

export const TRUE_OR_FALSE: SettingType = { accepts: (value) => typeof value === 'boolean', expected: 'true or false' };
/** A parameter that a person may set, and a policy may not. */
export const MANUAL_TRUTH: SettingType = { ...TRUE_OR_FALSE, isManual: true };

/** Texts of a form. */
export function matching(pattern: RegExp, description: string): SettingType {
  return { accepts: (value) => typeof value === 'string' && pattern.test(value), expected: description };
}

/** One of several texts. */
export function choiceOf(...choices: string[]): SettingType {
  return {
    accepts: (value) => typeof value === 'string' && choices.includes(value),
    expected: choices.map((choice) => `"${choice}"`).join(' or '),
    choices,
  };
}
