import { expect, it } from "vitest";
import { sampleName } from "../../../src/core/media/sample-picture.ts";
import { siteForTest } from "../running-site.ts";
import { anEntry, samplePublished } from "../sample-site.ts";

const shown = (url: string) => ({
  image: { url, width: 1200, height: 800, alt: null, credit: null },
  contentHtml: `<p>Text</p><figure><img src="${url}" alt=""></figure>`,
});

it("shows the pictures of the samples without a network", async () => {
  const entries = [anEntry(shown("https://bilder.talbote.example/2026/ahrenzbruecke-1200.jpg"))];
  const { url } = await siteForTest(samplePublished({ entries }));

  for (const path of ["/articles/a1", "/feeds/all"]) {
    const page = await (await fetch(url + path)).text();
    const [, src] = /<img src="([^"]*)"/.exec(page) ?? [];
    expect(src).toBe("/samples/ahrenzbruecke-1200.svg");
  }
  const picture = await fetch(`${url}/samples/ahrenzbruecke-1200.svg`);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  expect((await fetch(`${url}/samples/other.svg`)).status).toBe(404);
});

it("leaves every other picture where it is", async () => {
  const address = "https://bote.example/2026/other.jpg";
  const { url } = await siteForTest(samplePublished({ entries: [anEntry(shown(address))] }));
  expect(await (await fetch(`${url}/articles/a1`)).text()).toContain(`src="${address}"`);
});

it.each([
  ["https://a.example/x/mill-2.jpg", "mill-2"],
  ["https://a.example.org/mill.jpg", null],
  ["https://a.example/..%2fmill.jpg", null],
  ["mill.jpg", null],
])("the sample of %s is %s", (address, name) => {
  expect(sampleName(address)).toBe(name);
});
