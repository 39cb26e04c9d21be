import { type BackupName, isBackupOf, readBackupName } from "./backup-name.ts";

/** A person's backup of a database of any size has ended after this time, or died. */
const BY_HAND_MS = 24 * 3_600_000;

export type AbandonedAsker = {
  readonly deskId: string;
  /** Of those who ask; the schedule makes one at a time. */
  readonly isByHand: boolean;
  readonly now: number;
};

/** Whether an unfinished backup, by the name that it was to have, is of somebody who died: nobody else removes it. */
export function isAbandoned(name: string, { deskId, isByHand, now }: AbandonedAsker): boolean {
  const read = readBackupName(name);
  if (read === null || !isBackupOf(read, deskId)) return false;
  return read.isByHand ? now - read.at > BY_HAND_MS : !isByHand;
}

/** How many backups stay: the newest of each of the last days, weeks and months that have one. */
export type KeepScheme = {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
};

/**
 * The backups of a desk that its scheme keeps no longer. The newest stays in any case; so do those that a person made, those
 * of other desks, and files of other names.
 *
 * @param names of all files in the folder.
 */
export function outdatedBackups(
  names: readonly string[],
  deskId: string,
  scheme: KeepScheme,
): readonly string[] {
  const made = names
    .flatMap((name) => {
      const read = readBackupName(name);
      return read !== null && isBackupOf(read, deskId) && !read.isByHand ? [{ name, ...read }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
  const kept = new Set(made.slice(0, 1).map(({ name }) => name));
  for (const [period, most] of periodsOf(scheme)) {
    for (const { name } of newestOfEach(made, period).slice(0, most)) kept.add(name);
  }
  return made.map(({ name }) => name).filter((name) => !kept.has(name));
}

type Period = (at: number) => string | number;

const periodsOf = (scheme: KeepScheme): readonly (readonly [Period, number])[] => [
  [dayOf, scheme.daily],
  [weekOf, scheme.weekly],
  [monthOf, scheme.monthly],
];

const DAY_MS = 86_400_000;
const dayOf: Period = (at) => Math.floor(at / DAY_MS);
/** Weeks begin on Monday; the first day of Unix time was a Thursday. */
const weekOf: Period = (at) => Math.floor((at / DAY_MS + 3) / 7);
const monthOf: Period = (at) => new Date(at).toISOString().slice(0, 7);

/** @param backups the newest first. */
function newestOfEach<Each extends Pick<BackupName, "at">>(
  backups: readonly Each[],
  period: Period,
): readonly Each[] {
  const seen = new Set<string | number>();
  return backups.filter(({ at }) => {
    const isFirst = !seen.has(period(at));
    seen.add(period(at));
    return isFirst;
  });
}
