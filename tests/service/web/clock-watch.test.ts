import { expect, it, onTestFinished } from "vitest";
import { watchClock } from "../../../src/service/web/clock-watch.ts";

const MINUTE = 60_000;

function clocks() {
  const at = { now: 1_000_000_000_000, upMs: 5_000 };
  const watch = watchClock({ now: () => at.now, upMs: () => at.upMs });
  onTestFinished(watch.stop);
  const pass = (ms: number, jumpMs = 0): void => {
    at.upMs += ms;
    at.now += ms + jumpMs;
  };
  return { at, jump: watch.jump, pass };
}

it("sees a clock that is set ahead or back", () => {
  const { at, jump, pass } = clocks();
  pass(MINUTE);
  expect(jump()).toBeNull();
  pass(1_000, 400 * MINUTE);
  expect(jump()).toEqual({ at: at.now, byMs: 400 * MINUTE });
  pass(1_000, -500 * MINUTE);
  expect(jump()).toMatchObject({ byMs: -500 * MINUTE });
});

it("is not misled by small steps, nor by sleep", () => {
  const { jump, pass } = clocks();
  for (let step = 0; step < 3; step += 1) {
    pass(600 * MINUTE, 900);
    expect(jump()).toBeNull();
  }
});

it("tells of it for an hour", () => {
  const { jump, pass } = clocks();
  pass(1_000, 10 * MINUTE);
  expect(jump()).not.toBeNull();
  pass(59 * MINUTE);
  expect(jump()).not.toBeNull();
  pass(2 * MINUTE);
  expect(jump()).toBeNull();
});
