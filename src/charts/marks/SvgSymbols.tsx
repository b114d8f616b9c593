import { symbolParts } from '../data/symbols.ts';
import { DROP, SMALL } from './drawSymbols.ts';

/** Text within an SVG's `text`, with σₚ or ω_TF set with a small p or TF below. */
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
