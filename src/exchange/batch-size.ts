/** Commands in one request. Microsoft's module sends ten; the limit is not documented. */
export const BATCH_SIZE = 10;
