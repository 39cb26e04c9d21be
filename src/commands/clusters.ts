import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { MemberReason } from "../core/entry.ts";
import type { EntryCursor, PublishStore, StoredCluster } from "../core/store-ports.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
import { openForReading } from "./open-for-reading.ts";
import { write } from "./write.ts";

export type ClustersOptions = CommonOptions & { readonly json: boolean };

const PAGE = 500;

/** Lists every cluster with its members and why they joined. Gives the exit code. */
export async function clusters(options: ClustersOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = openForReading(loaded.value.database);
  if (!opened.ok) return refuse(opened.error, io);
  const store = createPublishStore(opened.value.db);
  try {
    for await (const cluster of allClusters(store)) {
      // For people only what was merged is news.
      if (!options.json && cluster.members.length < 2) continue;
      await write(io.stdout, `${options.json ? asJson(cluster) : asText(cluster)}\n`);
    }
    return 0;
  } finally {
    await opened.value.close();
  }
}

async function* allClusters(store: Pick<PublishStore, "clusters">): AsyncGenerator<StoredCluster> {
  for (let after: EntryCursor | null = null; ; ) {
    const page: readonly StoredCluster[] = await store.clusters({ after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = { enteredAt: last.enteredAt, clusterId: last.id };
  }
}

function asJson({ id, members }: StoredCluster): string {
  const lead = members.find(({ why }) => why.rule === "lead");
  return JSON.stringify({
    id,
    lead: lead ? { source: lead.sourceId, guid: lead.guid } : null,
    members: members.map(({ sourceId, guid, link, title, why }) => ({
      source: sourceId,
      guid,
      url: link,
      title,
      why: why.rule === "lead" ? null : why,
    })),
  });
}

function asText({ id, members }: StoredCluster): string {
  const lines = members.map(
    ({ sourceId, title, why }) => `  ${describe(why)}  ${sourceId}: ${title}`,
  );
  return [id, ...lines].join("\n");
}

const describe = (why: MemberReason): string =>
  why.rule === "lead" ? "leads" : `the same ${why.tokens} words`;
