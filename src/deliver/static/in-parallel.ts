/** Works on a list with so many items under way at a time. Begins none after one has failed, and rejects with its cause. */
export async function inParallel<T>(
  list: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let isFailed = false;
  const worker = async (): Promise<void> => {
    for (let item = next++; item < list.length && !isFailed; item = next++) {
      try {
        await work(list[item] as T);
      } catch (cause) {
        isFailed = true;
        throw cause;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: most }, worker));
  const failed = workers.find((each) => each.status === "rejected");
  if (failed) throw failed.reason;
}
