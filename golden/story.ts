import type { Recorder } from './recorder.ts';

/** Runs that follow one another, whose files are in a folder of its name. */
export interface Story {
  readonly name: string;
  /** What the runs are, by the name of their folder: `report action`, or a command of the terminal program such as `remediate plan`. */
  readonly runs: Readonly<Record<string, string>>;
  /** Codes of errors, warnings and notices that a run makes. */
  readonly codes?: readonly string[];
  readonly make: (recorder: Recorder) => Promise<void>;
}
