import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { ConfigurationFiles } from "../core/settings/shared-configuration.ts";

/** Files by their absolute paths, as a configuration at this place names them. */
export function placedFiles(files: ConfigurationFiles, file: string): ConfigurationFiles {
  return new Map([...files].map(([path, bytes]) => [absolutePath(path, file), bytes]));
}

/** @param path of `ConfigurationFiles`. @param file the configuration. */
export const absolutePath = (path: string, file: string): string =>
  path === "" || isAbsolute(path) ? path || file : join(dirname(file), path);

/** A file beside or below the configuration is named by its way from there, so that the folder may lie elsewhere. */
export function pathInFolder(path: string, file: string): string {
  if (path === file) return "";
  const way = relative(dirname(file), path);
  return way.startsWith(`..${sep}`) || isAbsolute(way) ? path : way;
}
