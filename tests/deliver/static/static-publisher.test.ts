import { describe, expect, it } from "vitest";
import { TargetGone } from "../../../src/core/entries/static-files.ts";
import { inventSite, inventTarget, read, startPublishing } from "./invented-static-site.ts";

const SITE = { "/": "front", "/404": "nothing here" };

/** A site with a feed of two articles, written. */
async function written() {
  const invented = inventSite();
  const target = inventTarget();
  invented.change("alpha", "Alpha");
  invented.change("beta", "Beta");
  invented.shown.set("all", ["alpha", "beta"]);
  invented.publish("all", "alpha, beta");
  const publishing = await startPublishing(invented, target);
  await publishing.finish();
  target.happened.length = 0;
  invented.asked.length = 0;
  return { invented, target, publishing };
}

describe("publishing files", () => {
  it("writes every address of the site", async () => {
    const { target } = await written();
    expect(read(target)).toEqual({
      ...SITE,
      "/articles/alpha": "Alpha",
      "/articles/beta": "Beta",
      "/feeds/all.rss": "alpha, beta",
    });
  });

  it("writes articles and archive pages before the feed that points to them", async () => {
    const { invented, target, publishing } = await written();
    invented.change("gamma", "Gamma");
    invented.archived.set("all", 1);
    invented.texts.set("/feeds/all/archive/1.rss", "alpha");
    invented.shown.set("all", ["gamma"]);
    invented.publish("all", "gamma");
    await publishing.finish();
    expect(target.happened).toEqual([
      "+/articles/gamma",
      "+/feeds/all/archive/1.rss",
      "+/feeds/all.rss",
    ]);
  });

  it("writes nothing, and asks for nothing, while nothing changed", async () => {
    const { invented, target, publishing } = await written();
    expect(await publishing.turn()).toBeGreaterThan(0);
    expect([target.happened, invented.asked]).toEqual([[], []]);
  });

  it("writes only what differs of what may have changed", async () => {
    const { invented, target, publishing } = await written();
    invented.publish("all", "alpha, beta");
    await publishing.finish();
    expect(invented.asked).toContain("/feeds/all.rss");
    expect(target.happened).toEqual([]);
  });

  it("puts a page in the place of a withdrawn article before the article goes, and lists it", async () => {
    const { invented, target, publishing } = await written();
    invented.withdrawn.add("/articles/alpha");
    invented.change("alpha", "withdrawn");
    await publishing.finish();
    expect(target.happened).toEqual(["+!/articles/alpha", "-/articles/alpha", "+~withdrawn.txt"]);
    expect(String(target.files.get("~withdrawn.txt")?.body)).toBe("/articles/alpha");
    invented.withdrawn.clear();
    invented.change("alpha", "Alpha again");
    await publishing.finish();
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha again" });
    expect(String(target.files.get("~withdrawn.txt")?.body)).toBe("");
  });

  it("writes archive pages anew that show a changed article", async () => {
    const { invented, target, publishing } = await written();
    invented.archived.set("all", 1);
    invented.texts.set("/feeds/all/archive/1.rss", "alpha");
    invented.publish("all", "beta");
    await publishing.finish();
    invented.texts.set("/feeds/all/archive/1.rss", "alpha was withdrawn");
    invented.change("alpha", "Alpha");
    await publishing.finish();
    expect(read(target)).toMatchObject({ "/feeds/all/archive/1.rss": "alpha was withdrawn" });
  });

  it("compares all pages when the configuration changed, feeds first", async () => {
    const { invented, target, publishing } = await written();
    invented.key = "second";
    for (const [path, text] of invented.texts) invented.texts.set(path, `${text} in blue`);
    await publishing.finish();
    expect(target.happened.slice(0, 3)).toEqual(["+/feeds/all.rss", "+/", "+/404"]);
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha in blue" });
  });

  it("removes what belongs to a feed that left the configuration", async () => {
    const { invented, target, publishing } = await written();
    invented.feeds = [];
    invented.key = "second";
    await publishing.finish();
    expect(read(target)).toEqual({ ...SITE, "/articles/alpha": "Alpha", "/articles/beta": "Beta" });
  });

  it("removes articles that the store has no more, with the next configuration", async () => {
    const { invented, target, publishing } = await written();
    invented.texts.delete("/articles/alpha");
    invented.key = "second";
    await publishing.finish();
    expect(read(target)).not.toHaveProperty("/articles/alpha");
  });

  it("writes the articles of a source anew that is named otherwise", async () => {
    const { invented, target, publishing } = await written();
    invented.names.set("valley", "The Valley");
    invented.texts.set("/articles/alpha", "Alpha, by The Valley");
    publishing.clock.now += 60_000;
    invented.publish("all", "alpha, beta");
    await publishing.finish();
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha, by The Valley" });
  });

  it("gives each version of a page a later second", async () => {
    const { invented, target, publishing } = await written();
    const dates = [target.files.get("/articles/alpha")?.changedAt ?? 0];
    for (const text of ["one", "two"]) {
      invented.change("alpha", text);
      await publishing.finish();
      dates.push(target.files.get("/articles/alpha")?.changedAt ?? 0);
    }
    expect(dates).toEqual([1_000_000, 1_001_000, 1_002_000]);
  });
});

it("writes nothing where something else is in the place of the target", async () => {
  const { invented, target, publishing } = await written();
  target.isGone = true;
  invented.change("gamma", "Gamma");
  await expect(publishing.turn()).rejects.toBeInstanceOf(TargetGone);
  expect(target.happened).toEqual([]);
});

it("notices with its next look that the target is gone, also while nothing changes", async () => {
  const { target, publishing } = await written();
  target.isGone = true;
  await expect(publishing.turn()).rejects.toBeInstanceOf(TargetGone);
});

describe("a file that cannot be written", () => {
  it("is written later, with the changes of its turn", async () => {
    const { invented, target, publishing } = await written();
    target.failing.add("/articles/alpha");
    invented.change("alpha", "Alpha, corrected");
    invented.publish("all", "alpha, corrected");
    await expect(publishing.turn()).rejects.toThrow("the disk is full");
    expect(read(target)).toMatchObject({ "/feeds/all.rss": "alpha, beta" });
    target.failing.clear();
    await publishing.finish();
    expect(read(target)).toMatchObject({
      "/articles/alpha": "Alpha, corrected",
      "/feeds/all.rss": "alpha, corrected",
    });
  });

  it("is not written over somebody else's", async () => {
    const { invented, target, publishing } = await written();
    target.foreign.add("/articles/gamma");
    invented.change("gamma", "Gamma");
    await expect(publishing.turn()).rejects.toThrow("/articles/gamma is somebody else's");
    expect(target.journal).not.toContainEqual(
      expect.objectContaining({ place: "/articles/gamma" }),
    );
  });
});

describe("a page that cannot be rendered", () => {
  /** A correction that cannot be rendered, beside other changes. */
  async function failing() {
    const site = await written();
    const { invented, publishing } = site;
    invented.failing.set("/articles/alpha", 500);
    invented.change("alpha", "Alpha, corrected");
    invented.change("gamma", "Gamma");
    invented.publish("all", "alpha, beta, gamma");
    await publishing.finish();
    return site;
  }

  it("leaves its file as it was, and all else goes on", async () => {
    const { target, publishing } = await failing();
    expect(read(target)).toMatchObject({
      "/articles/alpha": "Alpha",
      "/articles/gamma": "Gamma",
      "/feeds/all.rss": "alpha, beta, gamma",
    });
    expect([...publishing.unrendered]).toEqual(["/articles/alpha"]);
  });

  it("is tried again with the next change, whatever changes", async () => {
    const { invented, target, publishing } = await failing();
    invented.failing.clear();
    publishing.clock.now += 5_000;
    invented.change("beta", "Beta, corrected");
    await publishing.finish();
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha, corrected" });
    expect([...publishing.unrendered]).toEqual([]);
  });

  it("is tried again after a while, where nothing changes, and not with every look", async () => {
    const { invented, target, publishing } = await failing();
    const tries = () => invented.asked.filter((path) => path === "/articles/alpha").length;
    const before = tries();
    for (let second = 0; second < 60; second += 1) {
      await publishing.finish();
      publishing.clock.now += 1_000;
    }
    expect(tries()).toBe(before);
    invented.failing.clear();
    await publishing.finish();
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha, corrected" });
  });

  it("is not asked for more often than every five seconds while the store changes all the time", async () => {
    const { invented, publishing } = await failing();
    invented.asked.length = 0;
    for (let change = 0; change < 20; change += 1) {
      publishing.clock.now += 1_000;
      invented.change("beta", `Beta ${change}`);
      await publishing.finish();
    }
    expect(invented.asked.filter((path) => path === "/articles/alpha")).toHaveLength(4);
  });

  it("is tried again after a restart, also when its journal was made shorter", async () => {
    const { invented, target } = await failing();
    invented.failing.clear();
    for (let n = 0; n < 21_000; n += 1)
      target.journal.push({ kind: "removed", place: `/old/${n}` });
    const again = await startPublishing(invented, target);
    expect([...again.unrendered]).toEqual(["/articles/alpha"]);
    invented.change("beta", "Beta, corrected");
    await again.finish();
    expect(target.journal.length).toBeLessThan(100);
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha, corrected" });
    expect([...(await startPublishing(invented, target)).unrendered]).toEqual([]);
  });

  it("does not keep a run from its end, however many fail and whatever changes", async () => {
    const { invented, publishing } = await written();
    for (let n = 0; n < 300; n += 1) {
      invented.change(`a${n}`, "broken");
      invented.failing.set(`/articles/a${n}`, 500);
    }
    const { answer } = invented.site;
    invented.site.answer = (path) => {
      publishing.clock.now += 100;
      return answer(path);
    };
    let turns = 0;
    while ((await publishing.turn()) === 0) {
      turns += 1;
      expect(turns).toBeLessThan(20);
      invented.change("beta", `Beta ${turns}`);
    }
    expect(publishing.unrendered.size).toBe(300);
  });

  it("is forgotten when nothing is there any more", async () => {
    const { invented, publishing } = await failing();
    invented.failing.clear();
    invented.texts.delete("/articles/alpha");
    publishing.clock.now += 60_000;
    await publishing.finish();
    expect([...publishing.unrendered]).toEqual([]);
  });

  it("leaves the files that tell of it as they were, and lists withdrawn articles all the same", async () => {
    const { invented, target, publishing } = await written();
    const text = (place: string) => String(target.files.get(place)?.body);
    invented.failing.set("/", 500);
    invented.texts.set("/", "front, anew");
    invented.withdrawn.add("/articles/alpha");
    invented.change("alpha", "withdrawn");
    invented.publish("all", "beta");
    await publishing.finish();
    expect([text("~_headers"), text("~withdrawn.txt")]).toEqual(["of front", "/articles/alpha"]);
    invented.failing.clear();
    publishing.clock.now += 60_000;
    await publishing.finish();
    expect([text("/"), text("~_headers")]).toEqual(["front, anew", "of front, anew"]);
  });

  it("stops everything when the answer says that the site cannot answer now", async () => {
    const { invented, target, publishing } = await written();
    invented.failing.set("/articles/alpha", 503);
    invented.change("alpha", "Alpha, corrected");
    invented.publish("all", "alpha, corrected");
    await expect(publishing.turn()).rejects.toThrow("/articles/alpha cannot be rendered now (503)");
    invented.failing.clear();
    await publishing.finish();
    expect(read(target)).toMatchObject({ "/articles/alpha": "Alpha, corrected" });
  });
});

describe("after a restart", () => {
  it("goes on with what changed meanwhile, and compares no other article", async () => {
    const { invented, target } = await written();
    invented.change("beta", "Beta, corrected");
    const again = await startPublishing(invented, target);
    await again.finish();
    expect(target.happened).toEqual(["+/articles/beta"]);
    expect(invented.asked).not.toContain("/articles/alpha");
  });

  it("writes again what is missing or was changed by others", async () => {
    const { invented, target } = await written();
    target.files.delete("/articles/alpha");
    const again = await startPublishing(invented, target);
    await again.finish();
    expect(target.happened).toEqual(["+/articles/alpha"]);
  });

  it("ends a comparison that was cut off, without beginning anew", async () => {
    const { invented, target, publishing } = await written();
    for (let n = 0; n < 250; n += 1) invented.texts.set(`/articles/more${100 + n}`, `More ${n}`);
    invented.key = "second";
    await publishing.turn();
    invented.asked.length = 0;
    const again = await startPublishing(invented, target);
    await again.finish();
    expect(Object.keys(read(target))).toHaveLength(255);
    expect(invented.asked).not.toContain("/articles/alpha");
  });

  it("writes nothing more once it is to stop", async () => {
    const { invented, target, publishing } = await written();
    invented.change("alpha", "Alpha, corrected");
    publishing.clock.stopping.abort(new Error("stopped"));
    await expect(publishing.turn()).rejects.toThrow("stopped");
    expect(target.happened).toEqual([]);
  });
});
