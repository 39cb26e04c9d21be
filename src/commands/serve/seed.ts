import { cpSync, existsSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Fills the folder of a configuration that is not there yet (a new volume of a container) with a
 * commented one and its samples, from the folder that OFFPRINT_SEED names. What lies there already
 * is never overwritten.
 *
 * @returns whether it did.
 */
export function seed(configFile: string, seedFolder: string | undefined): boolean {
  if (!seedFolder || existsSync(configFile) || !existsSync(seedFolder)) return false;
  cpSync(seedFolder, dirname(configFile), { recursive: true, force: false });
  return true;
}
