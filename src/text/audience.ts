import { AsyncLocalStorage } from 'node:async_hooks';

const terminal = new AsyncLocalStorage<true>();

/**
 * Calls a function. Its messages, and those of what it awaits, are for a user at a terminal. All other messages are for the author of a
 * workflow. The storage saves a parameter in each of the many places that make messages.
 */
export function atTerminal<T>(action: () => T): T {
  return terminal.run(true, action);
}

/** The text for the reader of a message. Call it during a run: when a module is loaded, the reader is not known. */
export function forReader(texts: { readonly workflow: string; readonly terminal: string }): string {
  return terminal.getStore() === true ? texts.terminal : texts.workflow;
}

/** A secret is no option. */
const PASSWORD = { name: 'pfx-password', variable: 'MAILBOX_REPORT_PFX_PASSWORD' };

/** `"policy"`, and at a terminal `--policy`. */
export function inputName(name: string): string {
  return forReader({ workflow: `"${name}"`, terminal: name === PASSWORD.name ? PASSWORD.variable : `--${name}` });
}

/** The same at the start of a sentence: `The input "policy"`. */
export function theInput(name: string): string {
  const option = name === 'pfx' ? 'The file of --pfx' : `The option ${inputName(name)}`;
  return forReader({ workflow: `The input "${name}"`, terminal: option });
}

/** What the paths of files are relative to, and must be in. */
export function workspaceName(): string {
  return forReader({ workflow: 'the workspace', terminal: 'the current folder' });
}

/** How to name a file of the workspace in an input, as a sentence. */
export function pathHint(input: string): string {
  const path = `Set ${inputName(input)} to its path relative to`;
  return forReader({
    workflow: `${path} the root of the repository. In a workflow, commit the file, and run actions/checkout before this action.`,
    terminal: `${path} ${workspaceName()}.`,
  });
}

/** What to do with a file that is elsewhere, as a sentence. */
export function outsideHint(input: string): string {
  const paths = `${inputName(input)} takes paths relative to`;
  return forReader({
    workflow: `${paths} the root of the repository. Copy the file there.`,
    terminal: `${paths} ${workspaceName()}. Copy the file there, or run the command in the folder with the files.`,
  });
}
