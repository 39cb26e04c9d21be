import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { describe } from "vitest";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser of this machine: `CHROMIUM_PATH`, else one of the usual places, else `null`. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  return [...(named ? [named] : []), ...USUAL_PATHS].find((path) => existsSync(path)) ?? null;
}

/**
 * Tests that need a browser: skipped by name on a machine without one, but run and failing there
 * when `CI=true`, so that no pipeline loses them silently.
 */
export const describeInBrowser =
  findChromium() !== null || process.env["CI"] === "true"
    ? describe
    : (name: string, tests: () => void) =>
        describe.skip(`${name} (no Chromium found: set CHROMIUM_PATH)`, tests);

/** Without the sandbox, which needs rights that containers do not have; pages are our own. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error("No Chromium found: install one, or set CHROMIUM_PATH to its executable.");
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // nothing leaves the machine
    ],
  });
}
