/** Joins two hashes so that each bit of either reaches every bit (MurmurHash3's finalizer). */
export function mix(left: number, right: number): number {
  let hash = (Math.imul(left, 31) + right) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
