import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COMMON } from "../../../src/core/cleanup/common-lines.ts";
import { DROPPED } from "../../../src/core/cleanup/exceptions.ts";
import { REPEATED } from "../../../src/core/cleanup/find-repeated.ts";
import { LABEL_KINDS } from "../../../src/core/cleanup/label-kinds.ts";
import { RULES } from "../../../src/core/cleanup/rules/all-rules.ts";
import { ADMIN_TEXTS } from "../../../src/http/admin/choose-admin-texts.ts";

const BLOCKS = new URL("../../../src/adapters/page-reader/block-rules.ts", import.meta.url);

it("every rule that takes something out has words in both languages", () => {
  const ofBlocks = readFileSync(BLOCKS, "utf8").matchAll(/drop\("([a-z-]+)"\)/g);
  const names = [
    ...[COMMON, REPEATED, DROPPED],
    ...RULES.map(({ id }) => id),
    ...LABEL_KINDS.map(({ rule }) => rule),
    ...[...ofBlocks].map(([, name = ""]) => name),
  ];
  expect(names.length).toBeGreaterThan(20);
  for (const { rules } of Object.values(ADMIN_TEXTS)) {
    expect(names.filter((name) => !(name in rules))).toEqual([]);
  }
});
