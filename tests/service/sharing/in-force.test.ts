import { expect, it } from "vitest";
import { opmlParts } from "../../../src/adapters/markup/opml-parts.ts";
import { passwordsIn } from "../../../src/config/shared-files.ts";
import { loadDetached } from "../../../src/service/load.ts";
import { configInForce, type LoadedRevision } from "../../../src/service/sharing/in-force.ts";
import type { LocalConfiguration } from "../../../src/service/sharing/own-file.ts";
import { sharedText } from "../../support/memory-configuration.ts";

const IO = { environment: {} };
const FILE = "/etc/desk/offprint.yaml";

const revisionOf = (text: string): LoadedRevision => ({
  ...sharedText(text),
  ...{ revision: 1, writtenBy: "north", writtenAt: 0, program: "1.0.0" },
  owner: { holder: "process 1 on north", idleMs: 0, until: 0 },
});

function localOf(text: string): LocalConfiguration {
  const files = new Map([["", Buffer.from(text)]]);
  const loaded = loadDetached({ file: FILE, files, siteUrl: undefined }, IO);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const passwords = passwordsIn(files, opmlParts);
  return { config: loaded.value, files, shared: sharedText(text), passwords };
}

/** Of a node with this file; `null` for one without. */
function inForce(stored: string, file: string | null) {
  const local = file === null ? null : localOf(file);
  const passwords = local?.passwords ?? new Map();
  const choice = { stored: revisionOf(stored), local, holder: "process 2 on here", own: null };
  const chosen = configInForce({ ...choice, passwords }, IO);
  if (chosen?.ok !== true) throw new Error("there is none");
  return chosen.value.config;
}

const basic = (login: string): string => `Basic ${Buffer.from(login).toString("base64")}`;
const source = (id: string, url: string): string => `{ id: ${id}, url: '${url}' }`;
const configOf = (title: string, ...sources: readonly string[]): string =>
  `site: { title: ${title}, url: https://desk.example }\nsources: [${sources.join(", ")}]`;

const logins = (config: ReturnType<typeof inForce>) =>
  config.credentials.map(({ source: id, headers }) => [id, headers[0]?.[1]]);

it("a node whose file does not count uses the passwords that it knows of the addresses that do", () => {
  const shared = [
    source("wire", "https://me:one@wire.example/rss"),
    source("tower", "https://:two@tower.example"),
    source("open", "https://open.example/"),
  ];
  const edited = configOf(
    "Edited",
    source("renamed", "https:\\\\me:one@wire.example/rss"),
    source("tower", "https://:two@tower.example/"),
    source("more", "https://me:three@more.example/"),
  );
  const config = inForce(configOf("Stored", ...shared), edited);
  expect(config.site.title).toBe("Stored");
  expect(config.sources.map(({ id }) => id)).toEqual(["wire", "tower", "open"]);
  expect(logins(config)).toEqual([
    ["wire", basic("me:one")],
    ["tower", basic(":two")],
  ]);
});

it("a password goes to the address and user for which the file has it, and nowhere else", () => {
  const stored = configOf(
    "Stored",
    source("other-user", "https://you:one@wire.example/rss"),
    source("other-path", "https://me:one@wire.example/atom"),
    source("other-host", "https://me:one@tower.example/rss"),
  );
  const config = inForce(stored, configOf("Own", source("a", "https://me:one@wire.example/rss")));
  expect(logins(config)).toEqual([
    ["other-user", basic("you:")],
    ["other-path", basic("me:")],
    ["other-host", basic("me:")],
  ]);
});

it("no password of a source comes into an address that readers see", () => {
  const stored = `site: { url: https://desk.example, imprint: https://desk.example/about }
sources: [{ id: a, url: 'https://desk.example/about' }]`;
  const config = inForce(stored, configOf("Own", source("a", "https://:one@desk.example/about")));
  expect(logins(config)).toEqual([["a", basic(":one")]]);
  expect(JSON.stringify([config.site, config.sources])).not.toContain(":one@");
  expect(config.site.imprint).toBe("https://desk.example/about");
});

it("all nodes have the same sources, whether they know the passwords or not", () => {
  const text = configOf(
    "Stored",
    source("wire", "https://me:one@wire.example"),
    source("tower", "HTTPS://:two@Tower.example"),
    source("spire", "https:\\\\me:o@spire.example\\a b"),
  );
  const { sources, feeds } = inForce(text, text);
  for (const file of [null, configOf("Other")]) {
    expect(inForce(text, file)).toMatchObject({ sources, feeds });
  }
});
