/** Ctrl-C or an order to stop, for work that ends in its own way and says what was done. */
export type Interruption = {
  /** Resolves with the exit code once somebody asked to stop. */
  readonly asked: Promise<number>;
  /** The exit code, or `null` while nobody asked. */
  readonly code: () => number | null;
  /** Listens no more, unless somebody asked: then repeats count for nothing until the process is gone. */
  readonly forget: () => void;
};

/** 128 and the number of the signal, as shells have it. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Repeats count for nothing: Ctrl-C reaches a process from the terminal and once more from npm. */
export function listenForInterruption(): Interruption {
  const { promise: asked, resolve } = Promise.withResolvers<number>();
  let code: number | null = null;
  const listeners = Object.entries(CODES).map(([signal, exitCode]) => {
    const listener = (): void => {
      code ??= exitCode;
      resolve(code);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return {
    asked,
    code: () => code,
    forget() {
      if (code !== null) return;
      for (const { signal, listener } of listeners) process.off(signal, listener);
    },
  };
}
