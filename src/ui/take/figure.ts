import { lightPalette } from '../../charts/hooks/usePalette.ts';
import type { Pane, Picture } from '../../charts/card/picture.ts';
import { cardMargin, NOTE, noteLine, rowsOfPanes } from '../../charts/card/drawCard.ts';
import { momentInWords } from '../../charts/data/moment.ts';
import { fontOf, type Surface } from '../../charts/marks/surface.ts';
import { SETTINGS, type SettingName } from '../../settings/schema.ts';
import { axisOf, type Study } from '../../settings/study/study.ts';
import { valueInWords, valuesInWords } from '../../settings/study/words.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import type { LabSnapshot } from '../../state/lab.ts';
import { addressOf, currentLink } from '../../state/link-sync.ts';
import { usePlayer } from '../../state/player.ts';
import { useView } from '../../state/view.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { fontsOf, widthsIn } from './fonts.ts';
import { notesOf, unbroken } from './notes.ts';
import { pictureOf } from './picture.ts';
import type { PictureKind, SizeName } from './sizes.ts';

/** A card as it is drawn into a file. */
export interface Figure {
  readonly picture: Picture;
  readonly title: string;
  /** Settings and link, whole. */
  readonly description: readonly string[];
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Size of its text. */
  readonly em: number;
  /** Of its width, where it is one of paper. */
  readonly inches: number | null;
  /** The same in lines that fit the width. */
  readonly notes: readonly string[];
  /** t under the playhead. */
  readonly epoch: number;
  readonly fonts: Surface['fonts'];
}

const PIXELS_AN_INCH = 96;
const INCHES: Readonly<Record<Exclude<SizeName, 'screen'>, number>> = { column: 3.25, page: 6.75 };
/** 8 points: what captions and labels of papers have. */
const PAPER_EM = (8 / 72) * PIXELS_AN_INCH;
/** Height as a share of the width, without notes: of a column, and of a page. */
const ASPECT: Readonly<Record<PanelSpec['size'], readonly [column: number, page: number]>> = {
  normal: [0.72, 0.5],
  wide: [0.72, 0.45],
  tall: [1.1, 0.8],
};

/** The settings that say what was run, in this order. */
const MAIN: readonly SettingName[] = [
  'data',
  'n',
  'd',
  'm',
  'activation',
  'gamma',
  'q',
  'loss',
  'method',
  'eta',
  'sigma0',
  'regularizer',
  'epochs',
  'runs',
  'seed',
];

/** The card as it is on screen; null before its first epoch. */
export function figureOf(
  panel: PanelSpec,
  shown: LabSnapshot,
  size: SizeName,
  kind: PictureKind,
): Figure | null {
  const { current } = shown;
  const picture = pictureOf(panel, shown, useView.getState(), lightPalette(1));
  if (picture === null || current === null) return null;
  const { epoch } = usePlayer.getState();
  const moment = picture.panes.some(isOfMoment) ? [momentInWords(epoch)] : [];
  const link = addressOf(window.location, currentLink(current.fingerprint));
  const words = [...moment, ...settingsInWords(current.study)];
  const notes = [words.map(together).join(', '), link];
  const description = [words.join(', '), link];
  const fonts = fontsOf(kind);
  return {
    picture,
    title: panel.title,
    description,
    epoch,
    fonts,
    ...measured(panel, picture, size, notes, fonts),
  };
}

/** Whether it shows what is under the playhead alone. */
const isOfMoment = (pane: Pane): boolean =>
  pane.kind === 'against'
    ? pane.content.spec.moment === 'playhead'
    : pane.kind !== 'time' && pane.kind !== 'function';

/** "γ = 0, 0.1, 0.5" of what is varied, then what was run. */
function settingsInWords(study: Study): readonly string[] {
  const axes = study.axes.map(({ setting }) => {
    const spec: SettingSpec = SETTINGS[setting];
    const name = spec.symbol === '' ? `${spec.name.toLowerCase()}:` : `${spec.symbol} =`;
    return `${name} ${valuesInWords(study, setting)}`;
  });
  const rest = MAIN.filter((name) => {
    const { appliesTo = () => true }: SettingSpec = SETTINGS[name];
    return axisOf(study, name) === null && appliesTo(study.base);
  });
  return [...axes, ...rest.map((name) => valueInWords(name, study.base))];
}

/** "m = 20" is not broken; a list of values is. */
const together = (words: string): string =>
  words.includes(', ') ? words.replace(' = ', unbroken(' = ')) : unbroken(words);

function measured(
  panel: PanelSpec,
  picture: Picture,
  size: SizeName,
  texts: readonly string[],
  fonts: Surface['fonts'],
): Pick<Figure, 'width' | 'height' | 'em' | 'inches' | 'notes'> {
  if (size === 'screen') {
    const card = document.querySelector(`[data-panel="${panel.id}"]`)?.getBoundingClientRect();
    const em = 13;
    const width = Math.round(card?.width ?? 480);
    const notes = linesOf(texts, width, em, fonts);
    const height = heightOf(card?.height ?? 320, picture, width, em, notes);
    return { width, height, em, inches: null, notes };
  }
  const inches = INCHES[size];
  const width = inches * PIXELS_AN_INCH;
  const notes = linesOf(texts, width, PAPER_EM, fonts);
  const plain = width * ASPECT[panel.size][size === 'column' ? 0 : 1];
  const height = heightOf(plain, picture, width, PAPER_EM, notes);
  return { width, height, em: PAPER_EM, inches, notes };
}

/** Of a second row of panes: its height as a share of a card with one. */
const ROW = 0.62;

/** A card's height with its notes, and with more rows of panes where they go on below. @param plain of one row */
function heightOf(
  plain: number,
  picture: Picture,
  width: number,
  em: number,
  notes: readonly string[],
): number {
  const more = picture.layout === 'across' ? rowsOfPanes(picture, width, em) - 1 : 0;
  return Math.round(plain * (1 + ROW * more) + notes.length * noteLine(em));
}

const linesOf = (
  texts: readonly string[],
  width: number,
  em: number,
  fonts: Surface['fonts'],
): readonly string[] => notesOf(texts, width - 2 * cardMargin(em), widthsIn(fontOf({ em, fonts }, NOTE)));
