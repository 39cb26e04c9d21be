import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { PublishStore } from "../../../src/core/entries/publish-store.ts";
import { tokens } from "../../../src/core/text/tokens.ts";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { editText, generateText, seeded } from "../../support/generated-texts.ts";
import { type OpenedStore, type OpenStore, openWith, poll } from "./open-store.ts";

const NAMES = ["valley", "hill", "lake", "shore"] as const;
type Name = (typeof NAMES)[number];
const SOURCES = NAMES.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));

type Fields = Partial<ArticleDraft> & { readonly text: string };

const draftOf = (source: string, { key = `https://${source}.example/1`, ...fields }: Fields) =>
  aDraft({ key, canonicalUrl: key, tokenCount: tokens(fields.text).length, ...fields });

const send = ({ ingest }: OpenedStore, source: Name, fields: Fields, now = NOW) =>
  poll(ingest, { source, drafts: [draftOf(source, fields)], now });

/** The sources of each cluster's members, in one order. */
async function groups(publish: PublishStore): Promise<readonly string[]> {
  const clusters = await publish.clusters({ after: null, limit: 1000 });
  const names = clusters.map(({ members }) => members.map(({ sourceId }) => sourceId));
  return names.map((list) => list.toSorted().join(" + ")).toSorted();
}

const TEXT = generateText(seeded(1), 200);
const cut = (from: number, to: number): string => TEXT.split(" ").slice(from, to).join(" ");

/** What the store must do for similar texts to be found, for any engine. */
export function similarityContract(open: OpenStore): void {
  const opened = () => openWith(open, SOURCES);

  describe("a text like one that is stored", () => {
    it("joins it, and the reason is kept", async () => {
      const store = await opened();
      await send(store, "valley", { text: TEXT });
      const { counts } = await send(store, "hill", { text: editText(seeded(2), TEXT) });
      expect(counts.merged).toBe(1);
      const [cluster] = await store.publish.clusters({ after: null, limit: 10 });
      expect(cluster?.members.map(({ why }) => why.rule).toSorted()).toEqual(["copy", "lead"]);
    });

    it("finds it by any of its parts, whichever came first", async () => {
      const store = await opened();
      await send(store, "valley", { text: cut(0, 60), title: "In short" });
      await send(store, "hill", { text: cut(20, 200) });
      await send(store, "lake", { text: TEXT });
      expect(await groups(store.publish)).toEqual(["hill + lake + valley"]);
    });

    it.each([
      ["13 days before", -13 * DAY, true],
      ["13 days after", 13 * DAY, true],
      ["15 days before", -15 * DAY, false],
      ["15 days after", 15 * DAY, false],
    ])("%s", async (_, apart, isFound) => {
      const store = await opened();
      const publishedAt = NOW - 400 * DAY;
      await send(store, "valley", { text: TEXT, publishedAt });
      await send(store, "hill", { text: cut(0, 150), publishedAt: publishedAt + apart });
      expect(await groups(store.publish)).toEqual(isFound ? ["hill + valley"] : ["hill", "valley"]);
    });

    it("is no longer found by what it said before", async () => {
      const store = await opened();
      await send(store, "valley", { text: TEXT });
      await send(store, "valley", { text: generateText(seeded(5), 200) });
      await send(store, "hill", { text: cut(0, 150) });
      expect(await groups(store.publish)).toEqual(["hill", "valley"]);
      await send(store, "lake", { text: generateText(seeded(5), 200).slice(0, 700) });
      expect(await groups(store.publish)).toEqual(["hill", "lake + valley"]);
    });

    it("is left as it was by a change of rights or date", async () => {
      const store = await opened();
      await send(store, "valley", { text: TEXT });
      await send(store, "hill", { text: cut(0, 150), isOnOwnHost: false });
      await send(store, "hill", { text: cut(0, 150), isOnOwnHost: false, republish: "link" });
      const dated = { isOnOwnHost: false, publishedAt: NOW - 300 * DAY };
      await send(store, "hill", { text: cut(0, 150), ...dated });
      expect(await groups(store.publish)).toEqual(["hill + valley"]);
      const [cluster] = await store.publish.clusters({ after: null, limit: 10 });
      expect(cluster?.members.find(({ sourceId }) => sourceId === "hill")?.why.rule).toBe("copy");
    });
  });

  describe("paragraphs that a house prints everywhere", () => {
    it("are learned over polls, and then no longer compared", async () => {
      const store = await opened();
      const credits = generateText(seeded(7), 59);
      const page = (seed: number, key: string) => ({
        key,
        text: `${generateText(seeded(seed), 60)}\n\n${credits}`,
      });
      for (const [index, seed] of [11, 12, 13].entries()) {
        await send(store, "valley", {
          ...page(seed, `tag:${index}`),
          publishedAt: NOW - index * HOUR,
        });
      }
      const known = await send(store, "hill", page(14, "tag:new"));
      expect(known.counts.merged).toBe(0);
      // Half of that page is the credits: without them it is this text to the letter.
      const { counts } = await send(store, "lake", {
        key: "tag:copy",
        text: generateText(seeded(14), 60),
      });
      expect(counts.merged).toBe(1);
      const clusters = await store.publish.clusters({ after: null, limit: 10 });
      const why = clusters.flatMap(({ members }) => members.map(({ why: each }) => each));
      expect(why.filter(({ rule }) => rule === "exact")).toEqual([{ rule: "exact", tokens: 60 }]);
    });
  });

  describe("the work for a text", () => {
    it("is bounded however many articles share a phrase", async () => {
      const store = await opened();
      const phrase = generateText(seeded(8), 40);
      const drafts = Array.from({ length: 150 }, (_, index) =>
        draftOf("valley", {
          key: `tag:${index}`,
          text: `${phrase} ${generateText(seeded(100 + index), 80)}`,
        }),
      );
      for (let start = 0; start < 150; start += 50) {
        await poll(store.ingest, { source: "valley", drafts: drafts.slice(start, start + 50) });
      }
      const before = await groups(store.publish);
      expect(before).toHaveLength(150);
      const text = `${phrase} ${generateText(seeded(99), 80)}`;
      await send(store, "hill", { text });
      expect(await groups(store.publish)).toHaveLength(151);
    });

    it("is one entry however many houses edit it, and however often", async () => {
      const houses = Array.from({ length: 100 }, (_, n) => aRemote({ id: `house-${n}` }));
      const store = await openWith(open, [...SOURCES, ...houses]);
      // Tells of the text as headlines do: that of a form may not.
      const title = [...new Set(cut(0, 60).match(/\p{L}{5,}/gu))].join(" ");
      const edit = async (seed: number): Promise<void> => {
        for (const [n, { id: source }] of houses.entries()) {
          const text = editText(seeded(n + seed), TEXT);
          const fields = { title, text, publishedAt: NOW + n };
          await poll(store.ingest, { source, drafts: [draftOf(source, fields)] });
        }
      };
      await edit(1);
      expect(await groups(store.publish)).toHaveLength(1);
      await edit(500);
      const text = editText(seeded(1000), TEXT);
      await send(store, "hill", { title, text, publishedAt: NOW + 200 });
      expect(await groups(store.publish)).toHaveLength(1);
    });
  });
}
