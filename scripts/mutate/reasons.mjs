/**
 * Changes that no test can notice, and why: by file, the code and what it is changed to, on one line each. A reason is
 * about what the code gives: "slower" is one, "not tested yet" is none.
 */
const SAME_VALUE = 'both ways give the same value there';
const PAST_THE_END = 'one turn more reads and writes past the end, which typed arrays ignore';

/** One change each of pieces of code, with one reason. */
const each = (why, ...changes) => changes.map(([code, ...to]) => ({ code, changes: to, why }));

export const REASONS = {
  'src/core/objective.ts': [
    ...each('a block of no rows', ['r < to', 'r <= to']),
    ...each('one turn more writes behind what the batch says it has', ['i < n', 'i <= n']),
    ...each('by a sign of ±1', ['e * patchSign[at]!', 'e / patchSign[at]!']),
    ...each('the longer way to the same bits', ['this.separate', 'false']),
  ],
  'src/core/regularizer.ts': [
    ...each('one turn more writes behind what the batch says it has', ['i < n', 'i <= n']),
    ...each(
      'by a label of ±1',
      [
        '((lambda * first * loss.curvature(margins[i]!)) / n) * y[i]!',
        'lambda * first * loss.curvature(margins[i]!) / n / y[i]!',
      ],
      ['lambda * lossSlopes[i]! * y[i]!', 'lambda * lossSlopes[i]! / y[i]!'],
    ),
  ],
  'src/core/problem/create.ts': [
    ...each('data of other kinds have no w0', [
      "data.kind === 'explicit' || data.kind === 'explicit-patches'",
      'true',
    ]),
    ...each(PAST_THE_END, ['r < to', 'r <= to'], ['k < to', 'k <= to']),
  ],
  'src/core/problem/dataset-sample.ts': [
    ...each(PAST_THE_END, ['i < to', 'i <= to'], ['k < to', 'k <= to'], ['k < d', 'k <= d']),
    ...each('a row behind the last has no label', ['row < dataset.count', 'row <= dataset.count']),
    ...each('a row of zeros behind the last stays', ['start < points.length', 'start <= points.length']),
    ...each('a switch that knows no other kind ends likewise', ["'none'", '""']),
  ],
  'src/core/problem/gaussian-basis.ts': each(PAST_THE_END, ['i < to', 'i <= to'], ['k < dim', 'k <= dim']),
  'src/core/problem/labels.ts': [
    ...each(PAST_THE_END, ['i < n', 'i <= n'], ['i < y.length', 'i <= y.length']),
    ...each(
      'no draw of these streams is exactly the rate',
      ['y[i]! < 0.5', 'y[i]! <= 0.5'],
      ['u[i]! < rate', 'u[i]! <= rate'],
    ),
  ],
  'src/core/problem/orthogonal-basis.ts': each(PAST_THE_END, ['i < to', 'i <= to']),
  'src/core/problem/signal-noise.ts': [
    ...each(PAST_THE_END, ['i < testPoints', 'i <= testPoints'], ['i < n', 'i <= n'], ['hasTest', 'true']),
    ...each('a length of nothing along no axis is added to no entry', [
      '{ axis: SIGNAL_AXIS, length: 0 }',
      '{}',
    ]),
    ...each('the axis is 0', ['dim + SIGNAL_AXIS', 'dim - SIGNAL_AXIS']),
    ...each('labels are ±1', ['testY[i]! > 0', 'testY[i]! >= 0']),
  ],
  'src/core/method/batches.ts': [
    ...each('more room than is used', [
      'samples.features.length / samples.dim',
      'samples.features.length * samples.dim',
    ]),
    ...each('one turn more writes behind what the batch says it has', ['i < n', 'i <= n']),
    ...each('forgets one more number, which is forgotten already', ['k < features', 'k <= features']),
  ],
  'src/core/method/grouping.ts': [
    ...each(
      'for the types: `whyApart` has said it',
      ["activation.kind !== 'leaky-relu'", 'false'],
      ["ground.space.kind !== 'feature'", 'false'],
    ),
    ...each(PAST_THE_END, ['i < n', 'i <= n']),
    ...each(
      'the longer way to the same numbers',
      ['this.stepsOfSlopes === groups.steps', 'false'],
      ['this.crossed || canMerge(this.groups)', 'true'],
    ),
    ...each('the turn after it ends there', ['!this.hasToRegroup()', 'false']),
    ...each('gives way sooner, at the same numbers', ['epoch === end', 'true']),
    ...each('a crossing is a flip', ['flips > 0', 'true', 'flips >= 0']),
  ],
  'src/core/method/stepper.ts': [
    ...each(
      'the longer way to the same numbers',
      ['this.penalised(t)', 'true'],
      ['!this.aimed', 'true'],
      ['this.aimed', 'false'],
      ['true', 'false'],
      ['this.batchRegularizer !== null', 'true'],
      ["spec.kind !== 'none'", 'true'],
    ),
    ...each('the first `evaluate` says so', ['false', 'true']),
    ...each(
      'an objective of batches that no batch asks for',
      ['maxBatch === 0', 'false'],
      ['{ this.batchObjective = this.objective; this.batchRegularizer = this.regularizer; }', '{}'],
    ),
    ...each(
      'room that is not used',
      ['maxBatch / samples.patches', 'maxBatch * samples.patches'],
      ['this.batchRegularizer === null', 'false'],
      [
        'Math.min(method.batchSize, problem.samples.y.length)',
        'Math.max(method.batchSize, problem.samples.y.length)',
      ],
    ),
    ...each(
      'the conditions beside it say the same',
      [
        "regularizer === null || spec.kind === 'none'",
        'false',
        "regularizer === null && spec.kind === 'none'",
      ],
      ['regularizer === null', 'false'],
      ["spec.kind === 'none'", 'false'],
      ["'none'", '""'],
    ),
    ...each(
      'an entry that the next row writes anew, or behind what is used',
      ['i < count', 'i <= count'],
      ['k < count', 'k <= count'],
    ),
  ],
  'src/core/model/activation.ts': each(
    'a power of 0 above 0 is 0',
    ['zk > 0', 'zk >= 0'],
    ['z[k]! > 0', 'z[k]! >= 0'],
  ),
  'src/core/model/second-layer.ts': each(PAST_THE_END, ['r < 2 * m', 'r <= 2 * m']),
  'src/core/observe/activation-pattern.ts': [
    ...each(PAST_THE_END, ['k < this.width', 'k <= this.width']),
    ...each('labels are ±1', ['y[Math.floor(k / patches)]! > 0', 'y[Math.floor(k / patches)]! >= 0']),
  ],
  'src/core/observe/excess.ts': [
    ...each('a product more changes no digit that counts', ['k < POLISH', 'k <= POLISH']),
    ...each(PAST_THE_END, ['x < dim', 'x <= dim']),
    ...each('an entry that the next piece writes anew, or past the end', ['at < to * dim', 'at <= to * dim']),
  ],
  'src/core/observe/observer.ts': [
    ...each('the look at all scalars names it, too', ['!Number.isFinite(measured.loss)', 'false']),
    ...each('a loss that is not finite was named before', ['broken >= 0', 'broken > 0']),
  ],
  'src/core/observe/schedule.ts': each('the last is in the set already', ['k < half', 'k <= half']),
  'src/core/observe/shown-matrices.ts': each(
    'copied though it could be read where it is: the longer way to the same numbers',
    ['rows.length === neurons', 'false'],
  ),
  'src/core/observe/signal-noise.ts': [
    ...each(PAST_THE_END, ['at < rows.length', 'at <= rows.length']),
    ...each('μ is feature 0 wherever there is one', [
      'r * features + this.signal',
      'r * features - this.signal',
    ]),
  ],
  'src/core/observe/test-error.ts': each('a block of no neurons', [
    'from < this.a.length',
    'from <= this.a.length',
  ]),
  'src/core/fingerprint.ts': [
    ...each('hashed sooner: the same bytes in the same order', ['this.filled === BLOCK', 'true']),
    ...each('0 has the same bytes in either order', ['true', 'false']),
  ],
  'src/core/suggest-eta.ts': each(
    'a flow has no η, and so none above the least',
    ["method.kind === 'flow'", 'false'],
    ["'flow'", '""'],
  ),
  'src/core/xxh64.ts': each('the tail’s way for what would do without: the same bytes in the same order', [
    'this.tailLength > 0',
    'true',
    'this.tailLength >= 0',
  ]),
  'src/core/kernels/copies.ts': each(PAST_THE_END, ['k < to', 'k <= to']),
  'src/core/random/chi.ts': [
    ...each('as many uniforms again, in a longer array', ['from === 0', 'false']),
    ...each('a length of 0 or less is refused by its logarithm, NaN, too', [
      'root <= 0',
      'root < 0',
      'false',
    ]),
    ...each('an attempt of draws that are not there is NaN, and refused', [
      'k < from + 2 * ATTEMPTS_AT_ONCE',
      'k <= from + 2 * ATTEMPTS_AT_ONCE',
    ]),
    ...each('no draw makes the two sides equal', [
      'log(draws[k + 1]!) < 0.5 * x * x + d - d * v + d * log(v)',
      'log(draws[k + 1]!) <= 0.5 * x * x + d - d * v + d * log(v)',
    ]),
  ],
  'src/core/random/normal.ts': [
    ...each('a q of 0 went another way before', ['q < 0', 'q <= 0']),
    ...each('u − ½ of no double u is 0.425 exactly', ['q <= 0.425', 'q < 0.425']),
  ],
  'src/core/random/stream.ts': each(
    'a swap of an entry with itself, or of what is no entry',
    ['n - 1', 'n + 1'],
    ['i > 0', 'i >= 0'],
  ),
  'src/core/space/coefficients.ts': each(
    PAST_THE_END,
    ['r < rows', 'r <= rows'],
    ['k < count', 'k <= count'],
    ['k < rows.length', 'k <= rows.length'],
  ),
  'src/core/space/column-panels.ts': [
    ...each('room that is not used', ['width < cols', 'true', 'width <= cols']),
    ...each('a row that is copied again, or is past the end', ['k < to', 'k <= to']),
  ],
  'src/core/space/feature-space.ts': [
    ...each(
      'the longer way to the same numbers',
      ['features === null && diagonal !== null', 'false'],
      ['{ kernels.scaleColumns(d, diagonal, direction, neurons, K); return DONE; }', '{}'],
    ),
    ...each(PAST_THE_END, ['k < K', 'k <= K']),
  ],
  'src/core/space/groups/members.ts': [
    ...each('a neuron’s neighbours are set when it joins', ['-1', '+1']),
    ...each('no entry is at −1, which typed arrays ignore', ['second >= 0', 'true'], ['after >= 0', 'true']),
  ],
  'src/core/space/groups/sites.ts': each('signs are ±1, and either may have either place', [
    'sign > 0',
    'sign >= 0',
    'sign <= 0',
  ]),
  'src/core/space/groups/table.ts': each(PAST_THE_END, ['q < sites.count', 'q <= sites.count']),
  'src/core/space/panels.ts': [
    ...each('an entry of the diagonal is copied to itself', ['k < r', 'k <= r']),
    ...each('the longer way to the same numbers', ['a === b', 'false'], ['r !== loaded', 'true']),
    ...each('a panel of no rows', ['r < rows', 'r <= rows']),
    ...each('no panel begins at row 1', ['-1', '+1']),
    ...each('a row that the next panel writes anew, or past the end', ['i < height', 'i <= height']),
    ...each('room that is not used', ['rows / ROWS', 'rows * ROWS']),
  ],
  'src/core/space/products.ts': [
    ...each(
      'any name that no other product has',
      ["'gram'", '""'],
      ["'featureTest'", '""'],
      ["'initialFeatures'", '""'],
      ["'initialTest'", '""'],
      ["'initialGram'", '""'],
    ),
    ...each('the longer way to the same numbers', ['a === b', 'false']),
  ],
  'src/core/special/bits.ts': each(
    'both ways are exact up to the one rounding there',
    ['k > LARGEST_EXPONENT', 'k >= LARGEST_EXPONENT'],
    ['k < SMALLEST_EXPONENT', 'k <= SMALLEST_EXPONENT'],
  ),
  'src/core/special/exp.ts': each('an x that equals it went another way before', [
    'x > OVERFLOW',
    'x >= OVERFLOW',
  ]),
  'src/core/special/expm1.ts': [
    ...each('the doubles next to it, and not it, are where the value goes over', [
      'x <= OVERFLOW',
      'x < OVERFLOW',
    ]),
    ...each('an x that equals it went another way before', ['x > OVERFLOW', 'x >= OVERFLOW']),
    ...each('the value rounds to −1 on either side', ['x < SATURATED', 'x <= SATURATED']),
    ...each(
      'e^x − 1 rounds to x in the general way too: a shorter way, and for −0',
      ['x < NEGLIGIBLE && x > -NEGLIGIBLE', 'false'],
      ['x < NEGLIGIBLE', 'x <= NEGLIGIBLE'],
      ['x > -NEGLIGIBLE', 'x >= -NEGLIGIBLE'],
      ['-NEGLIGIBLE', '+NEGLIGIBLE'],
    ),
    ...each(
      'the general way finds k = 0 there, too',
      ['x <= HALF_LN2 && x >= -HALF_LN2', 'false'],
      ['x <= HALF_LN2', 'x < HALF_LN2'],
      ['x >= -HALF_LN2', 'x > -HALF_LN2'],
      ['-HALF_LN2', '+HALF_LN2'],
    ),
    ...each('a shorter way to the same bits', ['k === 0', 'false']),
    ...each('no argument has r = −¼ exactly, as ln 2 is irrational', ['r < -0.25', 'r <= -0.25']),
    ...each('k = 0 went another way before', ['k < 0', 'k <= 0']),
    ...each('both sums are right to the last bit at k = 20', ['k < 20', 'k <= 20']),
  ],
  'src/core/special/log.ts': each(
    'the least normal number may be scaled or not; NaN and the exponents of negative numbers, outside the table of powers, give NaN',
    ['high < 0x00100000', 'high <= 0x00100000'],
    ['!(x > 0)', 'false'],
    ['x > 0', 'true', 'x >= 0'],
  ),
  'src/core/special/log1p-exp.ts': each(SAME_VALUE, ['x > 0', 'x >= 0']),
  'src/core/special/sigmoid.ts': each(SAME_VALUE, ['x >= 0', 'x > 0']),
  'src/core/special/log1p.ts': [
    ...each(
      'both ways are right to the last bit at their joint',
      ['x > FROM', 'x >= FROM'],
      ['x < TO', 'x <= TO'],
    ),
    ...each(
      'log(1 + x) rounds to x in the general way too: a shorter way, and for −0',
      ['x < NEGLIGIBLE && x > -NEGLIGIBLE', 'false'],
      ['x < NEGLIGIBLE', 'x <= NEGLIGIBLE'],
      ['x > -NEGLIGIBLE', 'x >= -NEGLIGIBLE'],
      ['-NEGLIGIBLE', '+NEGLIGIBLE'],
    ),
    ...each(
      'the correction is below the last bit from 2^54 on, and exact in both forms between',
      ['k >= 54', 'false', 'k > 54'],
      ['k >= 2', 'false', 'k > 2'],
    ),
  ],
  'src/core/special/pow.ts': [
    ...each('a shorter way to the same bits', ['exponent === 1', 'false']),
    ...each(
      'a base of 1 and an exponent of 0 went another way before',
      ['base > 1', 'base >= 1'],
      ['exponent > 0', 'exponent >= 0'],
    ),
    ...each(
      'out of range on either side; the general way finds that, too, where the product does not overflow',
      ['exponent > 18446744073709551616', 'exponent >= 18446744073709551616'],
      ['exponent < -18446744073709551616', 'false', 'exponent <= -18446744073709551616'],
    ),
    ...each('to scale the least normal number is exact', [
      'a < 2.2250738585072014e-308',
      'a <= 2.2250738585072014e-308',
    ]),
    ...each('both centres are as good at the joint', ['fraction <= 0x3988e', 'fraction < 0x3988e']),
    ...each(
      'the low part takes in what the high part leaves, whatever it is',
      ['u + v', 'u - v'],
      ['zHigh + zLow', 'zHigh - zLow'],
    ),
    ...each(
      'fdlibm’s guard for log₂ of the power within half a unit of 1024: further out 2^z overflows by itself',
      ['z >= 1024', 'z > 1024'],
      ['z > 1024 || low + OVERFLOW_SLACK > z - high', 'true'],
      ['z > 1024', 'z >= 1024'],
      [
        'low + OVERFLOW_SLACK > z - high',
        'false',
        'low + OVERFLOW_SLACK >= z - high',
        'low + OVERFLOW_SLACK <= z - high',
      ],
      ['low + OVERFLOW_SLACK', 'low - OVERFLOW_SLACK'],
      ['z - high', 'z + high'],
    ),
    ...each(
      'the same guard at −1075: further in 2^z rounds by itself',
      ['z <= -1075', 'z < -1075'],
      ['z < -1075 || low <= z - high', 'true'],
      ['z < -1075', 'z <= -1075'],
      ['-1075', '+1075'],
      ['low <= z - high', 'false', 'low < z - high', 'low > z - high'],
    ),
    ...each(
      'the general way finds n = 0 there, too, and n = ±1 at ±½ is as good',
      ['z > 0.5 || z < -0.5', 'true'],
      ['z > 0.5', 'z >= 0.5'],
      ['z < -0.5', 'z <= -0.5'],
      ['-0.5', '+0.5'],
    ),
  ],
};
