import { describe, expect, it, onTestFinished } from "vitest";
import { isCronExpression, startTicker } from "../../src/adapters/cron.ts";

describe("isCronExpression", () => {
  it.each([
    ["* * * * *", true],
    ["*/5 * * * * *", true],
    ["0 6 * * 1-5", true],
    ["every minute", false],
    ["61 * * * *", false],
    ["* * *", false],
    ["", false],
  ])("%o: %s", (expression, expected) => {
    expect(isCronExpression(expression)).toBe(expected);
  });
});

describe("startTicker", () => {
  const start = (expression: string, onTick: () => Promise<void> = async () => {}) => {
    const ticker = startTicker(expression, { onTick, onProblem: () => {} });
    onTestFinished(ticker.stop);
    return ticker;
  };

  it("calls on every tick", async () => {
    let ticks = 0;
    await new Promise<void>((resolve) => {
      start("* * * * * *", async () => {
        ticks += 1;
        if (ticks === 2) resolve();
      });
    });
    expect(ticks).toBe(2);
  });

  it("names the tick after the next, in UTC", () => {
    const before = Date.now();
    const deadline = start("0 12 * * *").deadline() ?? 0;
    expect(new Date(deadline).getUTCHours()).toBe(12);
    expect(deadline - before).toBeGreaterThan(86_400_000);
    expect(deadline - before).toBeLessThanOrEqual(2 * 86_400_000);
  });
});
