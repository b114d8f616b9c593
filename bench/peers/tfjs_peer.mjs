/**
 * Gradient descent in TensorFlow.js on its WebAssembly backend, float32, training only (it has no eigenvalues):
 * gradients in closed form, which is what its users write where `variableGrads` is too slow.
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm';

const require = createRequire(import.meta.url);
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
await tf.setBackend('wasm');
await tf.ready();

function slopeOf({ activation, gamma, q }) {
  if (activation === 'leaky-relu') return (z) => tf.where(tf.greaterEqual(z, 0), 1, gamma);
  if (activation === 'smooth-leaky-relu') return (z) => tf.add(gamma, tf.mul(1 - gamma, tf.sigmoid(z)));
  return (z) => tf.mul(q, q === 2 ? tf.relu(z) : tf.pow(tf.relu(z), q - 1));
}

function valueOf({ activation, gamma, q }) {
  if (activation === 'leaky-relu') return (z) => tf.leakyRelu(z, gamma);
  if (activation === 'smooth-leaky-relu') {
    return (z) => tf.add(tf.mul(gamma, z), tf.mul(1 - gamma, tf.sub(tf.log(tf.add(1, tf.exp(z))), Math.LN2)));
  }
  return (z) => (q === 2 ? tf.square(tf.relu(z)) : tf.pow(tf.relu(z), q));
}

function make(request) {
  const { n, d, m, a, eta, sigma0, noiseSd, ranks, patches, lambda } = request;
  if (ranks) throw new Error('it has no eigenvalues');
  if (patches === 2 && request.q !== 2) throw new Error('written for q = 2');
  const x = tf.randomNormal([n, d], 0, noiseSd);
  const y = tf.tensor2d(Array.from({ length: n }, (_, i) => [i % 2 === 0 ? 1 : -1]));
  const layer = tf.tensor2d(Array.from({ length: 2 * m }, (_, r) => [r < m ? a : -a]));
  const row = tf.reshape(layer, [1, 2 * m]);
  let w = tf.randomNormal([2 * m, d], 0, sigma0);
  const [phi, slope] = [valueOf(request), slopeOf(request)];
  const plain = () => {
    const z = tf.matMul(x, w, false, true);
    const margins = tf.mul(y, tf.matMul(phi(z), layer));
    const weight = tf.mul(tf.mul(tf.sigmoid(tf.neg(margins)), y), eta / n);
    return tf.add(w, tf.matMul(tf.mul(tf.mul(slope(z), row), weight), x, true, false));
  };

  // Patches y·mu and xi; mu is the first unit vector, and the noise has nothing there.
  const mu = tf.tensor2d([[1, ...new Array(d - 1).fill(0)]]);
  const noiseOnly = tf.mul(x, tf.sub(1, mu));
  const square = tf.sum(tf.square(noiseOnly), 1, true);
  const layerSquare = tf.square(row);
  const twoPatches = () => {
    const signal = tf.mul(y, tf.matMul(mu, w, false, true));
    const noise = tf.matMul(noiseOnly, w, false, true);
    const [s1, s2] = [slope(signal), slope(noise)];
    const margins = tf.mul(y, tf.matMul(tf.add(phi(signal), phi(noise)), layer));
    const lossSlope = tf.neg(tf.sigmoid(tf.neg(margins)));
    let weight = lossSlope;
    let [more1, more2] = [0, 0];
    if (lambda > 0) {
      const norms = (s) => tf.sum(tf.mul(layerSquare, tf.square(s)), 1, true);
      const norm = tf.add(norms(s1), tf.mul(square, norms(s2)));
      const lossCurvature = tf.neg(tf.mul(lossSlope, tf.add(1, lossSlope)));
      weight = tf.add(weight, tf.mul(lambda, tf.mul(tf.mul(lossSlope, lossCurvature), norm)));
      // φ″ = 2 where the neuron fires; the slope is zero elsewhere.
      const factor = tf.mul(2 * lambda, tf.square(lossSlope));
      more1 = tf.mul(tf.mul(factor, layerSquare), s1);
      more2 = tf.mul(tf.mul(tf.mul(factor, square), layerSquare), s2);
    }
    const outer = tf.mul(tf.mul(y, weight), row);
    const d1 = tf.add(tf.mul(outer, s1), more1);
    const d2 = tf.add(tf.mul(outer, s2), more2);
    const gradient = tf.add(
      tf.matMul(tf.matMul(d1, y, true, false), mu),
      tf.matMul(d2, noiseOnly, true, false),
    );
    return tf.sub(w, tf.mul(eta / n, gradient));
  };

  const train = patches === 2 ? twoPatches : plain;
  const epoch = () => {
    const next = tf.tidy(train);
    w.dispose();
    w = next;
  };
  const end = () =>
    [x, y, layer, row, w, mu, noiseOnly, square, layerSquare].forEach((tensor) => tensor.dispose());
  return { epoch, end };
}

function measure({ epoch, end }, seconds) {
  epoch();
  let epochs = 0;
  const start = performance.now();
  while (epochs < 1 || performance.now() - start < 1_000 * seconds) {
    epoch();
    epochs++;
  }
  const taken = performance.now() - start;
  end();
  return { epoch: taken / epochs, epochs, note: 'float32' };
}

const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
answer({ name: 'TensorFlow.js', version: `${version_wasm}, wasm` });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    const request = JSON.parse(line);
    answer(measure(make(request), request.seconds));
  } catch (error) {
    answer({ error: error instanceof Error ? error.message : String(error) });
  }
}
