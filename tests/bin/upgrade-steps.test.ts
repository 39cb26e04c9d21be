import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OURS = "site: { title: Ours }\n";

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@desk.test", ...args], {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
  });

/** A repository that tracked data/offprint.yaml and ships a sample now, and a checkout from before. */
function checkoutFromBefore(): string {
  const folder = temporaryFolder();
  const upstream = join(folder, "upstream");
  mkdirSync(join(upstream, "data"), { recursive: true });
  git(upstream, "init", "-q", "-b", "main");
  writeFileSync(join(upstream, "data/offprint.yaml"), "site: { title: Sample }\n");
  git(upstream, "add", "-A");
  git(upstream, "commit", "-qm", "before");
  const checkout = join(folder, "checkout");
  git(folder, "clone", "-q", upstream, checkout);
  git(upstream, "mv", "data/offprint.yaml", "data/offprint.sample.yaml");
  cpSync(join(ROOT, ".gitignore"), join(upstream, ".gitignore"));
  git(upstream, "add", "-A");
  git(upstream, "commit", "-qm", "after");
  return checkout;
}

/** The shell lines of the steps, as operators read them. */
function stepsOf(document: string): string {
  const text = readFileSync(join(ROOT, document), "utf8");
  const [, steps] = /who edited the tracked file[\s\S]*?```sh\n([\s\S]*?)```/.exec(text) ?? [];
  if (steps === undefined) throw new Error(`${document} has no steps`);
  return steps;
}

it("git pull refuses to touch the edited file that was tracked", () => {
  const checkout = checkoutFromBefore();
  writeFileSync(join(checkout, "data/offprint.yaml"), OURS);
  expect(() => git(checkout, "pull", "-q", "--ff-only")).toThrow(/overwritten/);
});

it.each(["CHANGELOG.md", "docs/operating.md"])("the steps in %s keep the edits", (document) => {
  const checkout = checkoutFromBefore();
  const file = join(checkout, "data/offprint.yaml");
  writeFileSync(file, OURS);

  execFileSync("sh", ["-e", "-c", stepsOf(document)], { cwd: checkout, stdio: "pipe" });

  expect(readFileSync(file, "utf8")).toBe(OURS);
  expect(git(checkout, "status", "--porcelain")).toBe("");
  expect(git(checkout, "log", "-1", "--format=%s")).toBe("after\n");
});
