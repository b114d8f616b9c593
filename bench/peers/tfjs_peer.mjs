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
  return (z) => tf.mul(q, tf.pow(tf.relu(z), q - 1));
}

function valueOf({ activation, gamma, q }) {
  if (activation === 'leaky-relu') return (z) => tf.leakyRelu(z, gamma);
  if (activation === 'smooth-leaky-relu') {
    return (z) => tf.add(tf.mul(gamma, z), tf.mul(1 - gamma, tf.sub(tf.log(tf.add(1, tf.exp(z))), Math.LN2)));
  }
  return (z) => tf.pow(tf.relu(z), q);
}

function make(request) {
  const { n, d, m, a, eta, sigma0, noiseSd, ranks, patches, lambda } = request;
  if (ranks) throw new Error('it has no eigenvalues');
  if (patches === 2 || lambda > 0) throw new Error('not written for two patches');
  const x = tf.randomNormal([n, d], 0, noiseSd);
  const y = tf.tensor2d(Array.from({ length: n }, (_, i) => [i % 2 === 0 ? 1 : -1]));
  const layer = tf.tensor2d(Array.from({ length: 2 * m }, (_, r) => [r < m ? a : -a]));
  const row = tf.reshape(layer, [1, 2 * m]);
  let w = tf.randomNormal([2 * m, d], 0, sigma0);
  const [phi, slope] = [valueOf(request), slopeOf(request)];
  const epoch = () => {
    const next = tf.tidy(() => {
      const z = tf.matMul(x, w, false, true);
      const margins = tf.mul(y, tf.matMul(phi(z), layer));
      const weight = tf.mul(tf.mul(tf.sigmoid(tf.neg(margins)), y), eta / n);
      return tf.add(w, tf.matMul(tf.mul(tf.mul(slope(z), row), weight), x, true, false));
    });
    w.dispose();
    w = next;
  };
  const end = () => [x, y, layer, row, w].forEach((tensor) => tensor.dispose());
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
