const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
] as const;

/** A duration as the configuration spells it, such as "15m" or "90s". @param ms whole seconds, at least one. */
export function spellDuration(ms: number): string {
  const [unit, size] = UNITS.find(([, each]) => ms % each === 0) ?? ["s", 1_000];
  return `${Math.round(ms / size)}${unit}`;
}
