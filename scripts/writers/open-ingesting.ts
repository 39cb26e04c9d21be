import { setTimeout as sleep } from "node:timers/promises";
import { postgres } from "../../src/adapters/store/engine/postgres/postgres.ts";
import { createIngestStore } from "../../src/adapters/store/intake/ingest-store.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { decideIngest } from "../../src/core/intake/decide-ingest.ts";
import { lookupForPoll } from "../../src/core/intake/ingest-lookup.ts";
import { LEASE_MS } from "../../src/core/lease.ts";
import { aMeasuredPoll, NOW } from "../../tests/support/builders.ts";
import { READABLE_IDS } from "../../tests/support/known-model.ts";

/** A process that takes articles in, on a configured database. */
export async function openIngesting(address: string) {
  const name = { name: address, directName: null, isNotified: false };
  const opened = await postgres.at(name).open({ isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = createIngestStore(opened.value.db);
  const states = new Map((await store.sources()).map((state) => [state.definition.id, state]));
  let asked = 0;
  return {
    /** How often decisions were asked so far. */
    asked: () => asked,
    close: opened.value.close,
    /** One poll, as soon as nobody else polls the source. */
    async ingest(id: string, drafts: readonly ArticleDraft[]): Promise<void> {
      const source = states.get(id);
      if (source === undefined) throw new Error(`${id} is not configured`);
      const claim = () => store.claim({ id, isWanted: () => true, forMs: LEASE_MS });
      let claimed = await claim();
      for (; claimed === "busy"; claimed = await claim()) await sleep(1);
      if (claimed === null) throw new Error(`${id} cannot be polled`);
      const state = { ...source, lastPollAt: NOW };
      const { lease } = claimed;
      const measured = aMeasuredPoll();
      const record = { lease, isOver: true, state, measured, filesTried: new Map() };
      const lookup = lookupForPoll({ drafts }, (key) => READABLE_IDS.articleId(id, key));
      await store.ingest(record, lookup, (known) => {
        asked += 1;
        return decideIngest({ mode: "poll", source, drafts, ids: READABLE_IDS, now: NOW }, known);
      });
    },
  };
}
