import { describe, expect, it } from "vitest";
import {
  attachmentsOf,
  haveOtherFiles,
  haveOtherPictures,
} from "../../../src/core/similarity/attachments.ts";

const files = (...urls: readonly string[]) =>
  attachmentsOf({ enclosures: urls.map((url) => ({ url, type: null, bytes: null })), image: null });
const sized = (url: string, bytes: number) =>
  attachmentsOf({ enclosures: [{ url, type: "audio/mpeg", bytes }], image: null });
const picture = (url: string) =>
  attachmentsOf({
    enclosures: [],
    image: { url, width: null, height: null, alt: null, credit: null },
  });

describe("the files of two articles", () => {
  it.each([
    ["of other names", "https://pod.example/1.mp3", "https://pod.example/2.mp3", true],
    [
      "of one name in other folders",
      "https://pod.example/03/06.mp3",
      "https://pod.example/04/06.mp3",
      true,
    ],
    [
      "that a script tells apart",
      "https://pod.example/play?id=1",
      "https://pod.example/play?id=2",
      true,
    ],
    [
      "that a script with an extension tells apart",
      "https://pod.example/play.php?id=1",
      "https://pod.example/play.php?id=2",
      true,
    ],
    ["with a token", "https://pod.example/1.mp3?t=5", "https://pod.example/1.mp3?t=6", false],
    ["over a secure connection", "http://pod.example/1.mp3", "https://pod.example/1.mp3", false],
    ["at another server", "https://a.pod.example/x/1.mp3", "https://b.pod.example/x/1.mp3", false],
    [
      "behind a counting service",
      "https://count.example/e/pod.example/x/1.mp3",
      "https://pod.example/x/1.mp3",
      false,
    ],
    [
      "behind two of them",
      "https://count.example/e/pod.example/1.mp3",
      "https://tally.example/t/7/pod.example/1.mp3",
      false,
    ],
  ])("%s", (_what, one, other, areOther) => {
    expect(haveOtherFiles(files(one), files(other))).toBe(areOther);
    expect(haveOtherFiles(files(other), files(one))).toBe(areOther);
  });

  it("are no pictures, by their medium where they have no type", () => {
    const gallery = (url: string) =>
      attachmentsOf({
        enclosures: [{ url, type: null, bytes: null, medium: "image" }],
        image: null,
      });
    const [one, other] = ["https://cdn.example/img/1", "https://cdn.example/img/2"].map(gallery);
    expect(one && other && haveOtherFiles(one, other)).toBe(false);
  });

  it("are the same when one of several is", () => {
    const one = files("https://pod.example/1.mp3", "https://pod.example/1.m4a");
    expect(haveOtherFiles(one, files("https://pod.example/1.m4a"))).toBe(false);
  });

  it("are the same recording when two houses keep as many bytes", () => {
    const at = (host: string, bytes: number) =>
      sized(`https://${host}/${bytes}/${host}.mp3`, bytes);
    expect(haveOtherFiles(at("a.example", 9_300_211), at("b.example", 9_300_211))).toBe(false);
    expect(haveOtherFiles(at("a.example", 9), at("b.example", 9))).toBe(true);
    const [first, second] = [
      sized("https://a.example/1.mp3", 9e6),
      sized("https://a.example/2.mp3", 9e6),
    ];
    expect(haveOtherFiles(first, second)).toBe(true);
  });

  it("say nothing where one of the two has none, or only a picture", () => {
    const one = files("https://pod.example/1.mp3");
    expect(haveOtherFiles(one, files())).toBe(false);
    expect(haveOtherFiles(one, files("https://pod.example/cover.jpg"))).toBe(false);
  });
});

describe("the pictures of two articles", () => {
  it.each([
    ["of other names", "https://cat.example/0301.gif", "https://cat.example/0302.gif", true],
    [
      "in another size",
      "https://cat.example/a-300x200.jpg",
      "https://cat.example/a-1200x800.jpg",
      false,
    ],
    ["with a token", "https://cat.example/a.jpg?w=300", "https://cat.example/a.jpg?w=900", false],
    ["from another server", "https://i1.cat.example/a.jpg", "https://i2.cat.example/a.jpg", false],
    [
      "that a script tells apart",
      "https://cat.example/show?day=1",
      "https://cat.example/show?day=2",
      true,
    ],
  ])("%s", (_what, one, other, areOther) => {
    expect(haveOtherPictures(picture(one), picture(other))).toBe(areOther);
  });
});
