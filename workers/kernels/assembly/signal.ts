/** signals_r ← z[r·features + signal], noises_r ← the largest other entry of that row. */
export function splitSignal(
  z: usize,
  signal: i32,
  rows: i32,
  features: i32,
  signals: usize,
  noises: usize,
): void {
  const row: usize = (<usize>features) << 3;
  const place: usize = (<usize>signal) << 3;
  for (let r = 0; r < rows; r++, z += row, signals += 8, noises += 8) {
    store<f64>(signals, load<f64>(z + place));
    store<f64>(noises, largest(z + place + 8, z + row, largest(z, z + place, -Infinity)));
  }
}

/** The larger of `most` and the entries from an address to another; of equal ones the first. @inline */
function largest(from: usize, to: usize, most: f64): f64 {
  for (let at = from; at < to; at += 8) {
    const value = load<f64>(at);
    most = value > most ? value : most;
  }
  return most;
}
