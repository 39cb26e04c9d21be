import { expect, it, onTestFinished } from "vitest";
import { listenForInterruption } from "../../src/commands/interruption.ts";

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s asks to stop with exit code %i, however often it comes", async (signal, code) => {
  const interruption = listenForInterruption();
  onTestFinished(interruption.forget);
  expect(interruption.code()).toBeNull();
  process.emit(signal);
  process.emit("SIGINT");
  expect(await interruption.asked).toBe(code);
  expect(interruption.code()).toBe(code);
});

it("leaves signals as they were when it is over", () => {
  const before = process.listenerCount("SIGINT");
  const interruption = listenForInterruption();
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  interruption.forget();
  expect(process.listenerCount("SIGINT")).toBe(before);
});
