import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBucketClient } from "../../../src/adapters/static-files/bucket-client.ts";
import { createBucketTarget, keyAt } from "../../../src/adapters/static-files/bucket-target.ts";
import {
  type JournalLine,
  type StaticFile,
  TargetGone,
} from "../../../src/core/entries/static-files.ts";
import { BUCKET, startObjectStore } from "../../support/object-store.ts";

const DESK = "urn:desk";
const KEYS = { region: "us-east-1", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

const aFile = (place: string, text: string, over: Partial<StaticFile> = {}): StaticFile => {
  const body = Buffer.from(text);
  return {
    ...{ place, tag: text, bytes: body.byteLength, changedAt: 1_771_329_600_000, isCoded: false },
    ...{ mediaType: "text/html; charset=utf-8", cacheControl: "public, max-age=60", body },
    ...over,
  };
};

const CODED = { isCoded: true, br: Buffer.from("b"), gzip: Buffer.from("g") };

const lineOf = ({ place, tag, bytes, changedAt, isCoded }: StaticFile): JournalLine => ({
  ...{ kind: "file", place },
  record: { tag, bytes, changedAt, isCoded },
});

/** A store, and how targets in its bucket are opened. */
async function stored() {
  const { url } = await startObjectStore();
  const access = { ...KEYS, endpoint: url };
  const client = createBucketClient(BUCKET, access);
  const target = (keyPrefix = "site/", prefix = "") =>
    createBucketTarget({ bucket: BUCKET, keyPrefix }, prefix, access);
  const keys = async () => (await client.list("")).map(({ key }) => key).toSorted();
  const headers = async (key: string) => (await fetch(`${url}/${BUCKET}/${key}`)).headers;
  return { url, access, client, target, keys, headers };
}

/** Keys but those of the journal. */
const ofSite = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => !key.includes(".offprint/journal/"));

describe("a key", () => {
  it.each([
    ["/", "index.html"],
    ["/about", "about"],
    ["/feeds/all", "feeds/all"],
    ["/feeds/all/archive/3.atom", "feeds/all/archive/3.atom"],
    ["!/articles/bcd", "withdrawn/articles/bcd"],
    ["/404", "404.html"],
  ])("of %s is %s", (place, key) => {
    expect(keyAt(place, "")).toBe(key);
    expect(keyAt(place, "/news")).toBe(`news/${key}`);
  });
});

describe("a bucket", () => {
  it("has each file with its type and its codings, until it is removed", async () => {
    const { target, keys, headers } = await stored();
    const files = target();
    expect(await files.open(DESK)).toEqual({ ok: true, value: [] });
    const page = aFile("/feeds/all", "a page", CODED);
    const below = aFile("/feeds/all/archive/1.atom", "below it");
    for (const file of [page, below]) await files.put(file);
    expect(ofSite(await keys())).toEqual([
      "site/feeds/all",
      "site/feeds/all.br",
      "site/feeds/all.gz",
      "site/feeds/all/archive/1.atom",
    ]);
    const plain = await headers("site/feeds/all");
    expect(plain.get("content-type")).toBe("text/html; charset=utf-8");
    expect(plain.get("cache-control")).toBe("public, max-age=60");
    expect((await headers("site/feeds/all.br")).get("content-encoding")).toBe("br");
    await files.remove(page.place, page);
    expect(ofSite(await keys())).toEqual(["site/feeds/all/archive/1.atom"]);
  });

  it("gives back its journal, however many parts it was written in", async () => {
    const { target, keys } = await stored();
    const files = target();
    await files.open(DESK);
    const lines = Array.from({ length: 205 }, (_, n) => lineOf(aFile(`/articles/a${n}`, "text")));
    for (const line of lines) await files.note([line]);
    expect((await keys()).length).toBeLessThan(15);
    expect(await target().open(DESK)).toEqual({ ok: true, value: lines });
    const again = target();
    await again.open(DESK);
    await again.compact(lines.slice(0, 2));
    await again.note(lines.slice(2, 3));
    expect(await keys()).toHaveLength(2);
    expect(await target().open(DESK)).toEqual({ ok: true, value: lines.slice(0, 3) });
  });

  it("finds what is missing or of another size", async () => {
    const { target, client } = await stored();
    const files = target();
    await files.open(DESK);
    const all = ["/whole", "/cut", "/gone", "/uncoded"].map((place) => aFile(place, "text", CODED));
    for (const file of all) await files.put(file);
    await client.put("site/cut", Buffer.from("te"), {});
    await client.remove("site/gone");
    await client.remove("site/uncoded.br");
    const again = target();
    await again.open(DESK);
    const records = new Map(all.map((file) => [file.place, file]));
    expect(await again.damaged(records)).toEqual(["/cut", "/gone", "/uncoded"]);
  });

  it("refuses what others put below its prefix, and nothing beside it", async () => {
    const { target, client } = await stored();
    await client.put("site/index.html", Buffer.from("mine"), {});
    expect(await target().open(DESK)).toEqual({
      ok: false,
      error: {
        kind: "refused",
        message: `s3://${BUCKET}/site/ holds objects that Offprint did not put there, such as "site/index.html": publish below a prefix of its own`,
      },
    });
    const files = target("desk/");
    expect(await files.open(DESK)).toEqual({ ok: true, value: [] });
    await files.put(aFile("/about", "About"));
    await client.put("desk/style.css", Buffer.from("mine"), {});
    const again = target("desk/");
    await again.open(DESK);
    await again.damaged(new Map([["/about", aFile("/about", "About")]]));
    await expect(again.claim(["/about", "/style.css"])).rejects.toThrow(
      `s3://${BUCKET}/desk/style.css is not a file of this desk: move it away`,
    );
    expect(await target("desk/").open("urn:other")).toMatchObject({ ok: false });
    expect(await target("desk/", "/news").open(DESK)).toMatchObject({ ok: false });
  });

  it("is told of wrong keys and missing buckets in a sentence", async () => {
    const { access, url } = await stored();
    const wrong = createBucketClient(BUCKET, { ...access, secretAccessKey: "wrong" });
    await expect(wrong.put("a", Buffer.from("x"), {})).rejects.toThrow(
      /^s3:\/\/desk-bucket: a cannot be written \(403 SignatureDoesNotMatch /,
    );
    const missing = createBucketClient("no-bucket", { ...KEYS, endpoint: url });
    await expect(missing.list("")).rejects.toThrow(/cannot be listed \(404 NoSuchBucket /);
    const place = { bucket: "no-bucket", keyPrefix: "" };
    await expect(missing.put("a", Buffer.from("x"), {})).rejects.toBeInstanceOf(TargetGone);
    const refused = { ok: false, error: { kind: "refused" } };
    expect(await createBucketTarget(place, "", access).open(DESK)).toMatchObject(refused);
  });

  it("is another one in another store, also by the same name", async () => {
    const [one, two] = [await stored(), await stored()];
    const identity = (of: typeof one, keyPrefix?: string) =>
      of.target(keyPrefix).identify({ desk: DESK, isKnown: false });
    expect(await identity(one)).toEqual(await identity(one));
    expect(await identity(one)).not.toEqual(await identity(two));
    expect(await identity(one)).not.toEqual(await identity(one, "more/"));
  });
});

describe("a store that fails now and then", () => {
  /** @returns a client of a store that answers so, one after the other. */
  async function answering(...answers: readonly RequestListener[]) {
    let asked = 0;
    const server = createServer((request, response) => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      request.resume().on("end", () => answer?.(request, response));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const access = { ...KEYS, endpoint: `http://127.0.0.1:${port}` };
    return { access, client: createBucketClient(BUCKET, access), asked: () => asked };
  }

  const BUSY: RequestListener = (_, response) => {
    response.writeHead(503).end("<Error><Code>SlowDown</Code></Error>");
  };
  const BROKEN: RequestListener = (_, response) => {
    response.destroy();
  };
  const FINE: RequestListener = (_, response) => {
    response.end();
  };

  it("is asked again", async () => {
    const { client, asked } = await answering(BUSY, BROKEN, FINE);
    await client.put("a", Buffer.from("x"), {});
    expect(asked()).toBe(3);
  });

  it("is given up after a while", async () => {
    const { client, asked } = await answering(BUSY);
    await expect(client.remove("a")).rejects.toThrow(
      `s3://${BUCKET} cannot be reached (503 SlowDown)`,
    );
    expect(asked()).toBe(6);
  });

  it.each([BUSY, BROKEN])("may be used later", async (answer) => {
    const { access } = await answering(answer);
    const target = createBucketTarget({ bucket: BUCKET, keyPrefix: "" }, "", access);
    expect(await target.open(DESK)).toMatchObject({ ok: false, error: { kind: "away" } });
  });
});
