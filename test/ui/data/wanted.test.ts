import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { sidesOf, wantedOf } from '../../../src/ui/data/wanted.ts';

const numbers = {
  labels: new Map([
    ['0', 5],
    ['4', 5],
    ['9', 5],
  ]),
};
const names = {
  labels: new Map([
    ['benign', 3],
    ['malignant', 2],
  ]),
};

describe('the classes that the settings want of a file', () => {
  it('are found by number and by name', () => {
    expect([...sidesOf('4', '9', numbers)!]).toEqual([
      ['4', 1],
      ['9', -1],
    ]);
    expect([...sidesOf('~malignant', '~benign', names)!]).toEqual([
      ['malignant', 1],
      ['benign', -1],
    ]);
  });

  it('of names may be numbers, as links had them before', () => {
    expect([...sidesOf('1', '0', names)!]).toEqual([
      ['malignant', 1],
      ['benign', -1],
    ]);
  });

  it('are none where the file has no label of one of them', () => {
    expect(sidesOf('4', '7', numbers)).toBeNull();
    expect(sidesOf('~no', '~yes', names)).toBeNull();
  });
});

describe('how settings want a file to be read', () => {
  const link = { ...DEFAULTS, data: 'dataset', file: '0123456789abcdef', reading: 'l3.h0' } as const;

  it('is as a link says, for its file', () => {
    expect(wantedOf(link, false)).toMatchObject({
      choice: { label: 2, header: false },
      normalisation: 'divide-255',
    });
  });

  it('is as proposed where nothing waits for a file, or for one in particular', () => {
    expect(wantedOf(DEFAULTS, false)).toMatchObject({ choice: {}, normalisation: null });
    expect(wantedOf(link, true)).toMatchObject({ choice: {}, normalisation: null });
    expect(wantedOf({ ...link, file: '' }, false)).toMatchObject({ choice: {}, normalisation: null });
  });
});
