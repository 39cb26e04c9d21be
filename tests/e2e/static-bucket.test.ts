import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import { BUCKET, startObjectStore } from "../support/object-store.ts";
import { runOffprint, type Service, startOffprint } from "../support/offprint.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { rssFeed, sampleItem } from "../support/sample-feed.ts";
import { until } from "../support/until.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const NOON = Date.UTC(2026, 1, 17, 12);
const MORE = { id: "more", title: "More" };
const SETTINGS = {
  sources: [{ id: "news", folder: "news" }],
  feeds: [{ id: "all", title: "All" }, MORE],
};

let desk: Desk;
let service: Service | null = null;

afterEach(async () => {
  await service?.kill();
  desk.remove();
});

const bring = (texts: Readonly<Record<string, string>>): void => {
  const items = Object.entries(texts).map(([name, text], n) => {
    const item = sampleItem(name, NOON + n * 60_000);
    return { ...item, text: `${item.text} ${text}` };
  });
  desk.write("news/feed.xml", rssFeed("News", items));
};

/** A store behind a network that can be cut. */
async function storeBehindNetwork() {
  const store = await startObjectStore();
  const port = Number(new URL(store.url).port);
  const open = new Set<Socket>();
  const state = { isCut: true };
  const server: Server = createServer((socket) => {
    if (state.isCut) return void socket.destroy();
    const behind = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      open.add(from);
      from.on("error", () => to.destroy()).on("close", () => open.delete(from));
      from.pipe(to);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** What readers of the bucket find, whose way there is another; "" for nothing. */
  const read = async (key: string): Promise<string> => {
    const answer = await fetch(`${store.url}/${BUCKET}/site/${key}`);
    return answer.ok ? answer.text() : "";
  };
  return {
    environment: { ...store.environment, AWS_ENDPOINT_URL: url },
    read,
    mend: () => {
      state.isCut = false;
    },
    cut: () => {
      state.isCut = true;
      for (const socket of open) socket.destroy();
    },
  };
}

it("a bucket is kept up with a desk, from when it can be reached, and after an outage", async () => {
  desk = layDesk(SETTINGS);
  const network = await storeBehindNetwork();
  const { read } = network;
  const { environment } = network;
  bring({ alpha: "First." });
  const args = ["--static", `s3://${BUCKET}/site`, "--config", desk.config];
  const running = await startOffprint(args, { environment });
  service = running;
  const problems = async () =>
    (await statusOf(running.url)).reasons.filter(({ kind }) => kind === "files-not-written");
  const pageOf = async (title: string): Promise<string> => {
    const found = await until(`${title} is served`, async () =>
      (await entriesOf(running.url)).find((entry) => entry.title === title),
    );
    return new URL(found._offprint.page).pathname.slice(1);
  };

  const [away] = await until("/status tells that it is away", async () => {
    const told = await problems();
    return told.length > 0 && told;
  });
  expect(away?.message).toContain(`s3://${BUCKET} cannot be reached`);
  const alpha = await pageOf("What happened to alpha");
  network.mend();
  await until("it has the article", async () => (await read(alpha)).includes("First."));
  await until("and its feed", async () => (await read("feeds/all.json")).includes("alpha"));
  await until("/status is in order", async () => (await problems()).length === 0);

  bring({ alpha: "First, corrected.", beta: "Second." });
  const beta = await pageOf("What happened to beta");
  await until("it is corrected", async () => (await read(alpha)).includes("First, corrected."));
  await until("the second is there", async () => (await read(beta)).includes("Second."));

  network.cut();
  bring({ alpha: "First, corrected.", beta: "Second.", gamma: "Third." });
  const gamma = await pageOf("What happened to gamma");
  const withdrawn = await runOffprint(
    ["withdraw", beta.slice("articles/".length), "--config", desk.config],
    { environment },
  );
  expect(withdrawn).toMatchObject({ code: 0 });
  await until("/status tells it again", async () => (await problems()).length > 0);
  expect(await read(gamma)).toBe("");
  network.mend();
  await until("what came meanwhile is there", async () => (await read(gamma)).includes("Third."));
  await until("what was withdrawn is gone", async () => (await read(beta)) === "");
  expect(await read(`withdrawn/${beta}`)).not.toBe("");
  await until("it is listed", async () => (await read(".offprint/withdrawn.txt")) === `/${beta}\n`);
  await until("the feed says it", async () => {
    const feed = await read("feeds/all.json");
    return feed.includes("gamma") && !feed.includes("What happened to beta");
  });

  desk.configure({ ...SETTINGS, feeds: [{ id: "all", title: "All" }] });
  await until("the feed that left is gone", async () => (await read("feeds/more.rss")) === "");
  expect(await read("feeds/all.rss")).toContain("gamma");
  const told = running.log().filter(({ msg }) => msg.startsWith("files could not be written"));
  expect(told).toHaveLength(2);
});
