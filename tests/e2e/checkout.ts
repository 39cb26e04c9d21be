import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder with the launcher in it and nothing else: what a test wants to find there, it writes. */
export type Checkout = { readonly root: string; readonly launcher: string };

const LAUNCHER = fileURLToPath(new URL("../../bin/offprint.js", import.meta.url));

export function layCheckout(root: string): Checkout {
  const launcher = join(root, "bin", "offprint.js");
  mkdirSync(dirname(launcher));
  copyFileSync(LAUNCHER, launcher);
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  return { root, launcher };
}

export function write(checkout: Checkout, path: string, text: string): string {
  const file = join(checkout.root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What npm would have put there for this machine; the Node itself is the one that runs the test. */
export function installPackagedNode(
  checkout: Checkout,
  version: string,
  { isBroken = false } = {},
): void {
  const folder = `node_modules/node-${process.platform}-${process.arch}`;
  write(checkout, `${folder}/package.json`, JSON.stringify({ version }));
  const node = join(checkout.root, folder, "bin", "node");
  mkdirSync(dirname(node));
  if (!isBroken) symlinkSync(process.execPath, node);
  // A binary whose interpreter is missing, as a Node for glibc is on a musl system.
  else chmodSync(write(checkout, `${folder}/bin/node`, "#!/no/such/interpreter\n"), 0o755);
}

/** Environment in which a Node says that it is 20.0.0, unless the launcher has started it. */
export function preloadThatFakesNode20(checkout: Checkout): NodeJS.ProcessEnv {
  const preload = write(
    checkout,
    "fake-node-20.cjs",
    `if (!process.env.OFFPRINT_LIFELINE_FD) {
       Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.0.0" } });
       Object.defineProperty(process, "version", { value: "v20.0.0" });
     }`,
  );
  return { NODE_OPTIONS: `--require ${preload}` };
}
