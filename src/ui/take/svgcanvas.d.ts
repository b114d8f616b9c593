declare module 'svgcanvas/dist/svgcanvas.esm.js' {
  /** Writes what is drawn on it as SVG; of a canvas's context what the charts use. */
  export class Context {
    constructor(options: { readonly width: number; readonly height: number });
    getSvg(): SVGSVGElement;
    /** Where a point of a path is, the transformation of the moment applied. */
    protected __matrixTransform(x: number, y: number): { readonly x: number; readonly y: number };
    protected readonly __transformMatrix: DOMMatrix;
  }
}
