import { expect, it } from "vitest";
import { soakFigures } from "../../bench/service/soak-figures.ts";

it("tells by how much memory grew since the service was warm, whatever single samples show", () => {
  const samples = Array.from({ length: 50 }, (_, n) => ({
    webBytes: n < 20 ? 1e6 * n : 60e6,
    allBytes: 100e6 + 1e6 * n + (n === 49 ? 500e6 : 0),
    liveBytes: n < 30 ? 40e6 : 43e6,
  }));
  const amounts = soakFigures(samples).map(({ amounts: { offprint } }) => offprint?.median);
  expect(amounts[0]).toBe(0);
  expect(amounts[1]).toBeCloseTo(20, 0);
  expect(amounts[2]).toBe(3);
});
