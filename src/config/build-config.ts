import { dirname, resolve } from "node:path";
import { err, ok, type Result } from "../core/result.ts";
import { NO_BRANDING } from "../core/settings/branding.ts";
import { type DatabaseName, databaseNamed } from "../core/settings/database-name.ts";
import type { FeedDefinition, SiteDefinition } from "../core/settings/definitions.ts";
import { brandFiles, brandingOf, type ReadPicture } from "./branding-of.ts";
import { backupOf } from "./build-backup.ts";
import { type BuiltSources, buildSources, type SourcesContext } from "./build-sources.ts";
import type { Config, ConfigProblem } from "./config.ts";
import { addressProblem, databaseNameOf, isAddress } from "./database-address.ts";
import type { ConfigInput, FeedInput } from "./schema.ts";

type BuildContext = SourcesContext & {
  readonly isCronExpression: (expression: string) => boolean;
  readonly readPicture: ReadPicture;
  /** Of the site where the configuration has none; absent: made of the port. */
  readonly fallbackUrl: string | undefined;
};

/** Completes a configuration of the right shape with environment, paths and OPML lists, and checks that ids are unique. */
export function buildConfig(
  input: ConfigInput,
  context: BuildContext,
): Result<Config, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const variable = (name: string): string | undefined => {
    const value = context.variable(name);
    if (value.ok) return value.value;
    problems.push({ file: context.file, line: null, key: "", message: value.error });
    return undefined;
  };
  const server = serverOf(input, variable, problems, context);
  const { sources, credentials, formerIds, ...noticed } = buildSources(input.sources, context);
  problems.push(...noticed.problems);
  const site = siteOf(input.site, server.port, { context, problems });
  const feeds = feedsOf(input, site, { context, problems, formerIds });
  const database = databaseOf(input, variable, { context, problems });
  const config: Config = {
    file: context.file,
    files: [...listsOf(input, context), ...brandFiles([site, ...feeds])],
    site,
    server,
    database,
    backup: backupOf(input, context.file),
    ingest: ingestOf(input.ingest, site),
    sources,
    credentials,
    feeds,
    adminToken: variable("OFFPRINT_ADMIN_TOKEN") ?? null,
    warnings: [
      ...noticed.warnings,
      ...warningsOf(input, { sources, formerIds, database }, context),
    ],
  };
  problems.push(...wrongTimes(config, context), ...repeatedIds(input, config, context));
  return problems.length === 0 ? ok(config) : err(problems);
}

const warningsOf = (
  input: ConfigInput,
  built: Pick<BuiltSources, "sources" | "formerIds"> & Pick<Config, "database">,
  context: BuildContext,
): readonly ConfigProblem[] => [
  ...unknownSources(input, built, context),
  ...needlessBackup(input, built.database, context),
];

const needlessBackup = (
  { backup }: ConfigInput,
  { name }: DatabaseName,
  { at }: BuildContext,
): readonly ConfigProblem[] =>
  backup !== undefined && isAddress(name)
    ? [
        at(
          ["backup"],
          "does nothing for PostgreSQL: back it up with pg_dump, or as its operator does",
        ),
      ]
    : [];

function wrongTimes(
  { ingest, backup }: Pick<Config, "ingest" | "backup">,
  { at, isCronExpression }: BuildContext,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (!isCronExpression(ingest.tick)) {
    problems.push(at(["ingest", "tick"], 'expected a cron expression such as "* * * * *"'));
  }
  if (backup !== null && !isCronExpression(backup.expression)) {
    const expected = 'expected a time of day such as "03:00", or a cron expression';
    problems.push(at(["backup", "at"], expected));
  }
  return problems;
}

/** The file itself, and the lists that it names. */
const listsOf = ({ sources }: ConfigInput, { file }: BuildContext): readonly string[] => [
  file,
  ...sources.flatMap((source) => ("opml" in source ? [resolve(dirname(file), source.opml)] : [])),
];

function serverOf(
  { server }: ConfigInput,
  variable: (name: string) => string | undefined,
  problems: ConfigProblem[],
  { file }: BuildContext,
): Config["server"] {
  const host = variable("HOST") ?? server.host;
  const asked = variable("PORT");
  const port = asked === undefined ? server.port : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    const message = `PORT is ${asked}: expected a number from 0 to 65535`;
    problems.push({ file, line: null, key: "", message });
  }
  return { ...server, host, port };
}

type Checks = { readonly context: BuildContext; readonly problems: ConfigProblem[] };

function siteOf(
  site: ConfigInput["site"],
  port: number,
  { context, problems }: Checks,
): SiteDefinition {
  const url = (site.url ?? context.fallbackUrl ?? `http://localhost:${port}`).replace(/\/+$/, "");
  const { icon, logo, color, ...rest } = site;
  return {
    ...rest,
    url,
    contact: site.contact ?? null,
    branding: brandingOf(
      { icon, logo, color },
      { siteUrl: url, key: ["site"], fallback: NO_BRANDING, ...context },
      problems,
    ),
    timeZone: site.timeZone ?? null,
    imprint: site.imprint ?? null,
    privacy: site.privacy ?? null,
  };
}

function databaseOf(
  { database, postgres }: ConfigInput,
  variable: (name: string) => string | undefined,
  { context, problems }: Checks,
): DatabaseName {
  const ofVariable = (name: string, why: string): ConfigProblem => ({
    file: context.file,
    line: null,
    key: "",
    message: `${name}: ${why}`,
  });
  const given = variable("DATABASE_URL");
  const name = given ?? database;
  const named = databaseNameOf(name, dirname(context.file));
  if (!named.ok) {
    const { error } = named;
    problems.push(
      given === undefined ? context.at(["database"], error) : ofVariable("DATABASE_URL", error),
    );
  }
  const directName = variable("DATABASE_DIRECT_URL") ?? null;
  const why = directName === null ? null : directProblem(directName, isAddress(name));
  if (why !== null) problems.push(ofVariable("DATABASE_DIRECT_URL", why));
  return {
    ...databaseNamed(named.ok ? named.value : name),
    directName,
    isNotified: postgres.notify,
  };
}

function directProblem(address: string, hasAddress: boolean): string | null {
  const problem = addressProblem(address);
  if (problem !== null) return problem;
  return hasAddress ? null : "it is for a PostgreSQL database, and DATABASE_URL names none";
}

function ingestOf(ingest: ConfigInput["ingest"], site: SiteDefinition): Config["ingest"] {
  const { timeoutSeconds, ...limits } = ingest.limits;
  const userAgent = ingest.userAgent
    .replaceAll("{site.url}", site.url)
    .replaceAll("; {contact}", site.contact === null ? "" : `; ${site.contact}`)
    .replaceAll("{contact}", site.contact ?? "");
  return { ...ingest, userAgent, limits: { ...limits, timeoutMs: timeoutSeconds * 1000 } };
}

function feedsOf(
  { feeds }: ConfigInput,
  site: SiteDefinition,
  { context, problems, formerIds }: Checks & Pick<BuiltSources, "formerIds">,
): readonly FeedDefinition[] {
  const everything: FeedInput = {
    id: "all",
    title: site.title,
    description: site.description,
    items: 50,
    content: "full",
    attribution: true,
    prefer: [],
    withdrawn: { form: "stub", days: 7 },
    where: { sources: [], categories: [], languages: [], match: "", exclude: "" },
    leadImage: "metadata",
  };
  return (feeds.length === 0 ? [everything] : feeds).map(
    ({ icon, logo, color, ...feed }, index) => ({
      ...underFormerIds(feed, formerIds),
      title: feed.title ?? feed.id,
      language: feed.language ?? site.language,
      bytes: feed.bytes ?? null,
      branding: brandingOf(
        { icon, logo, color },
        { siteUrl: site.url, key: ["feeds", index], fallback: site.branding, ...context },
        problems,
      ),
    }),
  );
}

/** Former ids stay beside those of today: a database that was not renamed yet has its articles under them. */
function underFormerIds<Feed extends Pick<FeedDefinition, "prefer" | "where">>(
  feed: Feed,
  formerIds: BuiltSources["formerIds"],
) {
  const today = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => {
      const now = formerIds.get(id);
      return now === undefined ? [id] : [now, id];
    });
  const { where, prefer } = feed;
  return { ...feed, prefer: today(prefer), where: { ...where, sources: today(where.sources) } };
}

/** Warns of ids without a source. They may be right: a source that left the file keeps its articles, and feeds may carry them. */
function unknownSources(
  { feeds }: ConfigInput,
  { sources, formerIds }: Pick<BuiltSources, "sources" | "formerIds">,
  { at }: BuildContext,
): readonly ConfigProblem[] {
  const known = new Set(sources.map(({ id }) => id));
  const problemOf = (id: string): string => {
    const now = formerIds.get(id);
    return now === undefined ? noSource(id) : renamed(now);
  };
  const unknown = (ids: readonly string[], path: readonly PropertyKey[]): ConfigProblem[] =>
    ids.flatMap((id, index) => (known.has(id) ? [] : [at([...path, index], problemOf(id))]));
  return feeds.flatMap(({ prefer, where }, index) => [
    ...unknown(prefer, ["feeds", index, "prefer"]),
    ...unknown(where.sources, ["feeds", index, "where", "sources"]),
  ]);
}

const noSource = (id: string): string =>
  `there is no source "${id}" (any more): only articles that are stored already can come from it`;

/** Omits the former id: it may hold a secret, and warnings are logged. */
const renamed = (now: string): string =>
  `is the former id of a source from a list, and still works: write "${now}"`;

function repeatedIds(input: ConfigInput, config: Config, { at }: BuildContext): ConfigProblem[] {
  const indexOf = (id: string): number =>
    input.sources.findLastIndex((source) => "id" in source && source.id === id);
  return [
    ...repeated(config.sources).map((id) =>
      at(["sources", Math.max(0, indexOf(id)), "id"], `the id "${id}" is used twice`),
    ),
    ...repeated(config.feeds).map((id) =>
      at(
        ["feeds", input.feeds.findLastIndex((feed) => feed.id === id), "id"],
        `the id "${id}" is used twice`,
      ),
    ),
  ];
}

function repeated(list: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { id } of list) (seen.has(id) ? again : seen).add(id);
  return [...again];
}
