/** Ctrl-C or SIGTERM, for work that ends in its own way and says what was done. */
export type Interruption = {
  /** Resolves with the exit code once somebody asked to stop. */
  readonly asked: Promise<number>;
  /** The exit code, or `null` while nobody asked. */
  readonly code: () => number | null;
  /** Stops listening, unless somebody asked to stop: then repeated signals are ignored until the process ends. */
  readonly forget: () => void;
};

/** 128 and the number of the signal, as shells have it. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Ignores repeated signals: Ctrl-C reaches a process from the terminal and once more from npm. */
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
