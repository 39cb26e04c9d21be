import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Config, ConfigProblem } from "../../src/config/config.ts";
import { type WatchOptions, watchConfig } from "../../src/config/watch-config.ts";
import { valid, type Written, writeConfig } from "./configuration.ts";

/** Watches, and tells what happened one by one: a title for a change, a message for a mistake. */
function watch({ load }: Written, start: Partial<WatchOptions> = {}) {
  const events: string[] = [];
  let wake = (): void => {};
  const tell = (event: string): void => {
    events.push(event);
    wake();
  };
  const { reread, stop } = watchConfig({
    current: start.current ?? valid(load()),
    isWrong: start.isWrong ?? false,
    load: () => load(),
    intervalMs: 5,
    onChange: ({ site }: Config) => tell(site.title),
    onProblems: (problems: readonly ConfigProblem[]) => tell(`wrong: ${problems[0]?.key}`),
  });
  onTestFinished(stop);
  const next = async (): Promise<string> => {
    if (events.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return events.shift() ?? "";
  };
  return { next, reread, events };
}

const FIRST = "site: { title: first }\n";

it("applies a valid edit, and keeps the old configuration when an edit is invalid", async () => {
  const written = writeConfig(FIRST);
  const { next } = watch(written);
  writeFileSync(written.file, "site: { title: second one }\n");
  expect(await next()).toBe("second one");
  writeFileSync(written.file, "site: { tittle: third }\n");
  expect(await next()).toBe("wrong: site.tittle");
  writeFileSync(written.file, "site: { title: the third }\n");
  expect(await next()).toBe("the third");
});

it("survives an edit that breaks the reader of YAML", async () => {
  const written = writeConfig(FIRST);
  const { next } = watch(written);
  writeFileSync(written.file, "site: { title: *broken }\n");
  expect(await next()).toBe("wrong: ");
  rmSync(written.file);
  expect(await next()).toBe("wrong: ");
  writeFileSync(written.file, "site: { title: mended }\n");
  expect(await next()).toBe("mended");
});

it("looks at the lists that the file names", async () => {
  const list = (name: string) => `<opml><outline xmlUrl="https://${name}.example/"/></opml>`;
  const written = writeConfig(`${FIRST}sources: [{ opml: a.opml }]\n`, { "a.opml": list("a") });
  const { next } = watch(written);
  writeFileSync(join(written.folder, "a.opml"), list("longer"));
  expect(await next()).toBe("first");
});

it("rereads when asked, and tells nothing when nothing changed", async () => {
  const written = writeConfig(FIRST);
  const { next, reread, events } = watch(written);
  reread();
  expect(events).toEqual([]);
  writeFileSync(written.file, "site: { title: asked for }\n");
  reread();
  expect(await next()).toBe("asked for");
});

it("sees a list that was missing appear, and reports what is wrong only once", async () => {
  const written = writeConfig(FIRST);
  const { next, events } = watch(written);
  writeFileSync(written.file, "site: { title: listed }\nsources: [{ opml: late.opml }]\n");
  expect(await next()).toBe("wrong: sources[0].opml");
  const list = '<opml><outline xmlUrl="https://late.example/"/></opml>';
  writeFileSync(join(written.folder, "late.opml"), list);
  expect(await next()).toBe("listed");
  expect(events).toEqual([]);
});

it("says nothing of a mistake that was said at the start, and applies its correction", async () => {
  const written = writeConfig(FIRST);
  const current = valid(written.load());
  writeFileSync(written.file, "site: { tittle: broken }\n");
  const { next } = watch(written, { current, isWrong: true });
  writeFileSync(written.file, "site: { title: put right }\n");
  expect(await next()).toBe("put right");
});
