import { ALIASES, FORMATS, MEDIA_TYPES } from "../../core/entries/formats.ts";
import type {
  HeaderLine,
  Redirect,
  ServedRule,
  ServerFacts,
} from "../../deliver/static/servers/served-rule.ts";
import type { Inside } from "../../http/ask-inside.ts";
import { ARCHIVE_CACHE } from "../../http/feeds/archive-routes.ts";
import { cacheControl } from "../../http/feeds/prepared-document.ts";
import { HTML } from "../../http/send.ts";
import { type StaticPaths, sitePrefix } from "./static-paths.ts";

export type FactsOptions = {
  readonly folder: string;
  readonly siteUrl: string;
  readonly paths: StaticPaths;
  readonly ask: Inside["ask"];
};

/**
 * What a web server has to know, with the headers that the service itself sends: each kind of address is asked for once. `null`
 * when one of them cannot be rendered now.
 */
export async function serverFacts(options: FactsOptions): Promise<ServerFacts | null> {
  let isFailing = false;
  const ask: Inside["ask"] = async (...asked) => {
    const answer = await options.ask(...asked);
    isFailing ||= answer.status >= 500;
    return answer;
  };
  const facts = await factsOf({ ...options, ask });
  return isFailing ? null : facts;
}

async function factsOf({ folder, siteUrl, paths, ask }: FactsOptions): Promise<ServerFacts> {
  const page = headersOf((await ask("/about", HUMAN)).headers);
  const assets = await answersOf(paths.fixed(), ask);
  return {
    folder,
    prefix: sitePrefix(siteUrl),
    rules: [...pageRules(page, paths), ...(await feedRules(paths, ask)), ...assets.rules],
    redirects: assets.redirects,
    problemHeaders: headersOf((await ask("/404", HUMAN)).headers),
  };
}

const HUMAN = { accept: "text/html" };

/** What web servers say by themselves, or must not say: of one answer, of its coding, or of choosing a language. */
const OWN = new Set([
  ...["connection", "content-length", "content-type", "date", "etag", "keep-alive"],
  ...["last-modified", "link", "transfer-encoding", "vary"],
]);

const headersOf = (headers: Awaited<ReturnType<Inside["ask"]>>["headers"]): HeaderLine[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    OWN.has(name) || value === undefined ? [] : [[name, String(value)] as const],
  );

function pageRules(headers: readonly HeaderLine[], paths: StaticPaths): readonly ServedRule[] {
  const html = { mediaType: HTML, headers } as const;
  const feeds = paths.feedIds().map((id) => `/feeds/${id}`);
  return [
    { ...html, pattern: "/", paths: ["/"], suffix: "", file: "/index.html" },
    { ...html, pattern: "/about", paths: ["/about"], suffix: ".html" },
    { ...html, pattern: "/feeds/[a-z0-9-]+", paths: feeds, suffix: ".html" },
    {
      ...html,
      pattern: "/articles/[A-Za-z0-9_-]+",
      paths: ["/articles/*"],
      suffix: ".html",
      isArticle: true,
    },
  ];
}

async function feedRules(paths: StaticPaths, ask: Inside["ask"]): Promise<readonly ServedRule[]> {
  const [first] = paths.feedIds();
  if (first === undefined) return [];
  const always = headersOf((await ask("/robots.txt")).headers);
  const rules: ServedRule[] = [];
  for (const format of FORMATS) {
    const headers = headersOf((await ask(`/feeds/${first}.${format}`)).headers);
    const feed = { suffix: "", mediaType: MEDIA_TYPES[format] } as const;
    const documents = paths.feedIds().map((id) => `/feeds/${id}.${format}`);
    rules.push({
      ...feed,
      headers,
      pattern: `(?:${ALIASES[format].replaceAll(".", "\\.")}|/feeds/[a-z0-9-]+\\.${format})`,
      paths: [ALIASES[format], ...documents],
    });
    rules.push({
      ...feed,
      headers: archiveHeaders(headers, always),
      pattern: `/feeds/[a-z0-9-]+/archive/[1-9][0-9]*\\.${format}`,
      // These hosts know no pattern within a segment.
      paths: [],
    });
  }
  return rules;
}

/** There may be no archive yet to ask for: its documents have the headers of feeds, and those that the app gives to all. */
function archiveHeaders(
  feed: readonly HeaderLine[],
  always: readonly HeaderLine[],
): readonly HeaderLine[] {
  const cache: HeaderLine = ["cache-control", cacheControl(ARCHIVE_CACHE)];
  return [...new Map([...always, ...feed, cache])];
}

type AssetAnswers = {
  readonly rules: readonly ServedRule[];
  readonly redirects: readonly Redirect[];
};

/** Icons, the stylesheet, lists, by their paths; one rule for those that are answered alike. */
async function answersOf(fixed: readonly string[], ask: Inside["ask"]): Promise<AssetAnswers> {
  const alike = new Map<string, Pick<ServedRule, "mediaType" | "headers" | "paths">>();
  const redirects: Redirect[] = [];
  for (const path of fixed.filter((each) => each.includes("."))) {
    const { status, headers } = await ask(path);
    const { location, "content-type": mediaType } = headers;
    if (status === 302 && location !== undefined) redirects.push({ path, to: location });
    if (status !== 200 || mediaType === undefined) continue;
    const said = { mediaType, headers: headersOf(headers) };
    const key = JSON.stringify(said);
    alike.set(key, { ...said, paths: [...(alike.get(key)?.paths ?? []), path] });
  }
  return { rules: [...alike.values()].map(ruleOf), redirects };
}

const ruleOf = ({
  paths,
  ...said
}: Pick<ServedRule, "mediaType" | "headers" | "paths">): ServedRule => ({
  ...said,
  paths,
  suffix: "",
  pattern: `(?:${paths.map((path) => path.replaceAll(".", "\\.")).join("|")})`,
});
