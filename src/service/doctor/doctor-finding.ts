/** What a check found. `warn`: it works, and may not for long; `fail`: something does not work. */
export type DoctorFinding = {
  readonly check: string;
  readonly state: "ok" | "warn" | "fail";
  /** A sentence; with the way out, where it is not ok. */
  readonly message: string;
};

export type DoctorCheck = () => Promise<readonly DoctorFinding[]>;

/** Findings under one name. */
export const findingsOf = (check: string) => {
  const as =
    (state: DoctorFinding["state"]) =>
    (message: string): DoctorFinding => ({ check, state, message });
  return { ok: as("ok"), warn: as("warn"), fail: as("fail") };
};
