import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  composeShare,
  fediverseHandle,
  type ShareInput,
  shareLinks,
} from "../../../src/core/entries/share.ts";
import { hostileString } from "../../support/hostile-strings.ts";

const input = (overrides: Partial<ShareInput> = {}): ShareInput => ({
  canonicalUrl: "https://valley.example/bridge",
  link: "https://valley.example/bridge?utm_source=rss",
  page: "https://desk.example/articles/4k7q2m",
  title: "Brücke & Steg",
  summary: "After four years\nthe bridge is open.",
  image: null,
  siteName: "Valley Courier",
  ...overrides,
});

describe("composeShare", () => {
  it("shares the original by its canonical address, text on one line, without a default picture", () => {
    expect(composeShare(input())).toEqual({
      canonicalUrl: "https://valley.example/bridge",
      title: "Brücke & Steg",
      description: "After four years the bridge is open.",
      image: null,
      siteName: "Valley Courier",
    });
  });

  it.each([
    ["the link as given when there is no canonical one", input().link],
    ["its page here when it has no address of its own", null],
  ])("takes %s", (_, link) => {
    expect(composeShare(input({ canonicalUrl: null, link })).canonicalUrl).toBe(
      link ?? input().page,
    );
  });

  it.each([
    ["is no address of a page", "javascript:alert(1)", input().page],
    ["holds what no URL may", "https://valley.example/{a}", "https://valley.example/%7Ba%7D"],
  ])("gives an address as feeds do where the link %s", (_, link, shared) => {
    const share = composeShare(input({ canonicalUrl: null, link }));
    expect(share.canonicalUrl).toBe(shared);
  });

  it("takes the address of the picture", () => {
    const image = {
      url: "https://img.example/a.jpg",
      width: 1,
      height: 1,
      alt: null,
      credit: null,
    };
    expect(composeShare(input({ image })).image).toBe("https://img.example/a.jpg");
  });
});

describe("shareLinks", () => {
  const links = new Map(
    shareLinks(composeShare(input())).map(({ network, url }) => [network, url]),
  );
  const title = "Br%C3%BCcke%20%26%20Steg";
  const url = "https%3A%2F%2Fvalley.example%2Fbridge";

  it.each([
    ["mail", `mailto:?subject=${title}&body=${url}`],
    ["whatsapp", `https://wa.me/?text=${title}%20${url}`],
    ["telegram", `https://t.me/share/url?url=${url}&text=${title}`],
    ["x", `https://x.com/intent/post?text=${title}&url=${url}`],
    ["facebook", `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ["linkedin", `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
    ["mastodon", `https://tootpick.org/#text=${title}%20${url}`],
    ["bluesky", `https://bsky.app/intent/compose?text=${title}%20${url}`],
  ])("shares on %s without a script", (network, expected) => {
    expect(links.get(network)).toBe(expected);
  });

  it("cuts a title that no network would take, between characters", () => {
    const share = composeShare(input({ title: "😀".repeat(50_000) }));
    const subject = new URLSearchParams(shareLinks(share)[0]?.url.split("?")[1]).get("subject");
    expect(subject).toBe(`${"😀".repeat(199)}…`);
  });

  it("keeps a title of 200 characters whole", () => {
    const share = composeShare(input({ title: "😀".repeat(200) }));
    const subject = new URLSearchParams(shareLinks(share)[0]?.url.split("?")[1]).get("subject");
    expect(subject).toBe("😀".repeat(200));
  });

  it("gives addresses of plain ASCII for any title", () => {
    fc.assert(
      fc.property(hostileString(), (text) => {
        const share = composeShare(
          input({ title: text, canonicalUrl: `https://valley.example/${text}` }),
        );
        for (const link of shareLinks(share)) {
          expect(URL.canParse(link.url)).toBe(true);
          expect(link.url).toMatch(/^[!-~]+$/);
          expect(link.url).not.toMatch(/[<>"\\^`{|}]/);
        }
      }),
    );
  });
});

describe("the fediverse handle of a profile", () => {
  it.each([
    ["https://social.example/@ada", "@ada@social.example"],
    ["https://social.example/@ada/", "@ada@social.example"],
    ["https://social.example/users/ada_weir", "@ada_weir@social.example"],
    ["https://social.example/@ada@elsewhere.example", "@ada@elsewhere.example"],
    ["https://Social.Example/@Ada", "@Ada@social.example"],
  ])("is read from %s", (profile, handle) => {
    expect(fediverseHandle(profile)).toBe(handle);
  });

  it.each([
    null,
    "https://valley.example/ada",
    "https://valley.example/users/12/ada",
    "https://social.example/@ada/113",
    "https://social.example/@",
    "http://social.example/@ada",
    "https://social.example:8443/@ada",
    "https://www.youtube.com/@ada",
    "https://ada.medium.com/@ada",
    "javascript:alert(1)//@ada",
    "@ada",
  ])("is none in %s", (profile) => {
    expect(fediverseHandle(profile)).toBeNull();
  });
});
