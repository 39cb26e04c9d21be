/**
 * From now on `Date.now()` tells another time and goes on from there. Only this thread's clock moves;
 * timers keep theirs.
 * @returns what takes it back.
 */
export function shiftClock(to: number): () => void {
  const real = Date.now;
  const shift = to - real();
  Date.now = () => real() + shift;
  return () => {
    Date.now = real;
  };
}
