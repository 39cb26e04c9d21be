/**
 * robots.txt (RFC 9309), read for one robot. Reading takes linear time for any file, and keeps only the rules for us.
 * robots-parser 3.0.1 keeps every rule for every robot that a group names: a file of 190 KB, with 64 million pairs of name
 * and rule, held it for ten minutes (measured).
 */
export type RobotsRules = {
  readonly rules: readonly RobotsRule[];
  /** Least time between two requests; 0 if the file asks for none. */
  readonly crawlDelayMs: number;
  /** Addresses of the licences that apply to us (`License:` lines, RSL 1.0 §4.4.2), as written. */
  readonly licences: readonly string[];
};

export type RobotsRule = { readonly isAllowed: boolean; readonly pattern: string };

export const NO_ROBOTS_RULES: RobotsRules = { rules: [], crawlDelayMs: 0, licences: [] };

/** The part of a file that is read: the least that RFC 9309 §2.5 asks for. */
export const ROBOTS_BYTES = 500 * 1024;

/** Longer delays are cut to this: a publisher who asks for more means that we should stay away. */
const LONGEST_CRAWL_DELAY_MS = 60_000;

const MAX_LICENCES = 20;

/** All groups of one name, which count as one (RFC 9309 §2.2.1). */
type Group = {
  readonly rules: RobotsRule[];
  readonly licences: string[];
  crawlDelayMs: number;
  isNamed: boolean;
};

/** Far more than any publisher writes; later rules are ignored. */
const MAX_RULES = 5_000;

/** The rules of the groups for `token`, else of the groups for all robots. */
export function readRobots(text: string, token: string): RobotsRules {
  const groups = new Map([token.toLowerCase(), "*"].map((name) => [name, emptyGroup()]));
  // Licences before the first group are for all robots.
  const head = emptyGroup();
  let current: ReadonlySet<Group> = new Set([head]);
  let isNaming = false;
  for (const [name, value] of linesOf(text)) {
    if (name === "user-agent") {
      const group = groups.get(agentOf(value));
      current = named(group, isNaming ? current : new Set());
    } else for (const group of current) obey(group, name, value);
    isNaming = name === "user-agent";
  }
  const group = [...groups.values()].find(({ isNamed }) => isNamed) ?? emptyGroup();
  const { rules, crawlDelayMs } = group;
  // Our group's own licences are the whole set; another robot's are never ours (RSL 1.0 §4.4.2).
  const { licences } = group.licences.length > 0 ? group : head;
  return { rules, crawlDelayMs, licences };
}

type RobotsLine = readonly [name: string, value: string];

const emptyGroup = (): Group => ({ rules: [], licences: [], crawlDelayMs: 0, isNamed: false });

function named(group: Group | undefined, others: ReadonlySet<Group>): ReadonlySet<Group> {
  if (group === undefined) return others;
  group.isNamed = true;
  return new Set(others).add(group);
}

function obey(group: Group, name: string, value: string): void {
  const isAllowed = name === "allow";
  if ((isAllowed || name === "disallow") && value !== "") {
    if (group.rules.length < MAX_RULES) group.rules.push({ isAllowed, pattern: normalized(value) });
  } else if (name === "crawl-delay") {
    const ms = Number(value || "0") * 1000;
    if (ms > 0) group.crawlDelayMs = Math.min(ms, LONGEST_CRAWL_DELAY_MS);
  } else if (name === "license" && value !== "" && group.licences.length < MAX_LICENCES) {
    group.licences.push(value);
  }
}

function linesOf(text: string): RobotsLine[] {
  return text
    .slice(0, ROBOTS_BYTES)
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const said = line.split("#", 1)[0] ?? "";
      const colon = said.indexOf(":");
      if (colon === -1) return [];
      return [[said.slice(0, colon).trim().toLowerCase(), said.slice(colon + 1).trim()] as const];
    });
}

/** The name of a robot, without the version that some publishers add. */
const agentOf = (value: string): string =>
  /^(?:\*|[a-z_-]{1,100})/i.exec(value)?.[0].toLowerCase() ?? "";

/** The longest matching rule decides; of equally long ones, the rule that allows (RFC 9309 §2.2.2). */
export function isAllowedByRobots({ rules }: Pick<RobotsRules, "rules">, url: string): boolean {
  const target = URL.parse(url);
  if (target === null) return false;
  if (target.pathname === "/robots.txt") return true;
  const path = pathOf(target);
  let best: RobotsRule = { isAllowed: true, pattern: "" };
  for (const rule of rules) {
    const isStronger =
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.isAllowed);
    if (isStronger && matches(rule.pattern, path)) best = rule;
  }
  return best.isAllowed;
}

const pathOf = ({ pathname, search }: URL): string => normalized(`${pathname}${search}`);

/** Whether an address matches a pattern (RFC 9309 §2.2.3). */
export function matchesPath(pattern: string, url: string): boolean {
  const target = URL.parse(url);
  return target !== null && matches(normalized(pattern), pathOf(target));
}

/** `*` stands for any text, and a last `$` for the end of the path. The pattern begins where the path begins. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = parts;
  if (!path.startsWith(first)) return false;
  const last = isWhole && rest.length > 0 ? (rest.pop() ?? "") : null;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (last !== null) return path.length - last.length >= at && path.endsWith(last);
  return !isWhole || at === path.length;
}

/** One spelling of escapes: other than ASCII is escaped, unreserved characters are not, and hexadecimals are capitals. */
function normalized(path: string): string {
  return path
    .toWellFormed()
    .replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character))
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[a-z0-9._~-]/i.test(character) ? character : escaped.toUpperCase();
    });
}
