/** A look at the version of a store that also tells of each new one. When telling fails, so does the look, and the next tells again. */
export function noticingWrites(
  dataVersion: () => Promise<number>,
  onWrite: () => Promise<void>,
): () => Promise<number> {
  let told = Number.NaN;
  return async () => {
    const version = await dataVersion();
    if (version !== told) await onWrite();
    told = version;
    return version;
  };
}
