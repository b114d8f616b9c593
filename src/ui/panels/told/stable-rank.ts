import { createBands } from '../../../charts/data/means.ts';
import { isCompared } from '../../../charts/data/looks.ts';
import { withTheory } from '../../../charts/data/theory.ts';
import { timeTable } from '../../../charts/data/words.ts';
import type { ContentWith } from '../panes.ts';
import { panesPicture } from '../pictures.ts';
import type { Told } from '../spec.ts';
import { linearRanks, ranksInWords, stableRankContent, theoryAsked } from '../stable-rank.tsx';
import { theoryNow } from '../theory.ts';

export const stableRankTold: Told = {
  summary: (recordings, _run, variants) => ranksInWords(recordings, variants, createBands()),
  table: (recordings, _run, variants, kind) =>
    timeTable(linearRanks(recordings, variants, createBands(kind))),
  picture: (request) => {
    const { stableRankAxis, headline, stableRankUnit } = request.view;
    const contentOf: ContentWith = (recordings, bands, variants) =>
      stableRankContent(recordings, stableRankAxis, bands, variants, headline, stableRankUnit);
    return panesPicture(contentOf, request, (recordings, bands, variants) => {
      const asked = theoryAsked(stableRankAxis, stableRankUnit, headline, isCompared(variants));
      return withTheory(
        contentOf(recordings, bands, variants),
        asked && theoryNow(asked, recordings, variants),
      );
    });
  },
};
