const AGAIN_MS = 60_000;

/**
 * Tells of a problem that comes with every turn of a loop, such as a database that is away for hours: at once, when it is another
 * one than before, and else once a minute.
 */
export function sparing(
  tell: (cause: unknown) => void,
  now: () => number = Date.now,
): (cause: unknown) => void {
  let told = { message: "", at: Number.NEGATIVE_INFINITY };
  return (cause) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (message === told.message && now() - told.at < AGAIN_MS) return;
    told = { message, at: now() };
    tell(cause);
  };
}
