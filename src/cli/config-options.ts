import { configFileOf, readConfig } from '../run/config-file.ts';
import { inputVariable } from '../run/input-readers.ts';
import { memberOf } from '../run/read-inputs.ts';

/**
 * The options of a command; those that are not given of the file of `--config`, else of mailbox-report.yml if the current folder
 * has one. Rejects with the UserError `CONFIG_FILE`.
 *
 * @param names the inputs that the command has
 */
export async function withConfigFile<O extends { readonly config?: string }>(
  options: O,
  names: readonly string[],
): Promise<O> {
  const file = configFileOf(options.config);
  if (file === undefined) return options;
  const values = await readConfig(file, process.cwd());
  const configured = names.flatMap((name): (readonly [string, string])[] => {
    const value = values[inputVariable(name)];
    return value === undefined ? [] : [[memberOf(name), value]];
  });
  return { ...Object.fromEntries(configured), ...options };
}
