import { expect, it } from "vitest";
import { backupName, isBackupOf, readBackupName } from "../../../src/core/backups/backup-name.ts";

const DESK = "4f2a91c3-0000-4000-8000-000000000000";
const AT = Date.UTC(2026, 11, 1, 3, 0, 5);

it.each([
  [false, "offprint-4f2a91c3-20261201T030005Z.db"],
  [true, "offprint-4f2a91c3-20261201T030005Z-by-hand.db"],
])("names a backup after desk and time, and reads the name (by hand: %s)", (isByHand, name) => {
  expect(backupName({ desk: DESK, at: AT + 321, isByHand })).toBe(name);
  expect(readBackupName(name)).toEqual({ desk: "4f2a91c3", at: AT, isByHand });
});

it.each([
  "offprint.db",
  "offprint-4f2a91c3-20261201T030005Z.db-journal",
  ".offprint-4f2a91c3-20261201T030005Z.db.unfinished",
  "offprint-4f2a91c3-20261301T030005Z.db",
  "my-offprint-4f2a91c3-20261201T030005Z.db",
])("does not take %s for a backup", (name) => {
  expect(readBackupName(name)).toBeNull();
});

it("tells the backups of two desks apart", () => {
  const name = readBackupName(backupName({ desk: DESK, at: AT, isByHand: false }));
  expect(name && isBackupOf(name, DESK)).toBe(true);
  expect(name && isBackupOf(name, "00000000-91c3")).toBe(false);
});
