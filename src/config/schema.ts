import { isIP } from "node:net";
import { z } from "zod";
import { RIGHTS } from "../core/rights/rights.ts";

/** The shape of data/offprint.yaml. `offprint config schema` prints it as JSON Schema. */

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhd]$/, 'expected a duration such as "90s", "15m", "2h" or "1d"')
  .describe("A duration: a whole number and s, m, h or d");

/** Milliseconds of a duration that the schema has checked, such as "15m". */
export function durationMs(value: string): number {
  const unit = value.at(-1) as keyof typeof UNIT_MS;
  return Number(value.slice(0, -1)) * UNIT_MS[unit];
}

const id = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, "expected small letters, digits and hyphens (at most 64)");

const httpUrl = z
  .string()
  .refine(isHttpUrl, { error: "expected an absolute http or https URL", abort: true })
  .describe("An absolute http or https URL");

const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'expected a language tag such as "de" or "en-GB"');

/** A network as the fetcher's guard takes it. Checked at the start: a wrong one would stop the ingest side later. */
const network = z
  .string()
  .refine(isNetwork, 'expected an address or a network such as "127.0.0.0/8" or "fd00::/8"')
  .describe("A CIDR or a single address");

const branding = {
  icon: z.string().min(1).optional().describe("A picture, small and square: a file or a URL"),
  logo: z.string().min(1).optional().describe("A picture: a file or a URL"),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as "#1d4f73"')
    .optional(),
};

const words = z.array(z.string().min(1)).default([]);
const rights = z.enum(RIGHTS);

const site = z.strictObject({
  title: z.string().min(1).default("Offprint"),
  description: z.string().default("A syndication desk"),
  url: httpUrl
    .refine(
      (value) => /^https?:\/\/\S+$/i.test(value),
      "expected a base URL that begins with http:// or https://, without spaces",
    )
    .refine((value) => !/[?#]/.test(value), "expected a base URL without ? and #")
    .optional()
    .describe("Public base URL: self links, ids, article pages"),
  language: language.default("en"),
  contact: z.string().min(1).optional().describe("Shown to publishers and in feeds"),
  images: z.enum(["link", "none"]).default("link"),
  ...branding,
  timeZone: z
    .string()
    .refine(isTimeZone, 'expected the name of a time zone such as "Europe/Berlin"')
    .optional()
    .describe("Time zone of the times that people read; default: the machine's"),
  imprint: httpUrl.optional().describe("Linked on every page"),
  privacy: httpUrl.optional().describe("Linked on every page"),
});

const server = z.strictObject({
  host: z.string().min(1).default("127.0.0.1"),
  port: z.int().min(0).max(65_535).default(8080),
  trustProxy: z.int().min(0).max(16).default(0).describe("Number of proxies in front"),
  rateLimit: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(600)
    .describe("Requests a minute and client; 0 for no limit"),
});

const postgres = z.strictObject({
  notify: z
    .boolean()
    .default(true)
    .describe(
      "Publishers tell web processes at once (LISTEN and NOTIFY); else these ask more often",
    ),
});

const limits = z.strictObject({
  bodyBytes: z.int().min(1024).max(1_073_741_824).default(10_485_760),
  items: z.int().min(1).max(100_000).default(1000),
  timeoutSeconds: z.number().min(1).max(600).default(30),
  redirects: z.int().min(0).max(20).default(5),
});

const ingest = z.strictObject({
  tick: z.string().min(1).default("* * * * *").describe("Cron expression, always UTC"),
  concurrency: z.int().min(1).max(256).default(16),
  perHost: z.int().min(1).max(64).default(2),
  userAgent: z.string().min(1).default("Offprint/1.0 (+{site.url}/about; {contact})"),
  allowNetworks: z.array(network).default([]),
  limits: limits.prefault({}),
});

const lines = z.array(z.string().min(1).max(500)).max(200).default([]);

const cleanup = z.strictObject({
  keep: lines.describe("Whole lines that stay, beginnings that end in …, or names of rules"),
  drop: lines.describe("Whole lines that always go, or beginnings that end in …"),
});

const sourceOptions = {
  title: z.string().min(1).optional(),
  every: duration.optional(),
  fullText: z.enum(["auto", "always", "never"]).default("auto"),
  rights: rights.default("full"),
  paused: z.boolean().default(false),
  categories: words,
  cleanup: cleanup.prefault({}),
};

const variable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "expected the name of an environment variable, not a secret")
  .describe("Name of an environment variable; NAME_FILE names a file");

/** Any header but those that belong to the connection or to us: a publisher may want any of them. */
const headerName = z
  .string()
  .regex(
    /^(?!(?:host|connection|content-length|transfer-encoding|upgrade|te|trailer|expect)$)[\w!#$%&'*+.^`|~-]+$/i,
    "expected the name of a header such as X-Api-Key",
  );

const auth = z
  .strictObject({
    basic: variable.optional().describe("user:password"),
    bearer: variable.optional().describe("A token"),
    header: z.record(headerName, variable).optional().describe("Headers and their values"),
  })
  .refine((value) => Object.keys(value).length === 1, "expected one of basic, bearer and header");

const remoteSource = z.strictObject({
  id,
  url: httpUrl,
  auth: auth.optional().describe("Credentials, sent to the source's own host alone"),
  ...sourceOptions,
});
const folderSource = z.strictObject({ id, folder: z.string().min(1), ...sourceOptions });
const opmlSource = z.strictObject({ opml: z.string().min(1), ...sourceOptions });

const where = z.strictObject({
  sources: z.array(id).default([]),
  categories: words,
  languages: z.array(language).default([]),
  match: z.string().max(500).default(""),
  exclude: z.string().max(500).default(""),
});

const withdrawn = z.strictObject({
  form: z.enum(["stub", "drop"]).default("stub"),
  days: z.int().min(1).max(30).default(7),
});

const feed = z.strictObject({
  id,
  title: z.string().min(1).optional(),
  description: z.string().default(""),
  language: language.optional(),
  items: z.int().min(1).max(1000).default(50),
  content: rights.default("full"),
  bytes: z
    .int()
    .min(10_000)
    .max(1_073_741_824)
    .optional()
    .describe("Most bytes of a document, without compression: the oldest entries are left out"),
  attribution: z.boolean().default(true).describe("Adds a line under each text: whose it is"),
  prefer: z.array(id).default([]).describe("Sources whose copy of a text is shown, in this order"),
  withdrawn: withdrawn
    .prefault({})
    .describe("How RSS tells of a withdrawal: an item without a text for some days, or none"),
  where: where.prefault({}),
  ...branding,
  leadImage: z
    .enum(["content", "metadata"])
    .default("metadata")
    .describe("content: the picture of an entry also stands at the top of its text"),
});

const kept = (days: number, of: string) =>
  z.int().min(0).max(1000).default(days).describe(`How many ${of} keep their newest backup`);

const backup = z.strictObject({
  to: z.string().min(1).default("backups").describe("A folder; relative to this file"),
  at: z
    .string()
    .min(1)
    .default("03:00")
    .describe("A time of day such as 03:00, or a cron expression; always UTC"),
  keep: z
    .strictObject({
      daily: kept(7, "days"),
      weekly: kept(4, "weeks"),
      monthly: kept(12, "months"),
    })
    .prefault({}),
});

const configSchema = z.strictObject({
  site: site.prefault({}),
  server: server.prefault({}),
  database: z.string().min(1).default("offprint.db"),
  postgres: postgres.prefault({}),
  backup: backup.optional().describe("Backups of a SQLite database by a schedule; absent: none"),
  ingest: ingest.prefault({}),
  sources: z.array(z.union([remoteSource, folderSource, opmlSource])).default([]),
  feeds: z.array(feed).default([]),
});

export type ConfigInput = z.output<typeof configSchema>;
export type SourceInput = ConfigInput["sources"][number];
export type RemoteSourceInput = z.output<typeof remoteSource>;
export type FeedInput = ConfigInput["feeds"][number];

/** JSON Schema (draft 2020-12) of the configuration, for editors. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { io: "input" });
}

/** What is wrong with a value, each with the path of its key. */
export type SchemaProblem = { readonly path: readonly PropertyKey[]; readonly message: string };

export function checkShape(
  value: unknown,
):
  | { readonly ok: true; readonly value: ConfigInput }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] } {
  const parsed = configSchema.safeParse(value ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => flatten(issue)) };
}

type Issue = z.core.$ZodIssue;

/** A source fits one of three shapes: report what is wrong with the shape that its keys choose. */
function flatten(issue: Issue): SchemaProblem[] {
  if (issue.code === "invalid_union") return flattenUnion(issue);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "is not a known key" }));
  }
  return [{ path: issue.path, message: issue.message.replace(/^Invalid input: /, "") }];
}

function flattenUnion(issue: Extract<Issue, { code: "invalid_union" }>): SchemaProblem[] {
  const branches = issue.errors.map((errors) =>
    errors.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const closest = branches.toSorted((a, b) => a.length - b.length)[0];
  const isSource = issue.errors.every((errors) => errors.some((inner) => isMissingKey(inner)));
  if (isSource)
    return [{ path: issue.path, message: "expected a source with url, folder or opml" }];
  return closest ?? [{ path: issue.path, message: issue.message }];
}

const isMissingKey = (issue: Issue): boolean =>
  issue.code === "invalid_type" &&
  issue.path.length === 1 &&
  ["url", "folder", "opml"].includes(String(issue.path[0])) &&
  /undefined/.test(issue.message);

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // a RangeError: no such zone
  }
}

function isNetwork(value: string): boolean {
  const [address = "", bits, ...rest] = value.split("/");
  const version = isIP(address);
  if (version === 0 || address.includes("%") || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
