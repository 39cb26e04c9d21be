const UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** Such as "4.3 MB", for people: thousands, not 1024s. */
export function bytesText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}
