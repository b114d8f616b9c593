/** Of a matrix of the plane: x ↦ ax + cy + e, y ↦ bx + dy + f. */
export type PlaneMatrix = Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd' | 'e' | 'f'>;

/** Where a matrix takes a point: as `DOMPoint.matrixTransform`, without its objects. */
export const placeOf = (
  { a, b, c, d, e, f }: PlaneMatrix,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } => ({ x: a * x + c * y + e, y: b * x + d * y + f });
