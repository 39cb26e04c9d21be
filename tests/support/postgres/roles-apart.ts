import { setTimeout as sleep } from "node:timers/promises";
import { layDesk } from "../desk.ts";
import {
  type Service,
  startIngestRole,
  startPublishRole,
  startWaitingPublisher,
  startWebRole,
} from "../offprint.ts";
import { entriesOf, statusOf } from "../read-service.ts";
import { rssFeed, sampleItem } from "../sample-feed.ts";
import { until } from "../until.ts";
import { on } from "./on.ts";

export const TOKEN = "only-the-desk-knows";
const HTML = { Accept: "text/html" };
const PUBLIC = ["/", "/feeds/all", "/feeds/all.rss", "/feeds/all.json", "/about", "/feeds.opml"];
const ICONS = ["/favicon.ico", "/favicon.svg", "/style.css"];

export type RoleProcess = Omit<Service, "url">;
export type RolesApart = Awaited<ReturnType<typeof startRolesApart>>;

/** One ingest process, a publisher and two web processes on a PostgreSQL database, with two articles that are published. */
export async function startRolesApart(address: string) {
  const desk = layDesk({
    ...{ sources: [{ id: "tower", folder: "tower" }], server: { rateLimit: 0 } },
  });
  const options = { environment: { DATABASE_URL: address, OFFPRINT_ADMIN_TOKEN: TOKEN } };
  const args = ["--config", desk.config];
  const started: RoleProcess[] = [];
  const keep = <Started extends RoleProcess>(process: Started): Started => {
    started.push(process);
    return process;
  };
  const names: string[] = [];
  /** One more article comes in. */
  const bring = (name: string): void => {
    names.push(name);
    const items = names.map((each, n) => sampleItem(each, Date.UTC(2026, 1, 17, 12, n)));
    desk.write("tower/feed.xml", rssFeed("Tower", items));
  };
  const web = async () => keep(await startWebRole(args, options));
  const publisher = async () => keep(await startPublishRole(args, options));
  bring("alpha");
  bring("beta");
  keep(await startIngestRole(args, options));
  const first = await publisher();
  const webs = [await web(), await web()] as const;
  /** Waits until web processes have all that came in. */
  const everywhere = (of: readonly Service[] = webs): Promise<unknown> =>
    until(`${names.at(-1)} is read everywhere`, async () => {
      const counts = await Promise.all(of.map(async ({ url }) => (await entriesOf(url)).length));
      return counts.every((count) => count === names.length);
    });
  await everywhere();
  return {
    ...{ webs, first, bring, everywhere, web, publisher },
    waitingPublisher: async () => keep(await startWaitingPublisher(args, options)),
    inOrder: () => until("it is in order", async () => (await statusOf(webs[0].url)).inOrder),
    read: async () => startReading(webs, [...PUBLIC, ...ICONS, await pagePath(webs[0])]),
    async end() {
      await Promise.all(started.map(({ kill }) => kill()));
      desk.remove();
    },
  };
}

/** The page of the oldest article, as a path. */
export async function pagePath({ url }: Service): Promise<string> {
  const entry = (await entriesOf(url)).at(-1);
  return new URL(entry?._offprint.page ?? "").pathname;
}

/** Reads from web processes until it is told to end. @returns how to end it, which gives what no reader should have seen. */
function startReading(webs: readonly Service[], paths: readonly string[]) {
  const seen: string[] = [];
  let isOver = false;
  const readAll = async ({ url }: Service): Promise<void> => {
    while (!isOver) {
      for (const path of paths) {
        const { status } = await fetch(`${url}${path}`, { headers: HTML });
        if (status !== 200) seen.push(`${status} ${path}`);
      }
      await sleep(20);
    }
  };
  const reading = Promise.all(webs.map(readAll));
  return async (): Promise<readonly string[]> => {
    isOver = true;
    await reading;
    return seen;
  };
}

export type Published = {
  readonly holder: string;
  /** States of documents that were published twice. */
  readonly doubles: readonly unknown[];
};

/** Who publishes, and what was published twice. */
export const published = (address: string): Promise<Published> =>
  on(address, async (client) => {
    const { rows } = await client.query("SELECT holder FROM lease WHERE name = 'publisher'");
    const doubles = await client.query(
      "SELECT feed_id, document, etag FROM publication GROUP BY 1, 2, 3 HAVING count(*) > 1",
    );
    return { holder: String(rows[0]?.holder), doubles: doubles.rows };
  });

type StoredState = { readonly name: string; readonly etag: string; readonly told: string };

/** What is wrong: documents of which followers were told another state, or that a web process does not serve as they are stored. */
export async function unwhole(
  address: string,
  { webs }: Pick<RolesApart, "webs">,
): Promise<readonly string[]> {
  const states = await on(address, async (client) => {
    const { rows } = await client.query<StoredState>(
      `SELECT name, etag, (SELECT etag FROM publication AS p WHERE p.feed_id = d.feed_id
         AND p.document = d.name ORDER BY seq DESC LIMIT 1) AS told FROM document AS d`,
    );
    return rows;
  });
  const problems = states.flatMap(({ name, etag, told }) =>
    etag === told ? [] : [`${name} is ${etag}, and followers were told ${told}`],
  );
  if (states.length !== 4) problems.push(`${states.length} documents are stored`);
  for (const { name, etag } of states.filter((state) => state.name !== "page")) {
    for (const { url } of webs) {
      const whole = until(`${name} is served`, () => isServed(`${url}/feeds/all.${name}`, etag));
      await whole.catch((cause: unknown) => problems.push(String(cause)));
    }
  }
  return problems;
}

async function isServed(url: string, etag: string): Promise<boolean> {
  const answer = await fetch(url, { headers: { "Accept-Encoding": "identity" } });
  const text = await answer.text();
  return answer.headers.get("etag") === etag && text.length > 1000;
}

/** Ends the connections of all others, wherever they are in their work. A server that is away is left alone. */
export const cutConnections = (address: string): Promise<void> =>
  on(address, async (client) => {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  }).catch(() => {});
