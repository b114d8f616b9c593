declare module 'svgcanvas/dist/svgcanvas.esm.js' {
  /** Writes what is drawn on it as SVG; of a canvas's context what the charts use. */
  export class Context {
    constructor(options: { readonly width: number; readonly height: number });
    getSvg(): SVGSVGElement;
  }
}
