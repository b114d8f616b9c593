let pressed = false;
const waiting = new Set<() => void>();

function press(): void {
  pressed = true;
}

function release(): void {
  pressed = false;
  // After the click that a release ends with.
  setTimeout(() => {
    for (const resume of waiting) resume();
    waiting.clear();
  });
}

if (typeof window !== 'undefined') {
  const options = { capture: true, passive: true };
  for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, press, options);
  for (const kind of ['pointerup', 'pointercancel', 'keyup']) {
    window.addEventListener(kind, release, options);
  }
}

/** Resolves while no button or key is down: an element replaced in the middle of a press would lose its click. */
export function whenReleased(): Promise<void> {
  return pressed ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve();
}
