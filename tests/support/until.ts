import { setTimeout as sleep } from "node:timers/promises";

export type UntilOptions = {
  /** Default: 60 s, for machines that do much else. */
  readonly withinMs?: number;
  /** Default: 50 ms. */
  readonly everyMs?: number;
};

/**
 * Looks again and again until there is something to see, and gives it: what another process does is
 * waited for, never guessed. `null`, `undefined`, `false` and a rejection mean "not yet".
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  { withinMs = 60_000, everyMs = 50 }: UntilOptions = {},
): Promise<Exclude<T, null | undefined | false>> {
  const deadline = performance.now() + withinMs;
  for (let problem = "nothing was seen"; ; ) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) {
        return seen as Exclude<T, null | undefined | false>;
      }
    } catch (cause) {
      problem = String(cause);
    }
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${withinMs} ms (${problem})`);
    }
    await sleep(everyMs);
  }
}
