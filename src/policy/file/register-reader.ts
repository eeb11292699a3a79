import { isMap } from 'yaml';
import { anyText, record, text, type Field } from '../../files/fields.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { NamedRegister } from '../register/register-entry.ts';

const REGISTER = record({
  files: {
    is: anyText,
    required: true,
    description: 'The path of a CSV file, or a glob, relative to the folder of this file.',
    examples: ['grants.csv', 'registers/*.csv'],
  },
  'review-every': {
    is: text({
      pattern: /^[1-9]\d{0,3}d$/,
      hint: () => 'Write a number of days, from 1d to 9999d: 180d is half a year.',
    }),
    description: 'After how many days a right must be reviewed again. Default: there is no interval.',
    examples: ['180d', '365d'],
  },
});

/** The key `register` of a policy file: a path, or a mapping. */
export const NAMED_REGISTER: Field<NamedRegister> = {
  schema: { anyOf: [anyText.schema, REGISTER.schema] },
  read: (value) => {
    if (!isMap(value.node)) return namedBy(value, undefined);
    const keys = REGISTER.read(value);
    const files = keys?.valueOf('files');
    const interval = keys?.get('review-every');
    return files && namedBy(files, interval);
  },
};

function namedBy(path: YamlValue, interval: string | undefined): NamedRegister | undefined {
  const files = anyText.read(path)?.trim();
  const reviewEveryDays = interval === undefined ? undefined : Number.parseInt(interval, 10);
  return files === undefined ? undefined : { files, reviewEveryDays, place: path.problems.placeOf(path.offset) };
}
