/** The value of the input `endpoints` that sends an action to a tenant. Without `exchangeUrl`, Exchange Online is the cloud's. */
export function endpointLines({
  authorityHost,
  graphUrl,
  exchangeUrl,
}: {
  readonly authorityHost: string;
  readonly graphUrl: string;
  readonly exchangeUrl?: string | undefined;
}): string {
  const lines = [`authority=${authorityHost}`, `graph=${graphUrl}`];
  return [...lines, ...(exchangeUrl === undefined ? [] : [`exchange=${exchangeUrl}`])].join('\n');
}
