import { chmodSync, chownSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { describeProblem } from "../../config/config.ts";
import { readText } from "../../config/read-text.ts";
import { replaceFile } from "../../config/replace-file.ts";
import { editText } from "../../config/yaml/edit-text.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type {
  ConfigurationEdit,
  EditedConfiguration,
} from "../../core/settings/configuration-edit.ts";
import type { Io } from "../io.ts";
import { load } from "../load.ts";

/**
 * Edits the configuration file of this node, if what comes out is a valid configuration. The error is a sentence, and the file is as
 * it was then.
 */
export function editFile(
  file: string,
  edit: ConfigurationEdit,
  io: Pick<Io, "environment">,
): Result<EditedConfiguration, string> {
  const before = readText(file);
  if (!before.ok) return before;
  const edited = editText(before.value, edit);
  if (!edited.ok) return edited;
  const told = { file: basename(file), isChanged: edited.value !== before.value };
  if (!told.isChanged) return ok(told);
  const checked = load({ config: file }, io, (path) => (path === file ? edited : readText(path)));
  if (!checked.ok) return err(checked.error.map(describeProblem).join("; "));
  const now = readText(file);
  if (!now.ok || now.value !== before.value)
    return err(`${file} was edited at this moment: try again`);
  return write(file, edited.value, told);
}

function write<Told>(file: string, text: string, told: Told): Result<Told, string> {
  try {
    // A link stays a link.
    const target = realpathSync(file);
    const { mode, uid, gid } = statSync(target);
    if ((mode & 0o222) === 0)
      return err(`${file} cannot be written (EACCES): edit it where it comes from`);
    try {
      if (!mayGiveAway(uid)) throw Object.assign(new Error("another's"), { code: "EPERM" });
      replaceFile(target, text, mode & 0o777);
      // The mask of the process may have narrowed it, and root would keep it.
      chmodSync(target, mode & 0o777);
      chownSync(target, uid, gid);
    } catch (cause) {
      // A single file that is mounted into a container cannot be replaced as a whole, nor one in a folder that is not ours.
      if (!mayWriteInPlace(cause)) throw cause;
      writeFileSync(target, text);
    }
    return ok(told);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return err(`${file} cannot be written (${code}): edit it where it comes from`);
  }
}

/** A file that replaces another's would be ours; only root can give it back. */
const mayGiveAway = (uid: number): boolean => {
  const own = process.getuid?.();
  return own === undefined || own === 0 || own === uid;
};

const mayWriteInPlace = (cause: unknown): boolean =>
  ["EBUSY", "EACCES", "EPERM", "EXDEV"].includes((cause as NodeJS.ErrnoException).code ?? "");
