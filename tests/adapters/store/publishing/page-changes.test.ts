import { describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../../../src/adapters/store/engine/engine.ts";
import { createPageChanges } from "../../../../src/adapters/store/publishing/page-changes.ts";
import { BEFORE_ALL } from "../../../../src/core/entries/archive.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { createWithdrawing } from "../../../support/withdrawing.ts";
import { onEveryDatabase } from "../on-every-engine.ts";
import { openWith, poll, storesOn } from "../open-store.ts";

const VALLEY = aRemote({ id: "valley", title: "Valley" });
const HILL = aRemote({ id: "hill", title: "Hill", url: "https://hill.example/feed.xml" });

/** A store with two texts, one of which both sources carry. */
async function withArticles(open: () => Promise<OpenDatabase["db"]>) {
  const db = await open();
  const { ingest, publish } = await openWith(async () => storesOn(db), [VALLEY, HILL]);
  const shared = aDraft({ key: "tag:shared", text: "The same text for both of them." });
  const own = aDraft({ key: "tag:own", text: "A text of its own." });
  await poll(ingest, { source: "valley", drafts: [shared, own] });
  const copy = { ...shared, key: "tag:copy", isOnOwnHost: false };
  await poll(ingest, { source: "hill", drafts: [copy] });
  const clusters = await publish.clusters({ after: null, limit: 10 });
  const sizes = new Map(clusters.map(({ id, members }) => [id, members.length]));
  const changes = createPageChanges(db);
  return { db, ingest, clusters, sizes, changes };
}

const idsOf = (members: readonly { readonly articleId: string }[] = []): readonly string[] =>
  members.map(({ articleId }) => articleId).toSorted();

onEveryDatabase((open) => {
  describe("changes of pages", () => {
    it("are those of clusters, with all their articles", async () => {
      const { changes, clusters } = await withArticles(open);
      const changed = await changes.after(BEFORE_ALL, 10);
      const ids = changed.map(({ clusterId }) => clusterId);
      expect(ids.toSorted()).toEqual(clusters.map(({ id }) => id).toSorted());
      const { articleIds } = await changes.pagesOf(ids);
      expect(articleIds.toSorted()).toEqual(idsOf(clusters.flatMap(({ members }) => members)));
    });

    it("are none after the latest, until something changes", async () => {
      const { changes, clusters, db } = await withArticles(open);
      const latest = await changes.latest();
      expect(await changes.after(latest, 10)).toEqual([]);
      const [article = ""] = idsOf(clusters[0]?.members);
      await createWithdrawing(db).withdraw(article, { at: NOW + HOUR, reason: null });
      const changed = await changes.after(latest, 10);
      expect(changed.map(({ clusterId }) => clusterId)).toEqual([clusters[0]?.id]);
    });

    it("go through all articles by their ids, a page at a time", async () => {
      const { changes, clusters } = await withArticles(open);
      const all = idsOf(clusters.flatMap(({ members }) => members));
      const first = await changes.articlesAfter("", 2);
      const rest = await changes.articlesAfter(first.at(-1) ?? "", 2);
      expect([...first, ...rest]).toEqual(all);
      expect(await changes.known([...all, "unknown"])).toEqual(new Set(all));
    });

    it("tell how sources are named, and which clusters have one of them", async () => {
      const { changes, clusters, sizes, ingest } = await withArticles(open);
      const before = await changes.sourceNames();
      await ingest.configure([VALLEY, { ...HILL, title: "The Hill" }], NOW);
      const after = await changes.sourceNames();
      const renamed = [...after.keys()].filter((id) => after.get(id) !== before.get(id));
      expect(renamed).toEqual(["hill"]);
      const shared = clusters.filter(({ id }) => sizes.get(id) === 2).map(({ id }) => id);
      expect(await changes.clustersOf(renamed)).toEqual(shared);
    });

    it("name the archive pages that show a cluster", async () => {
      const { changes, clusters, db } = await withArticles(open);
      const [cluster] = clusters;
      const place = {
        ...{ feed_id: "all", cluster_id: cluster?.id ?? "", entry_id: "urn:x" },
        ...{ article_id: idsOf(cluster?.members)[0] ?? "", updated_at: NOW },
        ...{ entry: null, withdrawn_at: null, withdrawn_reason: null },
        ...{ face: null, wording: null, content: null },
      };
      const places = [1, 3, 3].map((page) => ({ ...place, page }));
      await db.insertInto("archive_entry").values(places).execute();
      const { archivePages } = await changes.pagesOf(clusters.map(({ id }) => id));
      expect(archivePages.toSorted((a, b) => a.page - b.page)).toEqual([
        { feedId: "all", page: 1 },
        { feedId: "all", page: 3 },
      ]);
      expect(await changes.archivePages("all")).toBe(0); // the feed had no turn yet
    });
  });
});
