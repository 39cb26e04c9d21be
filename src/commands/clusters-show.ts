import type { ClusterTexts } from "../core/orders/editor-port.ts";
import { evidenceOf } from "../core/similarity/evidence.ts";
import { type Io, refuse } from "../service/io.ts";
import { type ClustersOptions, describeReason } from "./clusters.ts";
import { evidenceLines, plain } from "./evidence-text.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type ClustersShowOptions = ClustersOptions & {
  /** Id of a cluster or an article. */
  readonly id: string;
};

/** Lays each member of a cluster beside its lead. Gives the exit code. */
export function clustersShow(options: ClustersShowOptions, io: Io): Promise<number> {
  return withDesk(options, io, async ({ editor }) => {
    const cluster = await editor.cluster(options.id);
    if (cluster === null) return refuse(`there is no cluster or article "${options.id}"`, io);
    const shown = compare(cluster);
    await write(io.stdout, `${options.json ? JSON.stringify(shown) : asText(shown)}\n`);
    return 0;
  });
}

function compare({ id, entryId, members }: ClusterTexts) {
  const lead = members.find(({ why }) => why.rule === "lead");
  return {
    id,
    entryId,
    members: members.map((member) => ({
      article: member.articleId,
      source: member.sourceId,
      guid: member.guid,
      url: member.link,
      title: member.title,
      why: member === lead ? null : member.why,
      evidence: !lead || member === lead ? null : evidenceOf(lead.text, member.text),
    })),
  };
}

type ShownCluster = ReturnType<typeof compare>;

const asText = ({ id, entryId, members }: ShownCluster): string =>
  plain([`cluster ${id}, entry ${entryId}`, ...members.map(memberText)].join("\n"));

function memberText({
  article,
  source,
  title,
  why,
  evidence,
}: ShownCluster["members"][number]): string {
  const reason = why === null ? "leads" : describeReason(why);
  const head = `\n${article}  ${source}: ${title}\n  ${reason}`;
  if (evidence === null) return head;
  return [head, ...evidenceLines(evidence)].join("\n");
}
