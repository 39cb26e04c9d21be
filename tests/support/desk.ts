import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A scratch folder with a configuration, where the real program can run. */
export type Desk = {
  readonly folder: string;
  /** Path of the configuration. */
  readonly config: string;
  readonly database: string;
  /** Writes a file below the folder. @returns its path. */
  readonly write: (path: string, text: string | Uint8Array) => string;
  /** Replaces the configuration, at once and whole as a good editor does. */
  readonly configure: (settings: DeskSettings) => void;
  readonly remove: () => void;
};

/** As in data/offprint.yaml; what is not said is what tests need: loopback, any port, a tick a second. */
export type DeskSettings = {
  readonly site?: object;
  readonly server?: object;
  readonly database?: string;
  readonly ingest?: object;
  readonly postgres?: object;
  readonly backup?: object;
  readonly sources?: readonly object[];
  readonly feeds?: readonly object[];
};

export const SITE_URL = "http://desk.test";

export function layDesk(settings: DeskSettings = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), "offprint-desk-"));
  const config = join(folder, "offprint.yaml");
  const desk: Desk = {
    folder,
    config,
    database: join(folder, "offprint.db"),
    write: (path, text) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    configure: (next) => {
      writeFileSync(`${config}.new`, yamlOf(next));
      renameSync(`${config}.new`, config);
    },
    // A service that was killed a moment ago may still be writing there.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  desk.configure(settings);
  return desk;
}

/** JSON is YAML. */
const yamlOf = (settings: DeskSettings): string =>
  JSON.stringify(
    {
      ...settings,
      site: { title: "A desk", url: SITE_URL, language: "en", ...settings.site },
      server: { port: 0, ...settings.server },
      ingest: { tick: "* * * * * *", allowNetworks: ["127.0.0.0/8"], ...settings.ingest },
    },
    null,
    2,
  );
