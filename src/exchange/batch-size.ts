/** Commands in one request. Microsoft's module sends ten; the limit is not documented. */
export const BATCH_SIZE = 10;

/** Batches in flight: the service limits concurrent requests per tenant. */
export const MAX_BATCHES = 4;
