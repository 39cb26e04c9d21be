import { expect, it } from "vitest";
import { holdsOf, isWriterHeld } from "../../bench/measure/writer-holds.ts";

const LOCKS = `1: POSIX  ADVISORY  READ 100 fe:00:41 128 128
2: POSIX  ADVISORY  WRITE 100 fe:00:42 120 120
3: POSIX  ADVISORY  WRITE 100 fe:00:43 121 121
`;

it("tells the lock of a writer from those of readers, of recovery and of other files", () => {
  expect([41, 42, 43, 2].map((inode) => isWriterHeld(LOCKS, inode))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

it("measures each hold from the first look that found it to the first that did not", () => {
  const looks = [
    [0, false],
    [1, true],
    [2, true],
    [5, false],
    [7, true],
    [8, false],
    [9, true],
  ] as const;
  expect(holdsOf(looks.map(([at, isHeld]) => ({ at, isHeld })))).toEqual([4, 1]);
});
