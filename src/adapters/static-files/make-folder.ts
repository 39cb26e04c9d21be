import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it that are missing. Node's own way (`recursive`) never ends where a file system says that
 * nothing is there and makes nothing either, as a mount point without its disk may.
 *
 * @param root is not made, nor what is above it.
 */
export async function makeFolder(folder: string, root = ""): Promise<void> {
  if (folder === root) return;
  try {
    await mkdir(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw cause;
    await makeFolder(dirname(folder), root);
    await mkdir(folder).catch(unlessThere);
  }
}

/** Another process may have made it meanwhile. */
function unlessThere(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "EEXIST") throw cause;
}
