import { lanesAdded, load2, multiplyAdd } from './lanes';

/** norms_r ← max(0, initial_r + Σ_k c_rk (z0_rk + z_rk)) = ‖w_r‖²; even and odd k are summed apart. */
export function neuronNorms(
  initial: usize,
  c: usize,
  z0: usize,
  z: usize,
  rows: i32,
  cols: i32,
  norms: usize,
): void {
  const end: usize = (<usize>(cols & ~1)) << 3;
  for (let r = 0; r < rows; r++, initial += 8, norms += 8) {
    let s = f64x2.splat(0);
    let k: usize = 0;
    for (; k < end; k += 16) s = multiplyAdd(s, load2(c + k), f64x2.add(load2(z0 + k), load2(z + k)));
    if (cols & 1) {
      const both = f64x2.add(v128.load64_zero(z0 + k), v128.load64_zero(z + k));
      s = multiplyAdd(s, v128.load64_zero(c + k), both);
      k += 8;
    }
    const norm = load<f64>(initial) + lanesAdded(s);
    store<f64>(norms, norm < 0 ? 0 : norm);
    c += k;
    z0 += k;
    z += k;
  }
}

/** Σ (c − c′)(z − z′): ‖W − W′‖_F² of two states; even and odd entries are summed apart. */
export function movedSquares(c: usize, cFrom: usize, z: usize, zFrom: usize, count: i32): f64 {
  let s = f64x2.splat(0);
  const end: usize = (<usize>(count & ~1)) << 3;
  let k: usize = 0;
  for (; k < end; k += 16) {
    s = multiplyAdd(s, f64x2.sub(load2(c + k), load2(cFrom + k)), f64x2.sub(load2(z + k), load2(zFrom + k)));
  }
  if (count & 1) {
    s = multiplyAdd(
      s,
      f64x2.sub(v128.load64_zero(c + k), v128.load64_zero(cFrom + k)),
      f64x2.sub(v128.load64_zero(z + k), v128.load64_zero(zFrom + k)),
    );
  }
  return lanesAdded(s);
}
