import type { TokenSource } from '../../auth/token.ts';
import type { ReadContext } from '../../run/context.ts';
import { openExchange } from '../../source/exchange.ts';
import { openGraph } from '../../source/graph.ts';
import type { Target } from '../change.ts';
import { exchangeService } from './exchange.ts';
import { graphService } from './graph.ts';
import type { Service } from './service.ts';

/**
 * Opens the services for changes. A cancelled run completes the change that is under way, so requests end at the deadline
 * of the run instead of its signal.
 *
 * @param exchangeTokens undefined if no target is in Exchange Online
 */
export function openService(
  context: ReadContext,
  { tokens, exchangeTokens }: { readonly tokens: TokenSource; readonly exchangeTokens: TokenSource | undefined },
): Service {
  const untilDeadline = { ...context, signal: context.deadline };
  const graph = graphService(untilDeadline, openGraph(untilDeadline, tokens));
  if (exchangeTokens === undefined) return graph;
  const { runner } = openExchange(untilDeadline, exchangeTokens);
  const exchange = exchangeService(runner, context.deadline);
  const serviceOf = (target: Target): Service => (target.exchange === undefined ? graph : exchange);
  return {
    read: (target, settings) => serviceOf(target).read(target, settings),
    write: (target, values) => serviceOf(target).write(target, values),
  };
}
