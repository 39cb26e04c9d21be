import { describe, expect, it } from "vitest";
import { adminForTest, TOKEN } from "./admin-site.ts";

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

describe("the token", () => {
  it.each([
    ["as bearer", `Bearer ${TOKEN}`, 200],
    ["as bearer, however the scheme is spelled", `bearer ${TOKEN}`, 200],
    ["as Basic password of anybody", basic("anybody", TOKEN), 200],
    ["as Basic password of nobody", basic("", TOKEN), 200],
    ["not as Basic name", basic(TOKEN, "x"), 401],
    ["not with something after it", `Bearer ${TOKEN}x`, 401],
    ["not without its end", `Bearer ${TOKEN.slice(0, -1)}`, 401],
    ["not empty", "Bearer ", 401],
    ["not under an unknown scheme", `Token ${TOKEN}`, 401],
    ["not as what is no Basic credential", "Basic !!!", 401],
  ])("lets in %s", async (_, authorization, status) => {
    const { get } = await adminForTest();

    expect((await get("/admin", { Authorization: authorization })).status).toBe(status);
  });

  it("is asked for in both ways when it is missing", async () => {
    const { url } = await adminForTest();
    const response = await fetch(`${url}/admin`);

    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe(
      'Basic realm="Offprint", charset="UTF-8", Bearer realm="Offprint"',
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it.each(["/admin", "/admin/articles/a1", "/admin/nothing"])(
    "is needed for %s, also to change something",
    async (path) => {
      const { url } = await adminForTest();

      expect((await fetch(url + path)).status).toBe(401);
      expect((await fetch(url + path, { method: "POST", body: "x=1" })).status).toBe(401);
    },
  );

  it("is of no use where none is set: there is no such page", async () => {
    const { get, post } = await adminForTest({ token: null });

    expect((await get("/admin")).status).toBe(404);
    expect((await get("/admin/articles/a1")).status).toBe(404);
    expect((await post("/admin/articles/a1/keep", "all=1")).status).toBe(404);
  });

  it("is not taken from an address", async () => {
    const { url } = await adminForTest();

    expect((await fetch(`${url}/admin?token=${TOKEN}`)).status).toBe(401);
  });
});

describe("who guesses", () => {
  const wrong = { Authorization: "Bearer wrong" };

  it("is told to wait after ten wrong tokens, even with the right one", async () => {
    const { get } = await adminForTest();
    for (let index = 0; index < 10; index += 1) {
      expect((await get("/admin", wrong)).status).toBe(401);
    }
    const refused = await get("/admin");

    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("cache-control")).toBe("no-store");
  });

  it("is not held up where the right token was given lately", async () => {
    const { get } = await adminForTest();
    expect((await get("/admin")).status).toBe(200);
    for (let index = 0; index < 15; index += 1) {
      expect((await get("/admin", wrong)).status).toBe(401);
    }
    expect((await get("/admin")).status).toBe(200);
  });

  it("holds up nobody else", async () => {
    const { get } = await adminForTest({ trustProxy: 1 });
    const from = (address: string) => ({ "X-Forwarded-For": address });
    for (let index = 0; index < 11; index += 1) {
      await get("/admin", { ...wrong, ...from("203.0.113.7") });
    }

    expect((await get("/admin", from("203.0.113.7"))).status).toBe(429);
    expect((await get("/admin", from("198.51.100.9"))).status).toBe(200);
  });

  it("is not who asks often with the right token, nor a browser that asks without any", async () => {
    const { get, url } = await adminForTest();
    for (let index = 0; index < 15; index += 1) {
      await fetch(`${url}/admin`);
      expect((await get("/admin")).status).toBe(200);
    }
  });
});
