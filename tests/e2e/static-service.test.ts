import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  childrenOf,
  listenOffprint,
  runOffprint,
  type Service,
  startOffprint,
} from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SETTINGS = { sources: [{ id: "news", folder: "news" }] };
const NOON = Date.UTC(2026, 1, 17, 12);

let desk: Desk;
let www: string;
let service: Service | null;
/** Of all processes of a test. */
let environment: Readonly<Record<string, string>>;

beforeEach(() => {
  service = null;
  environment = {};
  desk = layDesk(SETTINGS);
  www = join(desk.folder, "www");
});

afterEach(async () => {
  await service?.kill();
  desk.remove();
});

const args = (): readonly string[] => ["--static", www, "--config", desk.config];
const start = async (): Promise<Service> => {
  service = await startOffprint(args(), { environment });
  return service;
};

/** The feed has articles of these names, each with a text. */
const bring = (texts: Readonly<Record<string, string>>): void => {
  const items = Object.entries(texts).map(([name, text], n) => {
    const item = sampleItem(name, NOON + n * 60_000);
    return { ...item, text: `${item.text} ${text}` };
  });
  desk.write("news/feed.xml", rssFeed("News", items));
};

const read = (name: string): string => {
  const file = join(www, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

const titled =
  (title: string): (() => boolean) =>
  () =>
    read("feeds/all.json").includes(title);

/** The name of the page of an article, by its title. Its file may be there before the service shows it. */
async function pageOf({ url }: Service, title: string): Promise<string> {
  const entry = await until(`${title} is served`, async () =>
    (await entriesOf(url)).find((each) => each.title === title),
  );
  return `${new URL(entry._offprint.page).pathname.slice(1)}.html`;
}

/** What /status says of the files. */
const problemsOf = async ({ url }: Service) =>
  (await statusOf(url)).reasons.filter(({ kind }) => kind === "files-not-written");

/** The process that writes the files: the one beside ingest. */
const writer = ({ pid }: Service): number | undefined =>
  childrenOf(pid).find((child) =>
    readFileSync(`/proc/${child}/cmdline`, "utf8").includes("static-process"),
  );

const DATABASES = {
  SQLite: async () => ({}),
  PostgreSQL: async () => ({ DATABASE_URL: await makeDatabase() }),
};

it.each(Object.entries(DATABASES))(
  "keeps files up with what comes in, is corrected and is withdrawn, on %s",
  async (_, made) => {
    environment = await made();
    bring({ alpha: "First." });
    const running = await start();
    await until("the first is there", titled("What happened to alpha"));
    bring({ alpha: "First.", beta: "Second." });
    await until("the second is there", titled("What happened to beta"));
    const page = await pageOf(running, "What happened to beta");
    expect(read(page)).toContain("Second.");

    bring({ alpha: "First.", beta: "Second, corrected." });
    await until("it is corrected", () => read(page).includes("Second, corrected."));
    await until("the feed is, too", titled("Second, corrected."));

    const id = page.slice("articles/".length, -".html".length);
    await runOffprint(["withdraw", id, "--config", desk.config], { environment });
    await until("it is withdrawn", () => existsSync(join(www, "withdrawn", page)));
    await until("its page is gone", () => !existsSync(join(www, page)));
    await until("the feed knows", () => !titled("What happened to beta")());
    await until("it is listed", () => read(".offprint/withdrawn.txt") === `/articles/${id}\n`);
  },
);

it("writes all pages anew when the configuration changes", async () => {
  bring({ alpha: "First." });
  const running = await start();
  await until("it is there", titled("alpha"));
  const page = await pageOf(running, "What happened to alpha");
  desk.configure({ ...SETTINGS, site: { title: "Another desk" } });
  for (const name of [page, "index.html", "about.html", "feeds/all.html", "404.html"]) {
    await until(`${name} has the new title`, () => read(name).includes("Another desk"));
  }
});

it("goes on after it was killed in the middle, and has nothing by halves", async () => {
  bring(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`event${n}`, "Text."])));
  await runOffprint(["ingest", "--config", desk.config]);
  await runOffprint(["ingest", "--all", "--config", desk.config]);
  const running = await start();
  await until("some are written", () => globSync("articles/*.html", { cwd: www }).length > 20);
  const killed = writer(running);
  process.kill(killed ?? 0, "SIGKILL");
  for (const name of globSync("**/*.html", { cwd: www })) expect(read(name)).toMatch(/<\/html>\n$/);
  await until("another writes", () => {
    const next = writer(running);
    return next !== undefined && next !== killed;
  });
  await until("all are written", () => globSync("articles/*.html", { cwd: www }).length === 300);
  expect(globSync(".offprint/tmp/*", { cwd: www })).toEqual([]);
  await until("/status is in order again", async () => {
    const { reasons } = await statusOf(running.url);
    return reasons.every(({ kind }) => kind !== "files-not-written");
  });
});

it("writes nothing again after a restart", async () => {
  bring({ alpha: "First.", beta: "Second." });
  const first = await start();
  // The front page is written after all that it links to.
  await until("both are there", () => read("index.html").includes("What happened to beta"));
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  const names = globSync("**/*.{html,rss,atom,json,css}", { cwd: www });
  const inodes = () => names.map((name) => statSync(join(www, name)).ino);
  const before = inodes();
  const second = await start();
  const line = await until("it looked at all", () =>
    second.log().find(({ msg }) => msg === "files are up to date"),
  );
  expect(line).toMatchObject({ written: 0, removed: 0 });
  expect(inodes()).toEqual(before);
});

it("notices that its folder was taken away or another one put in its place, where nothing changes", async () => {
  bring({ alpha: "First." });
  const running = await start();
  const isThere = titled("What happened to alpha");
  await until("it is there", isThere);
  renameSync(www, `${www}-away`);
  await until("/status tells it", async () => (await problemsOf(running)).length > 0);
  expect(existsSync(www)).toBe(false);
  mkdirSync(www);
  await until("the other folder is filled", isThere);
  await until("/status is in order", async () => (await problemsOf(running)).length === 0);
});

it("lets nobody else write there meanwhile", async () => {
  bring({ alpha: "First." });
  await start();
  await until("it is there", titled("alpha"));
  expect(await runOffprint(["publish", "--to", www, "--config", desk.config])).toEqual({
    code: 1,
    stdout: "",
    stderr: `offprint: another process writes the files in ${www} now\n`,
  });
});

it("says in /status that somebody else's file is in the way, until it is gone", async () => {
  bring({ alpha: "First." });
  const running = await start();
  await until("it is there", titled("alpha"));
  expect(await problemsOf(running)).toEqual([]);
  const foreign = join(www, "feeds/more.rss");
  writeFileSync(foreign, "mine");
  const more = { id: "more", title: "More" };
  desk.configure({ ...SETTINGS, feeds: [{ id: "all", title: "All" }, more] });
  const [problem] = await until("/status tells it", async () => {
    const told = await problemsOf(running);
    return told.length > 0 && told;
  });
  expect(problem?.message).toContain("more.rss is not a file of this desk");
  expect(problem?.message).not.toContain(desk.folder);
  expect(read("feeds/more.rss")).toBe("mine");
  rmSync(foreign);
  await until("it goes on", () => read("feeds/more.rss").includes("alpha"));
  await until("/status is in order again", async () => (await problemsOf(running)).length === 0);
});

it("refuses a folder with files of others, and says so in a line", async () => {
  mkdirSync(www);
  writeFileSync(join(www, "index.html"), "mine");
  service = await listenOffprint(args());
  expect(await service.exit).toEqual({ code: 1, signal: null });
  expect(service.stderr()).toMatch(/^offprint: .* holds files that Offprint did not put there/m);
  expect(read("index.html")).toBe("mine");
});

/** Makes the text of an article unreadable. @returns how to mend it. */
function breakText(id: string): () => void {
  const database = new Database(desk.database);
  const broken = Buffer.from([0]);
  const { difference, body } = database
    .prepare(
      "SELECT difference, article_body.body FROM item_raw LEFT JOIN article_body USING (article_id) WHERE article_id = ?",
    )
    .get(id) as Record<"difference" | "body", Buffer | null>;
  const put = (put: { readonly difference: Buffer | null; readonly body: Buffer | null }): void => {
    database
      .prepare("UPDATE item_raw SET difference = ? WHERE article_id = ?")
      .run(put.difference, id);
    database.prepare("UPDATE article_body SET body = ? WHERE article_id = ?").run(put.body, id);
  };
  put({ difference: difference && broken, body: body && broken });
  return () => {
    put({ difference, body });
    database.close();
  };
}

it("leaves a page as it was that cannot be rendered, names it, and writes all else", async () => {
  // The feed has the newest article alone: it is published all the same.
  desk.configure({ ...SETTINGS, feeds: [{ id: "all", title: "All", items: 1 }] });
  bring({ alpha: "First.", beta: "Second." });
  await runOffprint(["ingest", "--config", desk.config]);
  await runOffprint(["ingest", "--all", "--config", desk.config]);
  const publish = () => runOffprint(["publish", "--to", www, "--config", desk.config]);
  expect(await publish()).toMatchObject({ code: 0 });
  const pages = globSync("articles/*.html", { cwd: www });
  const alpha = pages.find((page) => read(page).includes("First.")) ?? "";
  const beta = pages.find((page) => read(page).includes("Second.")) ?? "";
  const address = `/${alpha.slice(0, -".html".length)}`;
  const mend = breakText(address.slice("/articles/".length));
  writeFileSync(join(www, alpha), "touched");
  rmSync(join(www, beta));
  const done = await publish();
  expect(done).toMatchObject({ code: 1, stdout: "" });
  expect(done.stderr).toMatch(
    new RegExp(
      `^offprint: 1 of the pages cannot be rendered, ${address}: their files stay as they were \\(.+\\)\\n$`,
    ),
  );
  expect(read(beta)).toContain("Second.");

  const running = await start();
  const [problem] = await until("/status tells it", async () => {
    const told = await problemsOf(running);
    return told.length > 0 && told;
  });
  expect(problem?.message).toMatch(/^1 of the pages cannot be written as files since /);
  expect(problem?.message).toContain(`(${address})`);
  bring({ alpha: "First.", beta: "Second.", gamma: "Third." });
  await until("all else goes on", titled("What happened to gamma"));
  expect(read(alpha)).toBe("touched");
  const told = running.log().filter(({ msg }) => msg.startsWith("pages could not be rendered"));
  expect(told).toMatchObject([{ count: 1, pages: [address], cause: expect.any(String) }]);
  mend();
  await until("it is written", () => read(alpha).includes("First."));
  await until("/status is in order", async () => (await problemsOf(running)).length === 0);
});
