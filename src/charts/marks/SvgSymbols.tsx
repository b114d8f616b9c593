import { symbolParts } from '../data/symbols.ts';

/** So far below the line, and so large, is what stands below a letter in a picture, in em. */
const DROP = 0.18;
const SMALL = 0.7;

/** Text within an SVG's `text`, with σ_p set as σ with a small p below. */
export const SvgSymbols = ({ text }: { readonly text: string }) =>
  symbolParts(text).map(({ text: part, below }, k, all) => {
    const up = all[k - 1]?.below === true ? `${-DROP}em` : undefined;
    // The way down is in ems of the small letter.
    return below ? (
      <tspan key={k} dy={`${DROP / SMALL}em`} fontSize={`${SMALL}em`}>
        {part}
      </tspan>
    ) : (
      <tspan key={k} dy={up}>
        {part}
      </tspan>
    );
  });
