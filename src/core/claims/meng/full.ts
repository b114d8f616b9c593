import { before, type Before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { gramOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { TOLERANCE } from '../slacks.ts';
import { isSparse } from '../sparse.ts';
import type { State } from '../state.ts';
import { fullGradient } from './network.ts';
import { fullGradientStep, orthogonalSecond } from './full-gradient.ts';
import { scalesOf } from './scales.ts';

/** Inner products below this share of the lengths are rounding. */
const ORTHOGONAL = 1e-12;

type Second = (z: Float64Array, steepness: Float64Array) => Float64Array | null;

/** C(t) − C(t−1) = −η(D + λḊ), Ḋ by `secondOf`; nothing where that is null. */
function watchStep(run: Run, secondOf: (exact: Float64Array) => Second, silent: () => string): SlackWatch {
  const { m, start } = run;
  const { K, eta, lambdaAt } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const norms = start.squaredNorms.map(Math.sqrt);
  const compare = (last: Before, { t, c }: State, slacks: Parameters<SlackWatch['at']>[1]): void => {
    if (!isSparse(t)) return;
    const { first, second: exact } = fullGradientStep(run, gram, last.z, last.steepness);
    const second = secondOf(exact)(last.z, last.steepness);
    if (second === null) return;
    const lambda = lambdaAt(t - 1);
    let error = 0;
    let scale = 0;
    let size = 0;
    for (let e = 0; e < 2 * m * K; e++) {
      const norm = norms[e % K]!;
      const step = -eta * (first[e]! + lambda * second[e]!);
      error = Math.max(error, norm * Math.abs(c[e]! - last.c[e]! - step));
      scale = Math.max(scale, norm * Math.abs(step));
      size = Math.max(size, norm * Math.abs(c[e]!));
    }
    if (scale > 0) slacks.equal(error, 0, scale, TOLERANCE + (8 * Number.EPSILON * size) / scale);
  };
  return { ...betweenEpochs(run.share(before), compare), silent };
}

const unrecorded = (): string => 'no two epochs one after the other were recorded';

const watchExact = (run: Run): SlackWatch => watchStep(run, (exact) => () => exact, unrecorded);

/** Whether all features are orthogonal to each other. */
function isOrthogonal(run: Run): boolean {
  const { K } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  return gram.every((inner, e) => {
    const [i, k] = [Math.floor(e / K), e % K];
    return i === k || Math.abs(inner) <= ORTHOGONAL * Math.sqrt(gram[i * K + i]! * gram[k * K + k]!);
  });
}

const watchOrthogonal =
  (outerOf: (c: number) => number, mixed: boolean) =>
  (run: Run): SlackWatch => {
    const { c } = run.derive(scalesOf);
    const applies = run.derive(isOrthogonal);
    return watchStep(
      run,
      () => (z, steepness) => (applies ? orthogonalSecond(run, z, steepness, outerOf(c), mixed) : null),
      () => (applies ? unrecorded() : 'noise patches are not orthogonal to each other'),
    );
  };

const FULL = {
  paper: 'meng',
  kind: 'identity',
  claimsId: 'P3.8',
  assumes: [],
  reads: ['coefficients'],
  applies: fullGradient,
} as const;

const ORTHOGONAL_CASE = { ...FULL, number: 'Lemma 5.8', place: 'App. A.2' } as const;

/** The rule that moves W under FGR. */
export const FULL_GRADIENT: readonly Claim[] = [
  {
    ...FULL,
    id: 'meng-fgr-update',
    number: '§5.4',
    place: '§5.4',
    statement:
      'A step with FGR goes down the gradient of L and down λ times the Hessian times that gradient.',
    tex: String.raw`\mathbf W^{(t+1)}=\mathbf W^{(t)}-\eta\bigl(\nabla L_S+\lambda\,\nabla^2L_S\,\nabla L_S\bigr)`,
    why: 'FGR sees all samples at once, so noise of one sample alone weighs an n-th of what it does in PEGR. That is why it fails where PEGR works. The step is recomputed here for any data, orthogonal or not.',
    printed: {
      tex: String.raw`\lambda\|\nabla L_S\|_F^2\ (\text{§4.1}),\qquad\tfrac\lambda2\|\nabla L_S\|_F^2\ (\text{§5.4})`,
      correction: 'C3',
      how: 'The two definitions differ by exactly 2. This lab has §5.4’s, so the figures’ λ = 0.01 is 0.02 here.',
    },
    measured:
      'the largest error of a step of C over the largest step, with the Hessian’s product by differentiating D along DG; at epochs 1, 2, 4, 8, …',
    watch: watchExact,
  },
  {
    ...ORTHOGONAL_CASE,
    id: 'meng-fgr-orthogonal',
    statement:
      'For noise patches orthogonal to each other the penalty’s part of a step is four sums: over signals, over the neuron’s own signal, over its noise, and over all noise.',
    tex: String.raw`\begin{aligned}&\tfrac{8\|\mu\|^2}{n^2m^3}\sum_i\ell_i''\Bigl[\sum_{j'r'}S_{j'r'}R(\langle\mathbf w_{j'r'},y_i\mu\rangle)\Bigr]\bigl(R(\langle\mathbf w,y_i\mu\rangle)j\mu+R(\langle\mathbf w,\xi_i\rangle)jy_i\xi_i\bigr)\\+&\tfrac{4\|\mu\|^2}{n^2m^2}S_{jr}\sum_i\ell_i'\mathbf 1(\langle\mathbf w,y_i\mu\rangle>0)y_i\mu+\tfrac4{n^2m^2}\sum_i\ell_i'^2R(\langle\mathbf w,\xi_i\rangle)\|\xi_i\|^2\xi_i\\+&\tfrac8{n^2m^3}\sum_i\ell_i'\ell_i''\|\xi_i\|^2\Bigl[\sum_{j'r'}R^2(\langle\mathbf w_{j'r'},\xi_i\rangle)\Bigr]\bigl(R(\langle\mathbf w,y_i\mu\rangle)j\mu+R(\langle\mathbf w,\xi_i\rangle)jy_i\xi_i\bigr)\end{aligned}`,
    why: 'The third sum takes noise back, with 1/n² where PEGR has 1/n. The second does the same to the signal without such a factor, since all samples share it. So FGR holds back the wrong thing.',
    printed: {
      tex: String.raw`\tfrac4{n^2m^2}\text{ for }\tfrac8{n^2m^3},\quad\mathbf 1(\cdot=0),\quad R(\langle\mathbf w,\xi_i\rangle)j\mu`,
      correction: 'C2',
      how: 'The gradient of yf has a factor 2/m, which the first and last sum lack; the indicator is “> 0” in A.2; the last bracket has the signal’s own inner product. Finite differences agree with the corrected form to 1e-9.',
    },
    measured: 'the same error with the closed form; only where noise patches are orthogonal to each other',
    watch: watchOrthogonal((c) => 8 * c * c * c, false),
  },
  {
    ...ORTHOGONAL_CASE,
    id: 'meng-fgr-orthogonal-printed',
    form: 'printed',
    statement: 'As printed: the same with 4/(n²m²) in all sums and R(⟨w, ξ_i⟩) jμ in the last.',
    tex: String.raw`\tfrac4{n^2m^2}\sum_i\ell_i'\ell_i''\bigl(R(\langle\mathbf w,\xi_i\rangle)j\mu+\cdots\bigr)`,
    why: 'The printed step is not that of the objective. The leading terms, which the discussion of FGR uses, are the second and third sum, and they are right. So its conclusion stands.',
    measured: 'as above',
    watch: watchOrthogonal((c) => 4 * c * c, true),
  },
];
