/** Years 1 to 9999: what RFC 822 and RFC 3339 can both write. */
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_000;

/** The first candidate that both date formats can write, as a whole second: the same in every feed. */
export function cleanInstant(...candidates: readonly number[]): number {
  const at = candidates.find((candidate) => candidate >= EARLIEST && candidate <= LATEST) ?? 0;
  return Math.floor(at / 1000) * 1000;
}

/** RFC 3339 in UTC, such as `2026-02-17T11:20:00Z`; with six digits of a second where it has a fraction. */
export function rfc3339(at: number): string {
  const millisecond = Math.floor(at);
  const text = new Date(millisecond).toISOString();
  const microseconds = Math.round((at - millisecond) * 1000);
  return microseconds === 0
    ? text.replace(".000Z", "Z")
    : `${text.slice(0, -1)}${String(microseconds).padStart(3, "0")}Z`;
}
