import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import express from "express";
import { describe, expect, it } from "vitest";
import { createAddressKey, createClientKey } from "../../../src/http/clients/client-key.ts";

type Asked = Pick<IncomingMessage, "headers" | "socket">;

const ask = (remoteAddress: string | undefined, forwarded?: string): Asked => ({
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  socket: { remoteAddress } as Socket,
});

const keyOf = (trustProxy: number, remote: string | undefined, forwarded?: string) =>
  createClientKey(trustProxy)(ask(remote, forwarded));

describe("the key of a client that is connected directly", () => {
  it.each([
    ["an IPv4 address", "203.0.113.7", "203.0.113.7"],
    ["the same, as a dual-stack socket has it", "::ffff:203.0.113.7", "203.0.113.7"],
    ["the /64 of an IPv6 address", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["the /64 of a short one", "2001:db8::1", "2001:db8:0:0::/64"],
    ["the /64 of one that is short at its end", "2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["without leading zeros and capitals", "2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ])("is %s", (_what, remote, key) => {
    expect(keyOf(0, remote)).toBe(key);
  });

  it.each([
    ...["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "192.168.1.1", "172.20.0.1"],
    ...["100.100.1.1", "169.254.1.1", "fe80::1%eth0", "fd00::1"],
    undefined,
  ])("does not exist for %s, which is not limited", (remote) => {
    expect(keyOf(0, remote)).toBeNull();
    expect(keyOf(1, remote)).toBeNull();
  });

  it("is not what the client says when no proxy is trusted", () => {
    expect(keyOf(0, "203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
    expect(keyOf(0, "127.0.0.1", "198.51.100.1")).toBeNull();
  });
});

describe("the key of a client behind proxies", () => {
  it.each([
    ["what the proxy saw", 1, "198.51.100.1", "198.51.100.1"],
    ["what the proxy saw, not what the client wrote", 1, "1.1.1.1, 198.51.100.1", "198.51.100.1"],
    ["what the outer of two saw", 2, "1.1.1.1, 198.51.100.1, 203.0.113.9", "198.51.100.1"],
    ["the first where there are fewer than trusted", 3, "198.51.100.1", "198.51.100.1"],
    ["without the port", 1, "198.51.100.1:4711", "198.51.100.1"],
    ["of IPv6 the /64", 1, "2001:db8::7", "2001:db8:0:0::/64"],
    ["of IPv6 with a port", 1, "[2001:db8::7]:4711", "2001:db8:0:0::/64"],
    ["of IPv4 in IPv6", 1, "::ffff:198.51.100.1", "198.51.100.1"],
    ["a private one too, for the proxy tells it from others", 1, "192.168.1.7", "192.168.1.7"],
    ["the proxy when it says nothing sensible", 1, "unknown", "203.0.113.7"],
  ])("is %s", (_what, trustProxy, forwarded, key) => {
    const keys = createClientKey(trustProxy);
    const asked = ask("203.0.113.7", forwarded);
    expect([keys(asked), keys(asked)]).toEqual([key, key]);
  });

  it("is the address that Express takes for the client's", () => {
    const chains = ["198.51.100.1", "1.1.1.1, 198.51.100.1", "1.1.1.1, 2.2.2.2, 3.3.3.3"];
    for (const trustProxy of [1, 2, 3]) {
      const app = express().set("trust proxy", trustProxy);
      for (const forwarded of chains) {
        const asked = ask("203.0.113.7", forwarded);
        const { ip } = Object.create(app.request, {
          app: { value: app },
          headers: { value: asked.headers },
          socket: { value: asked.socket },
          connection: { value: asked.socket },
        }) as { ip: string };
        expect(createClientKey(trustProxy)(asked)).toBe(ip);
      }
    }
  });
});

describe("the key of an address", () => {
  const addressOf = (remote: string, forwarded?: string) =>
    createAddressKey(1)(ask(remote, forwarded));

  it("tells the machines of a private network apart, and those that a proxy saw", () => {
    expect(addressOf("127.0.0.1")).toBe("127.0.0.1");
    expect(addressOf("::ffff:127.0.0.9")).toBe("127.0.0.9");
    expect(addressOf("fd00::1")).toBe("fd00::1");
    expect(addressOf("127.0.0.1", "203.0.113.7")).toBe("203.0.113.7");
  });

  it("is the /64 of a public IPv6 address, of which one machine has many", () => {
    expect(addressOf("2001:db8::1")).toBe(addressOf("2001:db8::2"));
  });
});
