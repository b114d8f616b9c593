import { describe, expect, it } from 'vitest';
import { proposeClasses } from '../../../../src/engine/files/propose/classes.ts';

const of = (...labels: string[]) => proposeClasses(new Map(labels.map((label) => [label, 5])));

describe('of two labels', () => {
  it.each([
    ['ja', 'nein'],
    ['Oui', 'Non'],
    ['sí', 'no'],
    ['SIM', 'NÃO'],
    ['true', 'false'],
    ['T', 'F'],
    ['y', 'n'],
    ['Positive', 'Negative'],
    ['pos', 'neg'],
    ['+', '-'],
    ['да', 'нет'],
    ['disease', 'no disease'],
    ['churned', 'Not_churned'],
  ])('%s is +1 against %s, in either order, and that is said', (yes, no) => {
    for (const classes of [of(yes, no), of(no, yes)]) {
      expect(classes).toMatchObject({ positive: [yes], negative: [no], areGuess: false });
      expect(classes.why).toBe(`Of "${no}" and "${yes}" the latter is affirmative: class +1.`);
    }
  });

  it('that mean neither yes nor no the later is +1, and nothing is said', () => {
    for (const [a, b] of [
      ['benign', 'malignant'],
      ['no', 'nothing'],
      ['N', 'S'],
      ['0', '1'],
    ] as const)
      expect(of(a, b)).toEqual({ positive: [b], negative: [a], areGuess: false, why: null });
  });
});

it('labels that are two but for capitals are two classes without a guess', () => {
  const { why, ...classes } = of('No', 'Yes', 'no', 'yes');
  expect(classes).toEqual({ positive: ['Yes', 'yes'], negative: ['No', 'no'], areGuess: false });
  expect(why).toContain('Labels that differ in capitals alone are taken for one.');
});
