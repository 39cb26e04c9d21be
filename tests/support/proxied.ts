import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const COMPOSE = fileURLToPath(new URL("../../compose.scale.yaml", import.meta.url));

type ComposeFile = { readonly configs: { readonly nginx: { readonly content: string } } };

/**
 * What the nginx of compose.scale.yaml is told, for processes of this machine: their addresses in place of the names of
 * containers, which needs no resolver, and a port of our own.
 */
export function proxySettings(port: number, webs: readonly string[]): string {
  const { configs } = parse(readFileSync(COMPOSE, "utf8")) as ComposeFile;
  const settings = configs.nginx.content
    .replaceAll("$$", "$")
    .replace(/^ *resolver .*\n/m, "")
    .replaceAll(/(?<=server )web-(\d):8080 resolve/g, (_, n) => webs[Number(n) - 1] ?? "absent")
    .replace("listen 80;", `listen 127.0.0.1:${port};`);
  if (/web-|resolve|listen 80;/.test(settings)) throw new Error("compose.scale.yaml has changed");
  return settings;
}
