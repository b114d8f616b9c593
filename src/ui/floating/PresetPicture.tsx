import { DASHES } from '../../charts/data/content.ts';
import { rampColour } from '../../charts/data/looks.ts';
import { MODE_LOOKS } from '../../charts/data/modes.ts';
import { pictureOf } from '../../settings/presets/picture.ts';
import { SmallPicture } from '../parts/SmallPicture.tsx';

/** What an experiment's headline does over its time, drawn small; the question beside it says the same in words. */
export function PresetPicture({ id }: { readonly id: string }) {
  const curves = pictureOf(id).map(({ points, mode, value }) => {
    const look = mode === undefined ? null : MODE_LOOKS[mode];
    return {
      points,
      colour: value ? rampColour(value.place, value.of) : (look?.colour ?? 'accent'),
      dash: look === null ? '' : DASHES[look.dash].join(' '),
    };
  });
  return <SmallPicture curves={curves} />;
}
