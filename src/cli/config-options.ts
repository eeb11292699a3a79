import { inputVariable } from '../run/input-readers.ts';
import { memberOf } from '../run/read-inputs.ts';
import { asInputs } from './options.ts';

/**
 * The options of a command; those that are not given of the file of `--config`, else of mailbox-report.yml if the current folder
 * has one. With what the file sets of the inputs that decide whether the run fails. Rejects with the UserError `CONFIG_FILE`.
 *
 * @param names the inputs that the command has
 */
export async function withConfigFile<O extends { readonly config?: string }>(
  options: O,
  names: readonly string[],
): Promise<{ readonly options: O; readonly fileSettings: readonly string[] }> {
  // The reader of YAML loads slowly.
  const { configFileOf, fileSettings, readConfig } = await import('../run/config-file.ts');
  const file = configFileOf(options.config);
  if (file === undefined) return { options, fileSettings: [] };
  const values = await readConfig(file, process.cwd());
  const configured = names.flatMap((name): (readonly [string, string])[] => {
    const value = values[inputVariable(name)];
    return value === undefined ? [] : [[memberOf(name), value]];
  });
  return {
    options: { ...Object.fromEntries(configured), ...options },
    fileSettings: fileSettings(file, values, asInputs(options)),
  };
}

/** The options of a command, with what it has of mailbox-report.yml. Rejects with the UserError `CONFIG_FILE`. */
export async function configured<O extends { readonly config?: string }>(
  options: O,
  names: readonly string[],
): Promise<O> {
  return (await withConfigFile(options, names)).options;
}
