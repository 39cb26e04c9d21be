import { describe, expect, it } from "vitest";
import { errorOf, testFetcher, testServer, textOf } from "./test-fetcher.ts";

const FEED = "<rss/>";

/** Two publishers on one machine; the second is asked by another name. */
async function twoHosts() {
  const own = await testServer();
  const other = await testServer();
  other.set("/feed", { body: FEED });
  const credentials = [
    { source: "own", url: `${own.url}/feed`, headers: [["authorization", "Bearer t1"]] as const },
  ];
  const { ask } = testFetcher({ credentials });
  const heard = (server: typeof own) =>
    server.requests().map(({ headers }) => headers.authorization ?? null);
  return { own, other, ask, heard };
}

describe("credentials", () => {
  it("go to the source's own host, for that source alone", async () => {
    const { own, ask, heard } = await twoHosts();
    own.set("/feed", { body: FEED });
    await ask({ url: `${own.url}/feed`, source: "own" });
    await ask({ url: `${own.url}/feed`, source: "another" });
    await ask({ url: `${own.url}/feed` });
    expect(heard(own)).toEqual(["Bearer t1", null, null]);
  });

  it("go along when the host redirects within itself, and to nobody else", async () => {
    const { own, other, ask, heard } = await twoHosts();
    own.set("/feed", { status: 302, headers: { Location: "/moved" } });
    own.set("/moved", { status: 302, headers: { Location: `${other.url}/feed` } });
    expect(textOf(await ask({ url: `${own.url}/feed`, source: "own" }))).toBe(FEED);
    expect(heard(own)).toEqual(["Bearer t1", "Bearer t1"]);
    expect(heard(other)).toEqual([null]);
  });
});

describe("cookies", () => {
  it("let a publisher see that they come back, at the same address too", async () => {
    const server = await testServer();
    server.set("/feed", ({ headers }) =>
      headers.cookie === "seen=1"
        ? { body: FEED }
        : { status: 302, headers: { Location: "/feed", "Set-Cookie": "seen=1; Path=/" } },
    );
    const { ask } = testFetcher();
    expect(textOf(await ask({ url: `${server.url}/feed` }))).toBe(FEED);
    await ask({ url: `${server.url}/feed` });
    expect(server.requests().map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      "seen=1",
      undefined,
      "seen=1",
    ]);
  });

  it("do not keep a chain that turns in a circle alive", async () => {
    const server = await testServer();
    let count = 0;
    server.set("/feed", () => {
      count += 1;
      return { status: 302, headers: { Location: "/feed", "Set-Cookie": `n=${count}` } };
    });
    const { ask } = testFetcher();
    expect(errorOf(await ask({ url: `${server.url}/feed` }))).toMatchObject({
      kind: "too-many-redirects",
    });
  });
});
