import { lightPalette } from '../../charts/hooks/usePalette.ts';
import type { Pane, Picture } from '../../charts/card/picture.ts';
import { formatCount } from '../../charts/data/format.ts';
import { SETTINGS, type SettingName } from '../../settings/schema.ts';
import { axisOf, type Study } from '../../settings/study/study.ts';
import { valueInWords, valuesInWords } from '../../settings/study/words.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import type { LabSnapshot } from '../../state/lab.ts';
import { addressOf, currentLink } from '../../state/link-sync.ts';
import { usePlayer } from '../../state/player.ts';
import { useView } from '../../state/view.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { pictureOf } from './picture.ts';
import type { SizeName } from './sizes.ts';

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
/** Of a note: its size in em, the width of a letter in its own em, and the most lines that are drawn. */
const NOTE = { size: 0.78, letter: 0.53, lines: 5 } as const;

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
export function figureOf(panel: PanelSpec, shown: LabSnapshot, size: SizeName): Figure | null {
  const { current } = shown;
  const picture = pictureOf(panel, shown, useView.getState(), lightPalette(1));
  if (picture === null || current === null) return null;
  const { epoch } = usePlayer.getState();
  const moment = picture.panes.some(isOfMoment) ? [`epoch ${formatCount(epoch)}`] : [];
  const link = addressOf(window.location, currentLink(current.fingerprint));
  const description = [[...moment, ...settingsInWords(current.study)].join(', '), link];
  return { picture, title: panel.title, description, epoch, ...measured(panel, size, description) };
}

/** Whether it shows what is under the playhead alone. */
const isOfMoment = (pane: Pane): boolean =>
  pane.kind === 'against' ? pane.content.spec.moment === 'playhead' : pane.kind !== 'time';

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

function measured(
  panel: PanelSpec,
  size: SizeName,
  description: readonly string[],
): Pick<Figure, 'width' | 'height' | 'em' | 'inches' | 'notes'> {
  if (size === 'screen') {
    const card = document.querySelector(`[data-panel="${panel.id}"]`)?.getBoundingClientRect();
    const em = 13;
    const width = Math.round(card?.width ?? 480);
    const notes = linesOf(description, width, em);
    return { width, height: Math.round(card?.height ?? 320) + heightOf(notes, em), em, inches: null, notes };
  }
  const inches = INCHES[size];
  const width = inches * PIXELS_AN_INCH;
  const notes = linesOf(description, width, PAPER_EM);
  const height =
    Math.round(width * ASPECT[panel.size][size === 'column' ? 0 : 1]) + heightOf(notes, PAPER_EM);
  return { width, height, em: PAPER_EM, inches, notes };
}

const heightOf = (notes: readonly string[], em: number): number =>
  Math.round(notes.length * 1.35 * NOTE.size * em);

/** Text in lines of a width; what is too long ends in "…", and is whole in the file's description. */
function linesOf(texts: readonly string[], width: number, em: number): readonly string[] {
  const letters = Math.floor((width - em) / (NOTE.size * em * NOTE.letter));
  const lines = texts.flatMap((text) => wrapped(text, letters));
  if (lines.length <= NOTE.lines) return lines;
  return [...lines.slice(0, NOTE.lines - 1), `${lines[NOTE.lines - 1]!.slice(0, letters - 1)}…`];
}

/** Breaks at spaces where there are some, and within a link. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > letters) {
    const space = rest.lastIndexOf(' ', letters);
    const at = space > 0 ? space : letters;
    lines.push(rest.slice(0, at));
    rest = rest.slice(space > 0 ? at + 1 : at);
  }
  return [...lines, rest];
}
