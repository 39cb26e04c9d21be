import { afterEach, expect, it } from "vitest";
import { listenForInterruption } from "../../src/commands/interruption.ts";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const before = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));

afterEach(() => {
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
    }
  }
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s asks to stop with exit code %i, however often it comes", async (signal, code) => {
  const interruption = listenForInterruption();
  expect(interruption.code()).toBeNull();
  process.emit(signal);
  process.emit("SIGINT");
  expect(await interruption.asked).toBe(code);
  expect(interruption.code()).toBe(code);
});

it("leaves signals as they were when it is over", () => {
  const listeners = process.listenerCount("SIGINT");
  const interruption = listenForInterruption();
  expect(process.listenerCount("SIGINT")).toBe(listeners + 1);
  interruption.forget();
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});

it("lets no repeat end the process by force while what was stopped is being closed", () => {
  const listeners = process.listenerCount("SIGINT");
  const interruption = listenForInterruption();
  process.emit("SIGINT");
  interruption.forget();
  expect(process.listenerCount("SIGINT")).toBe(listeners + 1);
});
