/**
 * A canvas of this size in device pixels, empty and as new. One that has the size already keeps its memory: to set the
 * size takes new memory each time.
 */
export function cleared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  } else context?.reset();
  return context;
}

/** putImageData ignores the transform and would wipe what lies below: it goes by way of a bitmap of its own. */
export function sheetOf(image: ImageData): CanvasImageSource {
  const sheet = new OffscreenCanvas(image.width, image.height);
  sheet.getContext('2d')?.putImageData(image, 0, 0);
  return sheet;
}
