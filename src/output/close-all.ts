/** Closes files, all of them whatever becomes of one. Rejects as the first of them does that cannot be closed. */
export async function closeAll(files: readonly { close(): Promise<void> }[]): Promise<void> {
  const closings = await Promise.allSettled(files.map((file) => file.close()));
  const failed = closings.find((closing) => closing.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
