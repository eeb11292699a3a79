import { format, resolveConfig } from 'prettier';

/** A generated text as prettier formats it in this repository. */
export async function formatted(text: string, parser: 'json' | 'markdown' | 'typescript' | 'yaml'): Promise<string> {
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser });
}
