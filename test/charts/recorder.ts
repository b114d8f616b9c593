/** A canvas context that writes down what is drawn on it, and the texts with their places. */
export function recordingContext() {
  const texts: { text: string; x: number; y: number }[] = [];
  const calls: string[] = [];
  let shift = { x: 0, y: 0 };
  const stack: { x: number; y: number }[] = [];
  const own: Record<string, unknown> = {
    save: () => stack.push(shift),
    restore: () => (shift = stack.pop() ?? shift),
    translate: (x: number, y: number) => (shift = { x: shift.x + x, y: shift.y + y }),
    measureText: (text: string) => ({ width: 7 * text.length }),
    fillText: (text: string, x: number, y: number) => texts.push({ text, x: shift.x + x, y: shift.y + y }),
  };
  const context = new Proxy(own, {
    get: (target, name) =>
      target[String(name)] ??
      ((...values: unknown[]) => void calls.push(`${String(name)} ${values.join(' ')}`)),
    set: (target, name, value) => {
      target[String(name)] = value;
      return true;
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, texts, calls };
}
