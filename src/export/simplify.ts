/** Points of a curve nearer to its line than this, in pixels of 1/96 inch, are not seen. */
export const UNSEEN = 0.12;

/**
 * The points of a polyline without which it would be drawn elsewhere (Ramer 1972; Douglas and Peucker 1973): what is left
 * out is at most `tolerance` away from what is kept. The ends stay.
 *
 * @param points x, y pairs
 */
export function simplified(points: readonly number[], tolerance: number): readonly number[] {
  const last = points.length / 2 - 1;
  if (last < 2) return points;
  const kept = new Set([0, last]);
  const open: [from: number, to: number][] = [[0, last]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part;
    let farthest = -1;
    let most = tolerance;
    for (let k = from + 1; k < to; k++) {
      const distance = distanceToSegment(points, k, from, to);
      if (distance > most) [farthest, most] = [k, distance];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b).flatMap((k) => [points[2 * k]!, points[2 * k + 1]!]);
}

/** Distance of point k to the segment between two others. */
function distanceToSegment(points: readonly number[], k: number, from: number, to: number): number {
  const [ax, ay] = [points[2 * from]!, points[2 * from + 1]!];
  const [dx, dy] = [points[2 * to]! - ax, points[2 * to + 1]! - ay];
  const [px, py] = [points[2 * k]! - ax, points[2 * k + 1]! - ay];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
  return Math.hypot(px - along * dx, py - along * dy);
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi;

/** A number of a picture, to a hundredth of a pixel. */
export const rounded = (value: number): string => String(Number(value.toFixed(2)));

/** An arc to a point so near that a whole circle is meant, as two halves: shortened numbers would leave nothing of it. */
function arc([x = 0, y = 0]: readonly number[], numbers: readonly number[]): string {
  const [r = 0, , , large, sweep, toX = 0, toY = 0] = numbers;
  const [cx, cy] = [toX - x, toY - y];
  const chord = Math.hypot(cx, cy);
  if (large !== 1 || chord === 0 || chord > 0.01 * r) return `A${numbers.map(rounded).join(' ')}`;
  const side = (sweep === 1 ? 2 : -2) * (r / chord);
  const half = (px: number, py: number): string => `A${[r, r, 0, 1, sweep!, px, py].map(rounded).join(' ')}`;
  return half(x + side * cy, y - side * cx) + half(x, y);
}

/** The text of an SVG path, with fewer points where they are not seen, and shorter numbers. */
export function simplifiedPath(d: string, tolerance: number): string {
  let text = '';
  let line: number[] = [];
  // Whether the line goes on from where the last command ended.
  let goesOn = false;
  const end = (): void => {
    const points = simplified(line, tolerance);
    for (let k = goesOn ? 2 : 0; k < points.length; k += 2) {
      text += `${k === 0 ? 'M' : 'L'}${rounded(points[k]!)} ${rounded(points[k + 1]!)}`;
    }
    line = [];
    goesOn = false;
  };
  for (const command of d.match(/[A-Za-z][^A-Za-z]*(?:e[-+]?\d[^A-Za-z]*)*/g) ?? []) {
    const kind = command[0]!;
    const numbers = (command.slice(1).match(NUMBER) ?? []).map(Number);
    if (kind === 'M') {
      end();
      line = numbers;
    } else if (kind === 'L') line.push(...numbers);
    else {
      const last = line.slice(-2);
      end();
      text += kind === 'A' ? arc(last, numbers) : `${kind}${numbers.map(rounded).join(' ')}`;
      line = numbers.slice(-2);
      goesOn = line.length > 0;
    }
  }
  end();
  return text;
}
