import { describe, expect, it } from "vitest";
import { redirect } from "../../support/source-faults.ts";
import { errorOf, testFetcher, testServer, textOf } from "./test-fetcher.ts";

/** Ways to write an address that is not public, in a URL. Those that are no URL at all are bad-url. */
const SPELLINGS = [
  "127.0.0.1",
  "127.0.0.1.",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7F.0.0.1",
  "0x7f.1",
  "017700000001",
  "0177.0.0.1",
  "0177.0x0.1",
  "00000177.0.0.1",
  "%31%32%37.0.0.1",
  "１２７.０.０.１",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
  "0",
  "0.0.0.0",
  "0x0",
  "0.1.2.3",
  "10.0.0.5",
  "10.1",
  "167772161",
  "012.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "192.168.257",
  "0xc0a80101",
  "169.254.169.254",
  "2852039166",
  "0xA9FEA9FE",
  "0251.0376.0251.0376",
  "100.64.0.1",
  "100.127.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.88.99.1",
  "192.31.196.1",
  "192.52.193.1",
  "192.175.48.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "4294967295",
  "[::]",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[0000:0000::0001]",
  "[::127.0.0.1]",
  "[::10.0.0.5]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::FFFF:A00:5]",
  "[0:0:0:0:0:ffff:169.254.169.254]",
  "[::ffff:8.8.8.8]",
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::a00:5]",
  "[64:ff9b:1::a00:5]",
  "[100::1]",
  "[2001::1]",
  "[2001:0:7f00:1::]",
  "[2001:2::1]",
  "[2001:10::1]",
  "[2001:20::1]",
  "[2001:db8::1]",
  "[2002:7f00:1::]",
  "[2002:a00:5::1]",
  "[3fff::1]",
  "[4000::1]",
  "[5f00::1]",
  "[fc00::1]",
  "[fd12:3456:789a::1]",
  "[fe80::1]",
  "[FE80::1]",
  "[febf::1]",
  "[fec0::1]",
  "[ff02::1]",
  "[ff0e::1]",
];

/** Not even URLs. */
const NO_URLS = [
  "[fe80::1%25eth0]",
  "[fe80::1%eth0]",
  "[::1",
  "256.0.0.1",
  "0x100000000",
  "127.0.0.1.1",
  "a b",
];

/** Addresses as DNS may give them. */
const ANSWERS = [
  "127.0.0.1",
  "10.0.0.5",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "::1",
  "::",
  "::ffff:127.0.0.1",
  "::10.0.0.5",
  "64:ff9b::7f00:1",
  "2002:7f00:1::1",
  "2001::1",
  "fe80::1",
  "fe80::1%lo",
  "fec0::1",
  "fd00::1",
  "not an address",
];

const NO_EXEMPTIONS = { allowNetworks: [], connectTimeoutMs: 1_000 };

describe("an address that is not public", () => {
  it.each(SPELLINGS)("is refused when written as %s, and nobody is called", async (spelling) => {
    const server = await testServer();
    const { ask } = testFetcher(NO_EXEMPTIONS);
    const result = await ask({ url: `http://${spelling}:${server.port}/feed.xml` });
    expect(errorOf(result).kind).toBe("forbidden-address");
    expect(result).toMatchObject({ error: { requests: 0 } });
    expect(server.connections()).toBe(0);
  });

  it.each(NO_URLS)("is no URL when written as %s", async (spelling) => {
    const error = errorOf(await testFetcher(NO_EXEMPTIONS).ask({ url: `http://${spelling}/` }));
    expect(error.kind).toBe("bad-url");
  });

  it("is refused over https too", async () => {
    const server = await testServer();
    const { ask } = testFetcher(NO_EXEMPTIONS);
    const error = errorOf(await ask({ url: `https://0x7f.1:${server.port}/` }));
    expect(error).toEqual({ kind: "forbidden-address", host: "127.0.0.1", address: "127.0.0.1" });
    expect(server.connections()).toBe(0);
  });

  it.each(ANSWERS)("is refused when a name resolves to %s", async (address) => {
    const server = await testServer();
    const { ask } = testFetcher({ ...NO_EXEMPTIONS, resolveHost: async () => [address] });
    const error = errorOf(await ask({ url: `http://feeds.example:${server.port}/feed.xml` }));
    expect(error).toEqual({ kind: "forbidden-address", host: "feeds.example", address });
    expect(server.connections()).toBe(0);
  });

  it("is refused when this machine calls it localhost", async () => {
    const server = await testServer();
    const error = errorOf(
      await testFetcher(NO_EXEMPTIONS).ask({ url: `http://LOCALHOST:${server.port}/` }),
    );
    expect(error).toMatchObject({ kind: "forbidden-address", host: "localhost" });
    expect(server.connections()).toBe(0);
  });

  it.each(
    SPELLINGS.filter((spelling) => URL.parse(`http://${spelling}`)?.hostname !== "127.0.0.1"),
  )("is refused when a redirect leads to %s", async (spelling) => {
    const server = await testServer();
    const location = Buffer.from(`http://${spelling}:${server.port}/secret`).toString("latin1");
    server.set("/feed.xml", redirect(location));
    server.set("/secret", { body: "secret" });
    const { ask } = testFetcher({ allowNetworks: ["127.0.0.1"] });

    const result = await ask({ url: `${server.url}/feed.xml` });

    expect(errorOf(result).kind).toBe("forbidden-address");
    expect(result).toMatchObject({ error: { requests: 1 } });
    expect(server.connections()).toBe(1);
  });

  it("is refused when a redirect leads to a name that resolves to it", async () => {
    const server = await testServer();
    server.set("/feed.xml", redirect(`http://inside.example:${server.port}/secret`));
    const resolveHost = async (host: string) => [host === "inside.example" ? "::1" : "127.0.0.1"];
    const { ask } = testFetcher({ allowNetworks: ["127.0.0.1"], resolveHost });
    const result = await ask({ url: `http://publisher.example:${server.port}/feed.xml` });
    expect(errorOf(result)).toEqual({
      kind: "forbidden-address",
      host: "inside.example",
      address: "::1",
    });
    expect(server.connections()).toBe(1);
  });

  it("gains nothing from an answer that changes (DNS rebinding)", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: "public" });
    const answers = ["127.0.0.1", "127.0.0.2"];
    const asked: string[] = [];
    const { ask } = testFetcher({
      allowNetworks: ["127.0.0.1"],
      resolveHost: async (host) => {
        asked.push(host);
        return [answers.shift() ?? "127.0.0.2"];
      },
    });
    const result = await ask({ url: `http://rebind.example:${server.port}/feed.xml` });
    expect(textOf(result)).toBe("public");
    expect(asked).toEqual(["rebind.example"]);
  });
});

describe("a host with several addresses", () => {
  it("is reached at one that is allowed", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: "here" });
    const { ask } = testFetcher({ resolveHost: async () => ["10.0.0.5", "::1", "127.0.0.1"] });
    expect(textOf(await ask({ url: `http://feeds.example:${server.port}/feed.xml` }))).toBe("here");
  });

  it("is reached at the next when the first does not answer", async () => {
    const server = await testServer();
    server.set("/feed.xml", { body: "here" });
    const { ask } = testFetcher({
      allowNetworks: ["127.0.0.0/8", "::1"],
      resolveHost: async () => ["::1", "127.0.0.9", "127.0.0.1"],
    });
    expect(textOf(await ask({ url: `http://feeds.example:${server.port}/feed.xml` }))).toBe("here");
  });
});

describe("an exemption", () => {
  it.each(["127.0.0.1", "127.0.0.1/32", "127.0.0.0/8"])(
    "of %s lets its addresses through",
    async (network) => {
      const server = await testServer();
      server.set("/feed.xml", { body: "exempt" });
      const { ask } = testFetcher({ allowNetworks: [network] });
      expect(textOf(await ask({ url: `http://127.1:${server.port}/feed.xml` }))).toBe("exempt");
      expect(textOf(await ask({ url: `http://localhost:${server.port}/feed.xml` }))).toBe("exempt");
      expect(errorOf(await ask({ url: "http://10.0.0.5/" })).kind).toBe("forbidden-address");
      expect(errorOf(await ask({ url: `http://[::ffff:127.0.0.1]:${server.port}/` })).kind).toBe(
        "forbidden-address",
      );
    },
  );

  it("that is no network is a mistake that stops the start", () => {
    expect(() => testFetcher({ allowNetworks: ["127.0.0.0/8", "everything"] })).toThrow();
  });
});

describe("a name", () => {
  it.each([
    ["is unknown", Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), "ENOTFOUND"],
    [
      "cannot be looked up now",
      Object.assign(new Error("try again"), { code: "EAI_AGAIN" }),
      "EAI_AGAIN",
    ],
  ])("that %s is a dns error", async (_what, failure, code) => {
    const { ask } = testFetcher({ resolveHost: () => Promise.reject(failure) });
    const result = await ask({ url: "https://gone.example/feed.xml" });
    expect(result).toEqual({
      ok: false,
      error: {
        error: { kind: "dns", host: "gone.example", code },
        requests: 0,
        url: "https://gone.example/feed.xml",
      },
    });
  });

  it("without an address is a dns error", async () => {
    const { ask } = testFetcher({ resolveHost: async () => [] });
    const error = errorOf(await ask({ url: "https://empty.example/" }));
    expect(error).toEqual({ kind: "dns", host: "empty.example", code: "ENODATA" });
  });

  it("in other letters is asked for in ASCII", async () => {
    const asked: string[] = [];
    const { ask } = testFetcher({
      resolveHost: async (host) => {
        asked.push(host);
        return ["10.0.0.5"];
      },
    });
    await ask({ url: "http://BÜCHER.example/" });
    expect(asked).toEqual(["xn--bcher-kva.example"]);
  });
});
