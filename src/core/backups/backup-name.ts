/** What the name of a backup tells. */
export type BackupName = {
  /** The first letters of the id of the desk: several desks may share a folder. */
  readonly desk: string;
  readonly at: number;
  /** Made by a person, so that only a person removes it. */
  readonly isByHand: boolean;
};

const DESK_LETTERS = 8;
const BY_HAND = "-by-hand";

/** `offprint-4f2a91c3-20261201T030000Z.db`: names of one desk sort by time, which is UTC. */
export function backupName({ desk, at, isByHand }: BackupName): string {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  return `offprint-${desk.slice(0, DESK_LETTERS)}-${time}${isByHand ? BY_HAND : ""}.db`;
}

const PATTERN = /^offprint-([0-9a-f]{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(-by-hand)?\.db$/;

/** `null` for a file of another name. */
export function readBackupName(name: string): BackupName | null {
  const [, desk, year, month, day, hour, minute, second, byHand] = PATTERN.exec(name) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (desk === undefined || Number.isNaN(at)) return null;
  return { desk, at, isByHand: byHand !== undefined };
}

/** Whether a name is of this desk. */
export const isBackupOf = (name: BackupName, deskId: string): boolean =>
  name.desk === deskId.slice(0, DESK_LETTERS);
