import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";

/**
 * The environment of a thread: that of the process, with the compile cache that bin/offprint.js enables, which Node
 * does not pass on to threads. Without it a thread takes twice the CPU to load, and keeps the compiler of TypeScript.
 */
export function threadEnvironment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir();
  // Node names a folder for its version below the one that the variable names.
  return cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) };
}
