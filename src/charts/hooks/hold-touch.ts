/** A finger has to go so far, in CSS pixels, before it is told what it wants. */
const REACH = 8;

/**
 * Holds a finger's press back from what is dragged sideways (a slider, a chart that is scrubbed) until the finger has
 * gone sideways, and then hands it over as if it came now; a tap is handed over when it ends. A finger that goes up or
 * down scrolls (`touch-action: pan-y`) and has pressed nothing. Mouse and pen pass.
 *
 * For a ref. @returns how to stop
 */
export function holdTouch(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  let held: PointerEvent | null = null;
  /** The finger that scrolls. */
  let scrolling: number | null = null;
  let handing = false;

  const handOver = (down: PointerEvent): void => {
    held = null;
    handing = true;
    down.target?.dispatchEvent(new PointerEvent('pointerdown', down));
    handing = false;
  };
  const onDown = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' || handing) return;
    event.stopImmediatePropagation();
    scrolling = null;
    if (event.isPrimary) held = event;
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId === scrolling) event.stopImmediatePropagation();
    if (held?.pointerId !== event.pointerId) return;
    event.stopImmediatePropagation();
    const across = Math.abs(event.clientX - held.clientX);
    const along = Math.abs(event.clientY - held.clientY);
    if (Math.max(across, along) <= REACH) return;
    if (across > along) {
      handOver(held);
    } else {
      scrolling = event.pointerId;
      held = null;
    }
  };
  const onUp = (event: PointerEvent): void => {
    if (held?.pointerId === event.pointerId) handOver(held);
  };
  const onCancel = (): void => {
    held = null;
  };
  // Sliders also listen to touches themselves, which would press past what is held here.
  const onTouch = (event: TouchEvent): void => event.stopImmediatePropagation();

  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  element.addEventListener('pointerdown', onDown, options);
  element.addEventListener('pointermove', onMove, options);
  element.addEventListener('pointerup', onUp, options);
  element.addEventListener('pointercancel', onCancel, options);
  element.addEventListener('touchstart', onTouch, { ...options, passive: true });
  return () => listening.abort();
}
