import { describe, expect, it } from 'vitest';
import { networkGeometry, neuronAt } from '../../../src/charts/network/geometry.ts';
import { drawnNeurons, firesFor, MOST_NEURONS, networkPicture } from '../../../src/charts/network/picture.ts';
import { networkTold } from '../../../src/ui/panels/later/Network.tsx';
import { syntheticRecording } from '../synthetic.ts';

const recording = syntheticRecording({ n: 6, m: 20, epochs: 10 });
const picture = networkPicture(recording)!;
const box = { width: 320, height: 220, em: 13 };

describe('the drawing of a network', () => {
  it('draws the first neurons of each class, and the one that is pointed at elsewhere', () => {
    const [positive, negative] = drawnNeurons(picture, null);
    expect(positive).toEqual(Array.from({ length: MOST_NEURONS }, (_, r) => r));
    expect(negative[0]).toBe(20);
    expect(drawnNeurons(picture, 33)[1]).toEqual([...negative.slice(0, -1), 33]);
    expect(drawnNeurons(picture, 33)[0]).toEqual(positive);
  });

  it('has every neuron where the pointer finds it', () => {
    const geometry = networkGeometry(picture, box, 33);
    expect(geometry.neurons.map(({ row }) => row)).toContain(33);
    for (const { row, x, y } of geometry.neurons) {
      expect(neuronAt(geometry, box, x, y)).toBe(row);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(box.height);
    }
    expect(neuronAt(geometry, box, 5, 100)).toBeNull();
  });

  it('draws all inputs of the plane, some of many, and two patches', () => {
    const facts = picture.facts;
    expect(networkPicture({ ...recording, facts: { ...facts, d: 2 } })).toMatchObject({
      inputs: ['x₁', 'x₂'],
      moreInputs: 0,
    });
    expect(networkPicture({ ...recording, facts: { ...facts, d: 784 } })!.moreInputs).toBe(779);
    const patches = syntheticRecording({ n: 6, m: 3, epochs: 5, signal: true });
    expect(networkPicture(patches)!.inputs).toEqual(['yμ', 'ξ']);
    expect(networkPicture(null)).toBeNull();
  });

  it('counts the samples that a neuron fires for at an epoch', () => {
    const { active } = recording.snapshots.at(-1)!;
    const own = firesFor(picture, 3, 10)!;
    expect(own).toEqual({ fires: active.slice(18, 24).reduce((a, b) => a + b, 0), of: 6 });
    const shape = { ...picture.facts.shape, rows: Int32Array.of(0) };
    expect(firesFor({ ...picture, facts: { ...picture.facts, shape } }, 3, 10)).toBeNull();
  });

  it('has words, and a row a neuron', () => {
    expect(networkTold.summary([recording])).toContain(
      '20 neurons that add to the output and 20 that take from it',
    );
    const table = networkTold.table([recording]);
    expect(table.count).toBe(40);
    expect(table.row(21).slice(0, 2)).toEqual(['neuron −2', '−1']);
    expect(networkTold.table([]).count).toBe(0);
    expect(networkTold.summary([])).toContain('nothing yet');
  });
});
