import type { EntryCursor, PublishStore, StoredCluster } from "../core/entries/publish-store.ts";
import type { MemberReason } from "../core/similarity/member-reason.ts";
import type { Io } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type ClustersOptions = CommonOptions & { readonly json: boolean };

const PAGE = 500;

/** Lists every cluster with its members and why they joined. Gives the exit code. */
export function clusters(options: ClustersOptions, io: Io): Promise<number> {
  return withDesk(options, io, async ({ published }) => {
    for await (const cluster of allClusters(published)) {
      // People see only clusters of several articles.
      if (!options.json && cluster.members.length < 2) continue;
      await write(io.stdout, `${options.json ? asJson(cluster) : asText(cluster)}\n`);
    }
    return 0;
  });
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
    ({ sourceId, title, why }) => `  ${describeReason(why)}  ${sourceId}: ${title}`,
  );
  return [id, ...lines].join("\n");
}

/** Why an article is in its cluster, in a few words for people. */
export function describeReason(why: MemberReason): string {
  if (why.rule === "lead") return "leads";
  if (why.rule === "editor") return "an editor put it here";
  if (why.rule === "exact") return `the same ${why.tokens} words`;
  const shared = `${why.tokens} words, ${Math.round(why.coverage * 100)} % of the shorter text`;
  if (why.rule === "reissue") return `its source replaced it: ${shared}`;
  if (why.rule === "summary") return `shorter version: ${shared}`;
  if (why.rule === "rewrite") return `the same figures in other words: ${shared}`;
  return why.rule === "address" ? `same address, ${shared}` : shared;
}
