import { sql } from "kysely";
import { expect, it } from "vitest";
import { aDraft, aRemote, NOW } from "../../../support/builders.ts";
import { editText, generateText, seeded } from "../../../support/generated-texts.ts";
import { openNew, openWith, poll, storesOn } from "../open-store.ts";

const HOUSES = Array.from({ length: 8 }, (_, n) => `house-${n}`);
const TEXT = generateText(seeded(1), 200);

it("a further copy of a text writes its own place in the story, and no other", async () => {
  const { db } = await openNew();
  const sources = HOUSES.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
  const { ingest, publish } = await openWith(async () => storesOn(db), sources);
  const bring = (source: string, n: number) => {
    const text = n === 0 ? TEXT : editText(seeded(n), TEXT);
    return poll(ingest, { source, drafts: [aDraft({ key: source, text, publishedAt: NOW + n })] });
  };
  for (const [n, source] of HOUSES.slice(0, -1).entries()) await bring(source, n);
  for (const event of ["INSERT", "UPDATE"]) {
    await sql`CREATE TRIGGER ${sql.raw(`count_${event}`)} AFTER ${sql.raw(event)} ON cluster_member
      BEGIN UPDATE setting SET value = value + 1 WHERE name = 'written'; END`.execute(db);
  }
  await db.insertInto("setting").values({ name: "written", value: "0" }).execute();
  await bring(HOUSES.at(-1) ?? "", HOUSES.length);
  const [cluster, ...others] = await publish.clusters({ after: null, limit: 9 });
  expect([cluster?.members.length, others]).toEqual([HOUSES.length, []]);
  const written = db.selectFrom("setting").select("value").where("name", "=", "written");
  expect(await written.executeTakeFirst()).toEqual({ value: "1" });
});
