import type { Cell } from '../table.ts';

/** How one element of an array of IDX or NumPy is written. */
export interface ElementType {
  /** For people: "unsigned bytes". */
  readonly name: string;
  /** Bytes an element. */
  readonly size: number;
  readonly kind: 'bytes' | 'number' | 'word';
  /** The element there; infinities as they are, NaN is null. */
  cell(view: DataView, at: number): Cell;
}

/** Whole numbers without (u) and with sign (i), floating-point numbers, and their size in bits. */
export type NumberKind = `${'u' | 'i'}${8 | 16 | 32 | 64}` | `f${16 | 32 | 64}` | 'bool';

type Read = (view: DataView, at: number, little: boolean) => number;

const READ: Readonly<Record<NumberKind, Read>> = {
  bool: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
  u8: (view, at) => view.getUint8(at),
  i8: (view, at) => view.getInt8(at),
  u16: (view, at, little) => view.getUint16(at, little),
  i16: (view, at, little) => view.getInt16(at, little),
  u32: (view, at, little) => view.getUint32(at, little),
  i32: (view, at, little) => view.getInt32(at, little),
  // To the nearest double, as Number() does: exact up to 2^53.
  u64: (view, at, little) => Number(view.getBigUint64(at, little)),
  i64: (view, at, little) => Number(view.getBigInt64(at, little)),
  f16: (view, at, little) => halfFloat(view.getUint16(at, little)),
  f32: (view, at, little) => view.getFloat32(at, little),
  f64: (view, at, little) => view.getFloat64(at, little),
};

const NAMES = { u: 'unsigned integers', i: 'integers', f: 'floating-point numbers' } as const;

/** Numbers of that kind, their bytes in that order. */
export function numberType(kind: NumberKind, little: boolean): ElementType {
  const read = READ[kind];
  const bits = kind === 'bool' ? 8 : Number(kind.slice(1));
  return {
    name: kind === 'bool' ? 'true and false' : `${bits}-bit ${NAMES[kind[0] as keyof typeof NAMES]}`,
    size: bits / 8,
    kind: kind === 'u8' ? 'bytes' : 'number',
    cell: (view, at) => {
      const value = read(view, at, little);
      return Number.isNaN(value) ? null : value;
    },
  };
}

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
