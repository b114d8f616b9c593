import * as v from 'valibot';
import type { ActivationSpec, DataSpec, Experiment, MethodSpec, SecondLayer } from '../core/experiment.ts';
import { describeValue } from './words.ts';

const numbers = v.array(v.pipe(v.number(), v.finite()));
const matrix = v.array(numbers);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const epoch = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The data and the network, without the run. */
const NETWORK = v.object({
  model: v.picklist(['fc', 'cnn']),
  activation: v.picklist(['leaky-relu', 'smooth-leaky-relu', 'relu-power']),
  gamma: v.optional(v.number(), 0),
  q: v.optional(count),
  second_layer: v.picklist(['1/m', '1/sqrt', '1']),
  n: count,
  d: count,
  m: count,
  x: v.optional(matrix),
  mu: v.optional(numbers),
  xi: v.optional(matrix),
  y: numbers,
});

/** The inputs of test/fixtures/README.md that all methods have. */
const COMMON = {
  ...NETWORK.entries,
  name: v.optional(v.string(), 'reference'),
  loss: v.picklist(['logistic', 'exponential']),
  regularizer: v.picklist(['none', 'pegr', 'fgr']),
  lambda: v.optional(v.number(), 0),
  w0: matrix,
};

const STEPS = v.object({
  ...COMMON,
  reg_until: v.optional(epoch),
  eta: v.number(),
  epochs: epoch,
  record: v.array(epoch),
  batches: v.optional(v.array(v.array(v.array(epoch)))),
  batch_size: v.optional(count),
});

const FLOW = v.object({
  ...COMMON,
  method: v.literal('flow'),
  record_log_t: v.pipe(numbers, v.minLength(1)),
  tolerance: v.optional(v.number(), 1e-12),
});

/** What of a file in the format of test/fixtures is no matter of its run. */
export type ReferenceNetwork = v.InferOutput<typeof NETWORK>;

/** Gradient descent or SGD of explicit data, and the epochs at which it is recorded whole. */
export type StepsReference = v.InferOutput<typeof STEPS>;
/** Gradient flow of explicit data, and the times, by their logarithms, at which it is recorded. */
export type FlowReference = v.InferOutput<typeof FLOW>;

/** An experiment with explicit data: the format of test/fixtures. */
export type Reference = StepsReference | FlowReference;

export const isFlow = (reference: Reference): reference is FlowReference => 'method' in reference;

/** Whether a file's content says that it is of this format. */
export const isReference = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'model' in content && 'y' in content;

/** @throws RangeError naming the part, and what belongs there */
export function readReference(content: unknown): Reference {
  const method =
    typeof content === 'object' && content !== null && 'method' in content ? content.method : null;
  if (method !== null && method !== 'flow') {
    throw new RangeError(
      `"method" is ${describeValue(method)}: it may be "flow"; gradient descent has none, and SGD has "batches"`,
    );
  }
  return method === null ? parsed(STEPS, content) : parsed(FLOW, content);
}

/** The data and the network of a file, whatever its method is. @throws RangeError naming the part, and what belongs there */
export const readReferenceNetwork = (content: unknown): ReferenceNetwork => parsed(NETWORK, content);

function parsed<Schema extends v.GenericSchema>(schema: Schema, content: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new RangeError(`"${v.getDotPath(issue) ?? ''}": ${issue.message}`);
}

/** The first `epochs` of it. */
export const upToEpoch = (reference: StepsReference, epochs: number): StepsReference => ({
  ...reference,
  epochs,
  record: reference.record.filter((t) => t <= epochs),
});

const SECOND_LAYERS: Readonly<Record<Reference['second_layer'], SecondLayer>> = {
  '1/m': '1/m',
  '1/sqrt': '1/sqrt(2m)',
  '1': '1',
};

/** The run that it asks for. @throws RangeError when a matrix is missing, has other sizes, or an epoch is not in it */
export function referenceExperiment(reference: Reference, space: Experiment['space'] = 'auto'): Experiment {
  const { m, d, loss } = reference;
  const { epochs, record } = recordOf(reference);
  const late = record.find((t) => t > epochs);
  if (late !== undefined) throw new RangeError(`"record" has epoch ${late}, and "epochs" is ${epochs}`);
  return {
    ...networkOf(reference, { w0: flat('w0', reference.w0, 2 * m, d) }),
    loss,
    regularizer: regularizerOf(reference),
    sigma0: 1,
    method: methodOf(reference),
    epochs,
    seed: 0,
    testPoints: 0,
    space,
    record,
  };
}

/** Of a flow each time is an epoch. */
function recordOf(reference: Reference): { readonly epochs: number; readonly record: readonly number[] } {
  if (!isFlow(reference)) return reference;
  const epochs = reference.record_log_t.length - 1;
  return { epochs, record: reference.record_log_t.map((_, k) => k) };
}

/** What an experiment has of the data and the network. @throws RangeError when a matrix is missing or has other sizes */
export function networkOf(
  reference: ReferenceNetwork,
  start: { readonly w0?: Float64Array } = {},
): Pick<Experiment, 'data' | 'm' | 'activation' | 'secondLayer'> {
  const { m, second_layer: layer } = reference;
  return {
    data: dataOf(reference, start),
    m,
    activation: activationOf(reference),
    secondLayer: SECOND_LAYERS[layer],
  };
}

function dataOf(reference: ReferenceNetwork, start: { readonly w0?: Float64Array }): DataSpec {
  const { n, d, y, model } = reference;
  const common = { n, d, y: Float64Array.from(y), ...start };
  if (model === 'fc') return { kind: 'explicit', x: flat('x', reference.x, n, d), ...common };
  if (reference.mu === undefined) throw new RangeError('"mu" is missing: a "cnn" has one');
  const mu = Float64Array.from(reference.mu);
  return { kind: 'explicit-patches', mu, xi: flat('xi', reference.xi, n, d), ...common };
}

function flat(
  name: string,
  rows: readonly (readonly number[])[] | undefined,
  count: number,
  d: number,
): Float64Array {
  if (rows === undefined) throw new RangeError(`"${name}" is missing: the model needs it`);
  const odd = rows.find((row) => row.length !== d);
  if (rows.length !== count || odd !== undefined) {
    throw new RangeError(
      `"${name}" is ${rows.length}×${odd?.length ?? d}, and by "n", "d" and "m" it should be ${count}×${d}`,
    );
  }
  return Float64Array.from(rows.flat());
}

function activationOf({ activation, gamma, q = 2 }: ReferenceNetwork): ActivationSpec {
  return activation === 'relu-power' ? { kind: activation, q } : { kind: activation, gamma };
}

function regularizerOf(reference: Reference): Experiment['regularizer'] {
  const { regularizer: kind, lambda } = reference;
  const until = isFlow(reference) ? undefined : reference.reg_until;
  if (kind === 'none') return { kind };
  return until === undefined ? { kind, lambda } : { kind, lambda, until };
}

function methodOf(reference: Reference): MethodSpec {
  if (isFlow(reference)) {
    const { record_log_t: logTimes, tolerance } = reference;
    return { kind: 'flow', logTime: logTimes.at(-1)!, tolerance, logTimes };
  }
  const { eta, batches, batch_size, n } = reference;
  if (batches === undefined) return { kind: 'gradient-descent', eta };
  const beyond = batches.flat(2).find((sample) => sample >= n);
  if (beyond !== undefined) {
    throw new RangeError(`"batches" name sample ${beyond}, and "n" is ${n}: samples count from 0`);
  }
  return { kind: 'sgd', eta, batchSize: batch_size ?? n, batches };
}
