import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DROPPED } from "../../../src/core/cleaning/exceptions.ts";
import { COMMON } from "../../../src/core/cleaning/repeated/common-lines.ts";
import { REPEATED } from "../../../src/core/cleaning/repeated/find-repeated.ts";
import { LABEL_KINDS } from "../../../src/core/cleaning/rules/label-kinds.ts";
import { RULES } from "../../../src/core/cleaning/rules/phrases/all-rules.ts";
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
