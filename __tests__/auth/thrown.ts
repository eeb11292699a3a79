import { UserError } from '../../src/errors.ts';

/** The UserError that a function throws; fails on any other outcome. */
export function userErrorOf(action: () => unknown): UserError {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
