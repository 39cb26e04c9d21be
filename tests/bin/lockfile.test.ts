import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

const { packages } = JSON.parse(
  readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
) as { packages: Record<string, Entry> };
const manifest = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as Entry & { readonly allowScripts: Readonly<Record<string, boolean>> };

describe("package-lock.json", () => {
  it("is of this package.json", () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    expect(packages[""]).toMatchObject({ dependencies, devDependencies, optionalDependencies });
  });

  // npm leaves out what the registry at hand does not have, such as another platform's binaries, and
  // `npm ci` then refuses the file that `npm install` wrote.
  it("has an entry for everything that an entry asks for, on every platform", () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      asked(path, entry)
        .filter((name) => !isFound(path, name))
        .map((name) => `${path || "offprint"} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("has an exact version and no host name for each package", () => {
    const bad = Object.entries(packages).filter(
      ([path, { version, resolved }]) => path !== "" && (!version || resolved !== undefined),
    );
    expect(bad.map(([path]) => path)).toEqual([]);
  });

  it("runs no install script that nobody has decided about", () => {
    const scripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const undecided = scripts.filter(([path]) => !(nameOf(path) in manifest.allowScripts));
    expect(undecided.map(([path]) => path)).toEqual([]);
  });
});

function asked(path: string, entry: Entry): readonly string[] {
  const { dependencies, optionalDependencies, devDependencies } = entry;
  const development = path === "" ? devDependencies : {};
  return Object.keys({ ...dependencies, ...optionalDependencies, ...development });
}

/** As Node looks for it: beside, then in every node_modules above. */
function isFound(path: string, name: string): boolean {
  const own = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
  if (own in packages) return true;
  if (path === "") return false;
  return isFound(path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1)), name);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + 13);
