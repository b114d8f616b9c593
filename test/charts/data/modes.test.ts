import { describe, expect, it } from 'vitest';
import { MODE_LOOKS, switchOffMarks } from '../../../src/charts/data/modes.ts';
import { syntheticRecording } from '../synthetic.ts';

const none = syntheticRecording();
const pegr = syntheticRecording({ regularizer: { kind: 'pegr', lambda: 0.1, until: 30 } });
const fgr = syntheticRecording({ regularizer: { kind: 'fgr', lambda: 0.1, until: 30 } });

it('modes are told apart by colour, dash and marker', () => {
  for (const part of ['label', 'colour', 'dash', 'marker'] as const)
    expect(new Set(Object.values(MODE_LOOKS).map((look) => look[part])).size).toBe(3);
});

describe('switchOffMarks', () => {
  it('is one mark for all modes that lose their penalty at an epoch', () => {
    expect(switchOffMarks([none, pegr, pegr])).toEqual([{ epoch: 30, label: 'PEGR off' }]);
    expect(switchOffMarks([fgr, pegr, none])).toEqual([{ epoch: 30, label: 'PEGR and FGR off' }]);
  });

  it('is none where nothing was penalised, where the penalty stays, and before the first frame', () => {
    const kept = syntheticRecording({ regularizer: { kind: 'pegr', lambda: 0.1 } });
    expect(switchOffMarks([none, kept, { ...pegr, facts: null }])).toEqual([]);
  });
});
