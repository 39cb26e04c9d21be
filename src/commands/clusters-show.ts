import { createEditorStore } from "../adapters/store/editor-store.ts";
import { type Evidence, type EvidencePart, evidenceOf } from "../core/similarity/evidence.ts";
import type { ClusterTexts } from "../core/store-ports.ts";
import { type ClustersOptions, describeReason } from "./clusters.ts";
import { type Io, load, refuse, refuseConfig } from "./load.ts";
import { openForReading } from "./with-store.ts";
import { write } from "./write.ts";

export type ClustersShowOptions = ClustersOptions & {
  /** Of a cluster or an article. */
  readonly id: string;
};

/** Lays each member of a cluster beside its lead. Gives the exit code. */
export async function clustersShow(options: ClustersShowOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = openForReading(loaded.value.database);
  if (!opened.ok) return refuse(opened.error, io);
  try {
    const cluster = await createEditorStore(opened.value.db).cluster(options.id);
    if (cluster === null) return refuse(`there is no cluster or article "${options.id}"`, io);
    const shown = compare(cluster);
    await write(io.stdout, `${options.json ? JSON.stringify(shown) : asText(shown)}\n`);
    return 0;
  } finally {
    await opened.value.close();
  }
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

type Shown = ReturnType<typeof compare>;

const asText = ({ id, entryId, members }: Shown): string =>
  plain([`cluster ${id}, entry ${entryId}`, ...members.map(memberText)].join("\n"));

function memberText({ article, source, title, why, evidence }: Shown["members"][number]): string {
  const reason = why === null ? "leads" : describeReason(why);
  const head = `\n${article}  ${source}: ${title}\n  ${reason}`;
  if (evidence === null) return head;
  const parts = evidence.parts.flatMap(partLines).map((line) => `    ${line}`);
  const rest = evidence.partsLeftOut > 0 ? [`    … ${evidence.partsLeftOut} more parts`] : [];
  return [head, `  ${figures(evidence)}`, ...parts, ...rest].join("\n");
}

/** Figures of the whole texts, with the paragraphs that the rules leave out as boilerplate. */
function figures(evidence: Evidence): string {
  const { matched, tokens, coverage, longestRun, meanRun, changedNumbers, equalNumbers } = evidence;
  const words = `${matched} of the shorter text's ${tokens} words (${Math.round(coverage * 100)} %)`;
  const runs = `longest run ${longestRun}, on average ${Math.round(meanRun)}`;
  return `${words}; ${runs}; numbers: ${changedNumbers} changed, ${equalNumbers} equal`;
}

/** As in a diff: "-" only the lead has, "+" only the member. */
function partLines(part: EvidencePart): readonly string[] {
  if (part.kind === "equal") return [`= ${part.text}  [${part.words} words]`];
  return [
    ...(part.lead === "" ? [] : [`- ${part.lead}`]),
    ...(part.member === "" ? [] : [`+ ${part.member}`]),
  ];
}

/** Texts are foreign, and a terminal obeys control characters. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, " ");
