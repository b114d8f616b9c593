import { createBands } from '../../../charts/data/means.ts';
import { timeTable } from '../../../charts/data/words.ts';
import { panesPicture } from '../pictures.ts';
import type { Told } from '../spec.ts';
import { linearRanks, ranksInWords, stableRankContent } from '../stable-rank.tsx';

export const stableRankTold: Told = {
  summary: (recordings, _run, variants) => ranksInWords(recordings, variants, createBands()),
  table: (recordings, _run, variants, kind) =>
    timeTable(linearRanks(recordings, variants, createBands(kind))),
  picture: (request) => {
    const { stableRankAxis, headline, stableRankUnit } = request.view;
    return panesPicture(
      (recordings, bands, variants) =>
        stableRankContent(recordings, stableRankAxis, bands, variants, headline, stableRankUnit),
      request,
    );
  },
};
