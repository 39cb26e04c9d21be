import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NO_BRANDING } from "../../../src/core/settings/branding.ts";
import type { ConfigurationStore } from "../../../src/core/settings/shared-configuration.ts";
import { storedPictures } from "../../../src/service/static/stored-pictures.ts";
import { aSite } from "../../support/entries.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

type Stored = Awaited<ReturnType<ConfigurationStore["load"]>>;

/** A configuration with an icon in a folder that need not be there, and what is stored of it. */
function setUp(folder = "/nowhere/desk") {
  const file = join(folder, "icon.gif");
  const world = { icon: "new", stored: null as Stored, loads: 0 };
  const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
  const config = () => {
    const url = `https://desk.example/brand/${hash(world.icon)}.gif`;
    const icon = { url, type: "image/gif", file };
    return { site: aSite({ branding: { ...NO_BRANDING, icon } }), feeds: [] };
  };
  const store = {
    current: async () => world.stored,
    load: async () => {
      world.loads += 1;
      return world.stored;
    },
  };
  const keep = (revision: number, text: string): void => {
    const files = new Map([["icon.gif", Buffer.from(text)]]);
    world.stored = { revision, file: join(folder, "offprint.yaml"), files } as unknown as Stored;
  };
  const picture = storedPictures(config, store);
  const read = async () => Buffer.from((await picture(file)) ?? "nothing").toString();
  return { file, world, keep, read };
}

it("a picture is that of the store where its file is not on this node, read once a revision", async () => {
  const { world, keep, read } = setUp();
  keep(1, "new");
  expect([await read(), await read(), world.loads]).toEqual(["new", "new", 1]);
  world.icon = "newer";
  keep(2, "newer");
  expect([await read(), world.loads]).toEqual(["newer", 2]);
});

it("a picture is never another than its address says", async () => {
  const { file, keep, read } = setUp(temporaryFolder());
  keep(1, "old");
  await expect(read()).rejects.toThrow(`the picture ${file} is not stored, and not on this node`);
  writeFileSync(file, "new");
  expect(await read()).toBe("new");
  writeFileSync(file, "something else");
  keep(2, "new");
  expect(await read()).toBe("new");
});

it("a file is read where nothing is stored, and is nothing where it is not there", async () => {
  const { file, read } = setUp(temporaryFolder());
  expect(await read()).toBe("nothing");
  writeFileSync(file, "new");
  expect(await read()).toBe("new");
});
