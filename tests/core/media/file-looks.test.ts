import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { decideLooks, untypedFiles } from "../../../src/core/media/file-looks.ts";
import type { Enclosure } from "../../../src/core/media/media.ts";
import { aDraft, NOW } from "../../support/builders.ts";

const file = (url: string, over: Partial<Enclosure> = {}): Enclosure => ({
  ...{ url, type: null, bytes: null },
  ...over,
});
const picture = (url: string) => ({ url, width: null, height: null, alt: null, credit: null });

const [A, B] = ["https://cdn.example/a", "https://cdn.example/b"];

describe("the files of an article that are looked at", () => {
  it.each<[string, Partial<ArticleDraft>, readonly string[]]>([
    ["are those without a type", { image: picture(A), enclosures: [file(B)] }, [A, B]],
    ["are named once", { image: picture(A), enclosures: [file(A)] }, [A]],
    ["are not those that their feed types", { enclosures: [file(A, { type: "image/png" })] }, []],
    [
      "are those that it calls a download",
      { enclosures: [file(A, { type: "application/octet-stream" })] },
      [A],
    ],
    [
      "are not those whose name tells",
      { image: picture(`${A}.jpg`), enclosures: [file(`${B}.mp3`)] },
      [],
    ],
    [
      "are not the picture that its feed types as a file",
      { image: picture(A), enclosures: [file(A, { type: "image/png" })] },
      [],
    ],
    [
      "are only the picture of an excerpt",
      { republish: "excerpt", image: picture(A), enclosures: [file(B)] },
      [A],
    ],
    [
      "are none of a mere link",
      { republish: "link", image: picture(A), enclosures: [file(B)] },
      [],
    ],
    ["are on the web", { enclosures: [file("magnet:?xt=1"), file(B)] }, [B]],
  ])("%s", (_, said, expected) => {
    expect(untypedFiles(aDraft(said))).toEqual(expected);
  });

  it("are not those whose address is as long as a picture", () => {
    const image = picture(`${A}?${"0123456789".repeat(200)}`);
    expect(untypedFiles(aDraft({ image, enclosures: [file(B)] }))).toEqual([B]);
  });

  it("are ten at most", () => {
    const enclosures = Array.from({ length: 50 }, (_, n) => file(`${A}${n}`));
    expect(untypedFiles(aDraft({ enclosures }))).toHaveLength(10);
  });
});

describe("when the files of an article change", () => {
  const changes = { moved: [], added: [], notBefore: NOW, dropped: [] };

  it("a first one is looked at at once", () => {
    expect(decideLooks([], [A], NOW)).toEqual({ ...changes, added: [A] });
  });

  it("a next one waits, and what is gone is forgotten", () => {
    const notBefore = NOW + 600_000;
    expect(decideLooks([A], [B], NOW)).toEqual({ ...changes, added: [B], dropped: [A], notBefore });
  });

  it("one that stays is not looked at again", () => {
    expect(decideLooks([A], [A], NOW)).toMatchObject({ moved: [], added: [], dropped: [] });
  });

  it("another token behind the question mark is no other file", () => {
    const { moved, added, dropped } = decideLooks([`${A}?t=1`], [`${A}?t=2`], NOW);
    expect({ moved, added, dropped }).toEqual({
      ...{ moved: [{ from: `${A}?t=1`, to: `${A}?t=2` }], added: [], dropped: [] },
    });
  });

  it("a script that serves several tells them apart by it", () => {
    const [one, two, three] = [1, 2, 3].map((id) => `${A}?id=${id}`) as [string, string, string];
    expect(decideLooks([one, two], [two, three], NOW)).toMatchObject({
      ...{ moved: [], added: [three], dropped: [one] },
    });
  });
});
