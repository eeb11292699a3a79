import type { ReportInputs } from '../run/inputs.ts';
import type { Log } from '../run/log.ts';
import type { Network, StepEnvironment } from '../run/runner.ts';
import { Exchange } from './exchange-source.ts';
import { Graph } from './graph-source.ts';
import type { SignedIn } from './sign-in.ts';

/** Graph and Exchange Online, as one run asks them. Each is made when it is first asked for, and sends nothing by that. */
export interface Services {
  readonly graph: Graph;
  /** Undefined if the run has no tokens for Exchange Online. */
  readonly exchange: Exchange | undefined;
}

/** A run that is signed in. */
export interface ServicesOptions {
  readonly inputs: ReportInputs;
  readonly signedIn: Pick<SignedIn, 'tokens' | 'exchangeTokens'>;
  /** `core` receives a line for each request to Graph that fails, if the step is debugged. */
  readonly runner: Network & { readonly core?: Log };
  readonly step?: Pick<StepEnvironment, 'isDebug'>;
}

/** The services of a run: all that ask one share its client and its rate limiter. */
export function servicesOf({ inputs, signedIn, runner, step }: ServicesOptions): Services {
  const { tokens, exchangeTokens } = signedIn;
  const debugLog = step?.isDebug === true ? runner.core : undefined;
  let graph: Graph | undefined;
  let exchange: Exchange | undefined;
  return {
    get graph() {
      graph ??= new Graph({ ...runner, inputs, tokens, debugLog });
      return graph;
    },
    get exchange() {
      exchange ??= exchangeTokens && new Exchange({ ...runner, inputs, tokens: exchangeTokens });
      return exchange;
    },
  };
}
