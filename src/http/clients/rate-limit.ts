/** How fast each client may ask: a token bucket for each key. */
export type RateLimiter = {
  /** Takes `cost` requests from the key's bucket. @returns 0, else the seconds after which to come again. */
  readonly take: (key: string, cost?: number) => number;
  /** Gives `cost` requests back to the key's bucket: the answer was cheaper than expected. */
  readonly refund: (key: string, cost: number) => void;
};

export type RateLimiterOptions = {
  readonly requestsPerMinute: number;
  /** Monotonic milliseconds. */
  readonly nowMs: () => number;
  /** Most buckets that are remembered. */
  readonly mostKeys?: number;
};

/** About 2 MB. */
const MOST_KEYS = 20_000;
const MINUTE_MS = 60_000;

/** A full bucket holds a minute of requests: a reader may fetch all its feeds at once. */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { requestsPerMinute: capacity, nowMs, mostKeys = MOST_KEYS } = options;
  const perMs = capacity / MINUTE_MS;
  const buckets = new Map<string, Bucket>();
  const fill = (bucket: Bucket, now: number): void => {
    bucket.tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) * perMs);
    bucket.at = now;
  };
  const bucketOf = (key: string, now: number): Bucket => {
    const known = buckets.get(key);
    if (known !== undefined) return known;
    if (buckets.size >= mostKeys) forget(buckets, now - MINUTE_MS);
    const fresh = { tokens: capacity, at: now };
    buckets.set(key, fresh);
    return fresh;
  };

  return {
    take(key, cost = 1) {
      const now = nowMs();
      const bucket = bucketOf(key, now);
      fill(bucket, now);
      const missing = cost - bucket.tokens;
      if (missing > 0) return Math.ceil(missing / perMs / 1000);
      bucket.tokens -= cost;
      return 0;
    },
    refund(key, cost) {
      const bucket = buckets.get(key);
      if (bucket !== undefined) bucket.tokens = Math.min(capacity, bucket.tokens + cost);
    },
  };
}

/** Changed in place: a new object for each request would be garbage. */
type Bucket = { tokens: number; at: number };

/** Deletes buckets unused for a minute, which are full, so that nothing is lost; if there are none, the oldest tenth. */
function forget(buckets: Map<string, Bucket>, fullSince: number): void {
  const size = buckets.size;
  for (const [key, { at }] of buckets) if (at <= fullSince) buckets.delete(key);
  if (buckets.size < size) return;
  let left = Math.ceil(size / 10);
  for (const key of buckets.keys()) {
    if (left-- === 0) return;
    buckets.delete(key);
  }
}
