import type { Dispatcher } from 'undici';
import type { Annotate } from './output/annotations.ts';
import type { ArtifactClient } from './output/artifact-client.ts';
import type { PageAssets } from './output/page/assets.ts';
import type { StopSignals } from './runner/stop-signals.ts';

/** What a run needs of the runner: `@actions/core` satisfies it. */
export interface Core extends Annotate {
  setOutput(name: string, value: string | number): void;
  setSecret(secret: string): void;
}

/** Everything outside the action that it touches, handed in so that a test can stand in for the runner. */
export interface Dependencies extends StopSignals {
  readonly core: Core;
  readonly dispatcher: Dispatcher;
  /** Epoch ms that never step back. */
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly loadArtifactClient: () => Promise<ArtifactClient>;
  /** What the report page runs in the browser. */
  readonly loadPageAssets: () => Promise<PageAssets>;
}
