import type { ClusterTexts } from "../core/orders/editor-port.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { Difference } from "../core/similarity/differences.ts";
import { type Evidence, evidenceOf } from "../core/similarity/evidence.ts";
import { type ArticleComparison, compareArticles } from "../core/stories/compare-articles.ts";
import { type Io, refuse } from "../service/io.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { type ClustersOptions, describeReason } from "./clusters.ts";
import { evidenceLines, plain } from "./evidence-text.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type ClustersCompareOptions = ClustersOptions & {
  readonly articles: readonly [string, string];
};

/** Says whether two articles are one text by the rules, and why or why not. Gives the exit code. */
export function clustersCompare(options: ClustersCompareOptions, io: Io): Promise<number> {
  const run = async ({ editor }: OpenDesk): Promise<number> => {
    const compared = await compare(editor, options.articles);
    if (!compared.ok) return refuse(compared.error, io);
    const { value } = compared;
    await write(io.stdout, `${options.json ? asJson(value) : asText(value)}\n`);
    return 0;
  };
  return withDesk(options, io, run, "write");
}

type ComparedTexts = OpenDesk["editor"];

type Member = ClusterTexts["members"][number];
type ComparedArticle = ArticleComparison & {
  readonly articles: readonly [Member, Member];
  readonly evidence: Evidence;
};

/** The error is a sentence. */
async function compare(
  store: ComparedTexts,
  ids: ClustersCompareOptions["articles"],
): Promise<Result<ComparedArticle, string>> {
  const [one, other] = [await articleOf(store, ids[0]), await articleOf(store, ids[1])];
  if (!one.ok) return one;
  if (!other.ok) return other;
  if (ids[0] === ids[1]) return err("an article is compared with another, not with itself");
  const comparison = compareArticles(await store.known(ids), ...ids);
  if (comparison === null) return err(`"${ids[0]}" and "${ids[1]}" cannot be compared`);
  const evidence = evidenceOf(one.value.text, other.value.text);
  return ok({ ...comparison, articles: [one.value, other.value], evidence });
}

async function articleOf(store: ComparedTexts, id: string): Promise<Result<Member, string>> {
  const cluster = await store.cluster(id);
  const member = cluster?.members.find(({ articleId }) => articleId === id);
  return member ? ok(member) : err(`there is no article "${id}"`);
}

function asJson(compared: ComparedArticle): string {
  const { judgement, isBond, areInOneCluster, articles, evidence } = compared;
  const { verdict } = judgement;
  return JSON.stringify({
    articles: articles.map(({ articleId, sourceId, guid, link, title }) => ({
      article: articleId,
      source: sourceId,
      guid,
      url: link,
      title,
    })),
    verdict,
    rule: ruleOf(judgement),
    why: inWords(compared),
    inOneCluster: areInOneCluster,
    byEditor: isBond,
    evidence,
  });
}

function asText(compared: ComparedArticle): string {
  const { judgement, isBond, areInOneCluster, articles, evidence } = compared;
  const heads = articles.map(
    ({ articleId, sourceId, title }) => `${articleId}  ${sourceId}: ${title}`,
  );
  const place = areInOneCluster ? "they are in one cluster" : twoClusters(compared);
  const verdict = `${VERDICTS[judgement.verdict]}: ${inWords(compared)}`;
  const editor = isBond ? ["an editor put them together"] : [];
  return plain([...heads, verdict, ...editor, place, ...evidenceLines(evidence)].join("\n"));
}

/** For two articles in two clusters; if they are one text, says whether the clusters will be joined. */
function twoClusters({ judgement, leadsDifferBy }: ComparedArticle): string {
  if (judgement.verdict !== "same") return "they are in two clusters";
  return leadsDifferBy === null
    ? "they are in two clusters: one of the next passes joins them"
    : `they are in two clusters, because the leads of these are two texts: ${leadsInWords(leadsDifferBy)}`;
}

const leadsInWords = (by: NonNullable<ComparedArticle["leadsDifferBy"]>): string =>
  by === "may-be-form" ? MAY_BE_FORM : DIFFERENCES[by];

const MAY_BE_FORM =
  "the words that differ may be those of another event: one form, filled in twice";

const VERDICTS = { same: "one text", different: "two texts", unproven: "not proven" } as const;

function ruleOf(judgement: ArticleComparison["judgement"]): string | null {
  if (judgement.verdict === "same") return judgement.reason.rule;
  return judgement.verdict === "different" ? judgement.rule : null;
}

function inWords({ judgement, isForgotten }: ArticleComparison): string {
  if (judgement.verdict === "same") return describeReason(judgement.reason);
  if (judgement.verdict === "different") return DIFFERENCES[judgement.rule];
  if (isForgotten) return "one of them is so old that its words are no longer kept for comparison";
  if (judgement.mayBeForm) return MAY_BE_FORM;
  const { tokens, coverage } = judgement.shared;
  const share = Math.round(coverage * 100);
  return `no rule speaks against it, but ${tokens} equal words, ${share} % of the shorter text, are too few`;
}

/** The rules of judge.ts, in the order in which they are asked. */
const DIFFERENCES: Readonly<Record<Difference, string>> = {
  veto: "an editor keeps them apart",
  files: "each has a recording, a file or a picture of its own",
  title: "their titles differ in a number or a date, and little else tells them apart",
  repeated: "their source prints this text under all its titles",
  short: "texts of so few words repeat by themselves",
  old: "they were published too far apart",
  numbers: "the numbers at the same places differ: two reports of one form",
  form: "only short pieces are equal, with other words between them: one form, filled in twice",
  subject: "each title names something of its own text that the other article never mentions",
  frame: "the equal parts surround different content: two reports in one frame",
};
