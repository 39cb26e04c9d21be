import { expect, it, onTestFinished } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { createInside } from "../../src/http/ask-inside.ts";
import { siteForTest } from "./running-site.ts";
import { samplePublished } from "./sample-site.ts";

function inside() {
  const app = createApp({
    published: samplePublished(),
    logFailure: () => {},
    isAway: () => false,
  });
  const asked = createInside(app);
  onTestFinished(asked.close);
  return asked;
}

it.each([
  ["/", 200],
  ["/feeds.opml", 200],
  ["/favicon.ico", 200],
  ["/no/such/page", 404],
])("%s is answered inside as over a socket", async (path, status) => {
  const headers = { accept: "text/html", "accept-language": "de" };
  const { url } = await siteForTest();
  const outside = await fetch(url + path, { headers });
  const answer = await inside().ask(path, headers);
  expect([answer.status, outside.status]).toEqual([status, status]);
  expect(answer.body.equals(Buffer.from(await outside.arrayBuffer()))).toBe(true);
  for (const name of ["content-type", "cache-control", "content-security-policy"]) {
    expect(answer.headers[name]).toBe(outside.headers.get(name) ?? undefined);
  }
});

it("answers many at a time, each with its own", async () => {
  const { ask } = inside();
  const paths = Array.from({ length: 50 }, (_, n) => `/feeds/${n}`);
  const answers = await Promise.all(paths.map((path) => ask(path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
});
