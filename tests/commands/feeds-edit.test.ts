import { readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { layDesk } from "../support/desk.ts";
import { runHere } from "../support/run-here.ts";

it("feeds are added to the configuration and taken out of it", async () => {
  const desk = layDesk({ sources: [{ id: "hill", folder: "hill" }] });
  onTestFinished(desk.remove);
  const run = (...args: string[]) => runHere(["--config", desk.config, "feeds", ...args]);
  const feeds = () => JSON.parse(readFileSync(desk.config, "utf8")).feeds;
  const options = ["--title", "Town", "--source", "hill", "--match", "bridge", "--items", "5"];
  const added = await run("add", "town", ...options);
  expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining("/feeds/town") });
  const town = {
    ...{ id: "town", title: "Town", items: 5 },
    where: { sources: ["hill"], match: "bridge" },
  };
  expect(feeds()).toEqual([{ id: "all", title: "A desk", description: expect.any(String) }, town]);
  expect((await run("add", "town")).stderr).toContain('the feed "town" is in the configuration');
  expect((await run("add", "Town!")).stderr).toContain("small letters");
  expect((await run("remove", "town", "--json")).code).toBe(0);
  expect(feeds()).toHaveLength(1);
  expect((await run("remove", "town")).code).toBe(1);
});
