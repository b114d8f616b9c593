import { ENGINE_VERSION } from '../../core/experiment.ts';

/** What README.txt tells beside what it tells of every study. */
export interface ArchiveFacts {
  readonly link: string;
  /** Runs with and without a whole recording. */
  readonly whole: number;
  readonly partial: number;
  /** Whether reproduce.py is there. */
  readonly hasScript: boolean;
  /** What it covers; '' for all runs. */
  readonly scriptNote: string;
  /** Runs whose matrices are in matrices.npz, of so many of the point in front. */
  readonly matrices: { readonly shown: number; readonly of: number };
  /** Whether a run is by gradient flow. */
  readonly hasFlow: boolean;
  /** Whether something was measured beside the recordings. */
  readonly isMeasured: boolean;
  readonly figures: readonly string[];
}

/** README.txt: what is in the archive. */
export function readmeText(facts: ArchiveFacts): string {
  const { link, whole, partial, hasScript, scriptNote, matrices, hasFlow, isMeasured, figures } = facts;
  const runs =
    partial === 0
      ? `${whole} runs`
      : `${whole + partial} runs, of which ${partial} are not whole: fingerprints.txt says at which epoch each was stopped`;
  const missing = matrices.of - matrices.shown;
  return [
    'A study of the Implicit Bias Lab',
    '================================',
    '',
    link,
    `Engine version ${ENGINE_VERSION}; ${runs}.`,
    '',
    'study.json         settings, what varies of them, pins. The page and the command line read it.',
    'recording.csv      a row a recorded epoch of a run: what varies, seed, epoch t, and every scalar, in the fewest',
    '                   digits that read back as the same double. Empty: not measured, or has none.',
    '                   normalisedMargin = min q / |W| is made of what is recorded, and in no fingerprint.',
    ...(hasFlow
      ? [
          '                   Gradient flow has no epochs: there "epoch" is the number of the recorded point, here and in all',
          '                   other files, and logT is the natural logarithm of its time t (-Infinity at t = 0, point 0).',
          '                   lastFlip, last_flip: the point; flips are changes from one point to the next.',
        ]
      : []),
    'recording.parquet  the same table, with the study in its metadata (key "study").',
    'matrices.npz       of the point in front, for run 1, 2, … (arrays run1_…):',
    '                   epochs (recorded t), margins (recorded epochs × n),',
    '                   neurons and samples (which rows and columns are shown), snapshot_epochs,',
    '                   rho (snapshots × neurons × samples; rho = C_ri |x_i|², Kou et al., Def. 5.1),',
    '                   active (the same shape; 1 where <w_r, x_i> >= 0), flips_so_far and last_flip (the same shape;',
    '                   how often that sign has changed, and at which epoch last), spectrum_epochs, singular_values;',
    '                   by gradient flow with a kink also sliding (1 where a pair stays on its kink <w_r, x_i> = 0, where active',
    "                   is 1 too) and kink_slopes (phi' there, from gamma to 1; -1 elsewhere), of the same shape;",
    '                   with a signal patch also gamma, signal, noise (snapshots × neurons; Meng et al., Def. 5.2).',
    ...(missing > 0 ? [`                   ${missing} of ${matrices.of} runs are left out: too large.`] : []),
    ...(isMeasured
      ? [
          'measured.csv       of the runs that charts draw, at up to 300 epochs: sharpness (largest eigenvalue of the Hessian',
          '                   of the data loss), effective ranks, and of the limit of the activation pattern at the epoch the angle',
          '                   to W (radians) and the two KKT residuals; measured in a pass of their own, in no fingerprint.',
          'measured.parquet   the same table.',
        ]
      : []),
    'fingerprints.txt   hashes of each run’s rows and margins, and of the study (docs/fingerprint.md).',
    ...(hasScript
      ? [
          'reproduce.py       python3 reproduce.py recomputes the recording with NumPy, from data that it carries, and',
          '                   compares it with recording.csv.',
          ...(scriptNote === '' ? [] : [`                   ${scriptNote}`]),
        ]
      : [`                   ${scriptNote}`]),
    ...figures,
    '',
  ].join('\n');
}
