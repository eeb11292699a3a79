import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { textOf } from './repository.ts';

export interface ActionInput {
  readonly name: string;
  readonly required: boolean;
  readonly default: string;
}

/** What an `action.yml` says of its inputs and outputs, in its order. */
export interface ActionInterface {
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly string[];
}

/** `file`: that of the report action if not given. */
export function actionInterface(file = 'action.yml'): ActionInterface {
  const yaml: unknown = parse(textOf(file));
  if (!isRecord(yaml) || !isRecord(yaml.inputs) || !isRecord(yaml.outputs)) throw new Error(`${file} is no action`);
  const inputs = Object.entries(yaml.inputs).map(([name, input]) => {
    if (!isRecord(input)) throw new Error(`${file} says nothing of ${name}`);
    const standard = input.default ?? '';
    if (typeof standard !== 'string') throw new Error(`the default of ${name} is no text`);
    return { name, required: input.required === true, default: standard };
  });
  return { inputs, outputs: Object.keys(yaml.outputs) };
}
