/** What a chart shows, as a formula and in words. */
interface Formula {
  /** The quantity's formula, KaTeX source. */
  readonly tex: string;
  /** One or two plain sentences, and what the papers state. */
  readonly explanation: string;
}

/** Of every chart, by its id; loaded with the popup that shows them, so the page's first code knows the ids alone. */
export const FORMULAS = {
  against: {
    tex: String.raw`\theta\mapsto\frac1R\sum_{r=1}^R q\bigl(W^{(t)}_{\theta,r}\bigr)`,
    explanation:
      'One number of each run against the setting that varies: each run is a dot, the mean over the seeds is the line. A run that never passes the threshold, or that diverged, stands above the plot and not among the numbers. Pressing a place brings its value to the front.',
  },
  'stable-rank': {
    tex: String.raw`\frac{\lVert W_j\rVert_F^2}{\lVert W_j\rVert_2^2}=\frac{\sum_k\sigma_k^2}{\sigma_1^2},\quad j\in\{+1,-1\}`,
    explanation:
      'How many directions the weights really use: 1 means that all neurons of a matrix point the same way. With leaky ReLU and nearly orthogonal data the stable ranks of W₊ and W₋ converge to 1, with ReLU they stay bounded by a constant (Kou et al., Theorems 4.1 and 4.3). W, all neurons together, has a limit of rank at most 2 (Frei et al., Theorem 3.2).',
  },
  loss: {
    tex: String.raw`L(W)=\frac1n\sum_{i=1}^n\ell(q_i),\quad q_i=y_i f(W,x_i),\qquad\text{objective } L+\lambda R`,
    explanation:
      'The mean price of the margins on the training points, on a logarithmic axis; with “log t” on as well, a law 1/t is a straight line. Gradient descent brings the loss down at the rate Θ(1/t) (Kou et al., Theorem 4.1(iv)). With regularisation the data loss L and the penalty λR are drawn apart; training minimises their sum. From the epoch where the penalty is switched off, it is only measured and no longer part of the objective.',
  },
  flips: {
    tex: String.raw`\sum_{s=1}^{t}\bigl|\{(j,r,i):\operatorname{sign}\langle w_{j,r}(s),x_i\rangle\ne\operatorname{sign}\langle w_{j,r}(s-1),x_i\rangle\}\bigr|`,
    explanation:
      'How often a neuron has begun or ceased to fire for a training point, counted at every epoch, recorded or not. A curve that has become level is a frozen activation pattern, as Lemma 5.6 of Kou et al. proves for leaky ReLU; one that goes on rising is not. With a logarithmic time axis the values are logarithmic, too.',
  },
  'last-flip': {
    tex: String.raw`\max\{s\le t:\ \exists(j,r,i)\ \operatorname{sign}\langle w_{j,r}(s),x_i\rangle\ne\operatorname{sign}\langle w_{j,r}(s-1),x_i\rangle\}`,
    explanation:
      'The last epoch at which some neuron began or ceased to fire for a training point; 0 while none has. It stands still once the activation pattern is frozen, and follows the epoch where it is not.',
  },
  'effective-rank': {
    tex: String.raw`\exp\Bigl(-\sum_k p_k\log p_k\Bigr),\quad p_k=\frac{\sigma_k}{\sum_l\sigma_l}`,
    explanation:
      'How many directions the weights use, counting small ones too: the exponential of the entropy of all singular values (Roy and Vetterli 2007). It falls later than the stable rank, which the largest singular value decides alone. Measured at up to 300 epochs: the run is trained again for it while this chart is in view.',
  },
  sharpness: {
    tex: String.raw`\lambda_{\max}\bigl(\nabla^2_W L(W)\bigr),\qquad \frac{2}{\eta}`,
    explanation:
      'How strongly the data loss, without any penalty, curves where it curves most. Gradient descent on a quadratic diverges where it is above 2/η; networks are known to hover there (Cohen et al. 2021, the edge of stability). Exact, at up to 300 epochs: the run is trained again for it while this chart is in view.',
  },
  limit: {
    tex: String.raw`\angle(W,W^*),\qquad\min_{\lambda\ge0}\frac{\lVert W-\sum_i\lambda_i\nabla q_i\rVert_F}{\lVert W\rVert_F},\qquad\frac{\sum_i\lambda_i(q_i/q_{\min}-1)}{\sum_i\lambda_i}`,
    explanation:
      'How far the weights are from where they would end if no neuron changed sides any more: W* has margins of at least 1 and the least norm with the activation pattern of the epoch (Frei et al., (1); Kou et al., (4.1)). Once each neuron fires for its own class alone, W* is known from the data, and the angle falls like 1/log t. The other two are what the KKT conditions lack, without knowing W*. Measured at up to 300 epochs: the run is trained again for it while this chart is in view.',
  },
  'limit-points': {
    tex: String.raw`w_r=a_r\sum_i\lambda_iy_i\varphi'_{ri}x_i,\quad\frac1{2R_{\max}^2}<\lambda_i<\frac3{2\gamma^2R_{\min}^2},\qquad z=\sum_ra_rw_r,\quad\lVert z\rVert\le\frac2{\kappa+\gamma}\lVert z^*\rVert`,
    explanation:
      'How much each training point counts in the limit of the run’s last pattern, between the bounds of Frei et al., Theorem 3.2, which are of nearly orthogonal data. Outlines above: the same by the coefficients ρ of the neurons of its class (Kou et al., Definition 5.1), over their activations and the least margin. Below: the limit decides by the sign of ⟨z, x⟩, and outlines are of z*, the line of the widest margin. Discs are of points labelled +1, squares of −1.',
  },
  'normalised-margin': {
    tex: String.raw`\frac{\min_i q_i}{\lVert W\rVert_F}=\frac{\min_i y_i f(x_i)}{\lVert W\rVert_F}`,
    explanation:
      'How far the least safe training point is from the boundary, whatever the size of the weights. Of networks that are homogeneous of degree 1, such as leaky ReLU, gradient flow makes a smoothed form of it grow, and turns towards a KKT point of its maximisation (Lyu and Li 2020); Frei et al., Theorem 3.2, say which.',
  },
  decision: {
    tex: String.raw`f(s\,e_1+t\,e_2)=\sum_{r=1}^{2m}a_r\,\varphi\bigl(s\langle w_r,e_1\rangle+t\langle w_r,e_2\rangle\bigr),\qquad z=\sum_{r=1}^{2m}a_r w_r`,
    explanation:
      'What the network says of every input on a plane through the origin, spanned by two directions; where that is not all of input space, samples are projected onto it. Each arrow is a neuron’s weight vector, the longest drawn equally long at every epoch; it fires on its own side of the line through the origin that is orthogonal to it. In the limit all neurons of a class point the same way, along v or u, and the boundary is the line zᵀx = 0 (Frei et al., Theorem 3.2). Of two patches the plane has the inputs (sμ, tξ) with the noise ξ of one sample, which is itself at (y, 1): f = Σ a_r (φ(s⟨w_r, μ⟩) + φ(t⟨w_r, ξ⟩)), and an arrow is how a neuron answers to either. Computed while this chart is in view: the run is trained again for it.',
  },
  network: {
    tex: String.raw`f(W,x)=\sum_{r=1}^{2m}a_r\sum_p\varphi\bigl(\langle w_r,x^{(p)}\rangle\bigr)`,
    explanation:
      'Every neuron weighs all entries of the input; its second-layer weight a_r is fixed, positive for the first half of the neurons and negative for the other. Training moves the weights w_r alone. With two patches each neuron sees both.',
  },
  activation: {
    tex: String.raw`\mathbb 1\bigl[\langle w_{j,r},x_i\rangle\ge 0\bigr]`,
    explanation:
      'Which neuron (row) is switched on by which training point (column): dark fires, pale is silent, blue rows are +1 neurons and orange ones −1; a dot marks a cell that has just flipped. With leaky ReLU each neuron ends up firing for exactly the points of its own class (Kou et al., Lemma 5.6); with ReLU a neuron that fires for a point of its own class never stops (Lemma 5.8). The other view counts how often each cell has flipped.',
  },
  rho: {
    tex: String.raw`w_{j,r}(t)=w_{j,r}(0)+\sum_{i=1}^n\rho_{j,r,i}(t)\,\frac{x_i}{\lVert x_i\rVert_2^2}`,
    explanation:
      'How much of each training point (column) every neuron (row) has taken up, green, or turned against, purple; grey is zero. When the rows of a class look the same, its neurons point the same way: rank one (Kou et al., Definition 5.1 and Lemma 5.7).',
  },
  'rho-lines': {
    tex: String.raw`\bar\rho_i=\tfrac1m\sum_r\rho_{y_i,r,i}\ge 0,\qquad \underline\rho_i=\tfrac1m\sum_r\rho_{-y_i,r,i}\le 0`,
    explanation:
      'One line a training point: how much of it the neurons of its own class have learned (above 0) and how much those of the other class have turned against it (below 0). Once the activation pattern stands still, the lower lines move exactly γ, the leak, times as fast as the upper ones (Kou et al., Lemma 5.7).',
  },
  margins: {
    tex: String.raw`q_i=y_i\,f(W,x_i),\quad i=1,\dots,n`,
    explanation:
      'How far each training point is on its right side: one curve a point. All margins grow like log t and stay within a constant of each other (Kou et al., Theorem 4.1(iii) and (iv)).',
  },
  'neuron-norms': {
    tex: String.raw`\min_r\lVert w_r\rVert_2,\quad\max_r\lVert w_r\rVert_2,\quad\lVert W\rVert_F=\Theta(\log t)`,
    explanation:
      'How long the weight vectors are. With “log t” on, growth like log t is a straight line. All neurons and the whole matrix grow like log t (Kou et al., Theorem 4.1(i)).',
  },
  spectrum: {
    tex: String.raw`\sigma_1(W)\ge\sigma_2(W)\ge\dots\ge 0`,
    explanation:
      'How strongly W stretches in its leading directions, against the start (outlines). Low rank is seen here as one or two bars far above the rest; the limit has rank at most 2 (Frei et al., Theorem 3.2).',
  },
  errors: {
    tex: String.raw`\frac1n\,\bigl|\{i: y_i f(W,x_i)\le 0\}\bigr|`,
    explanation:
      'The share of points that the network puts in the wrong class: of those it was trained on, and of fresh ones. With some labels flipped, all training points are fitted and the test error still comes down to the share of flipped labels (Frei et al., Figure 5).',
  },
  pattern: {
    tex: String.raw`\frac{1}{2mn}\,\bigl|\{(j,r,i):\operatorname{sign}\langle w_{j,r},x_i\rangle=j\,y_i\}\bigr|`,
    explanation:
      'How many neurons fire exactly for the points of their own class, and how many signs changed from one recorded epoch to the next. With leaky ReLU all agree from some epoch on and never change again (Kou et al., Lemma 5.6).',
  },
  'margin-gap': {
    tex: String.raw`\max_{i,k}\frac{|q_i-q_k|}{\lVert W\rVert_F},\qquad \max_{i,k}\frac{\ell'(q_i)}{\ell'(q_k)}`,
    explanation:
      'The difference between the safest and the least safe training point, measured against the size of W, and how unequally points pull on the weights. The gap goes to 0 (Kou et al., Theorem 4.1(iii)); the ratio stays below a constant (Frei et al., Lemma E.4).',
  },
  'gradient-norm': {
    tex: String.raw`\lVert\nabla_W L(W)\rVert_F`,
    explanation:
      'How steep the data loss is where the weights are, without any penalty. It goes to 0 along with the loss in all modes, so a small gradient alone does not tell whether signal or noise was learned (Meng et al., Theorems 3.2 and 3.3: ‖∇L‖² ≤ ε in both).',
  },
  phi: {
    tex: String.raw`z\mapsto\varphi(z),\ \varphi'(z)`,
    explanation:
      'What each neuron makes of its pre-activation z, and the slope by which its gradient is multiplied. Leaky ReLU has a kink at 0; the smooth version has the same slopes far away, γ and 1, and goes from one to the other between (Frei et al., Figure 3).',
  },
  'signal-noise': {
    tex: String.raw`\text{signal}=\max_{j,r}\,\lvert\langle w_{j,r},\mu\rangle\rvert,\qquad\text{noise}=\max_{j,r,i}\,\langle w_{j,r},\xi_i\rangle`,
    explanation:
      'How much the network has learned of the signal μ, which fresh points share, and how much of the noise ξ_i of single training points, which they do not (Meng et al., §4.1). Without regularisation the noise is memorised first and the signal hardly grows (Theorem 3.3); PEGR holds the noise down until the signal is learned (Theorem 3.2).',
  },
  accuracy: {
    tex: String.raw`\Pr_{(x,y)}\bigl[y\,f(W,x)>0\bigr]`,
    explanation:
      'The share of fresh points that the network puts in the right class. All modes fit the training points; fresh noise tells nothing, so who has only memorised the noise guesses on fresh points. With PEGR the test error goes to 0 (Meng et al., Theorem 3.2), with plain training, and with FGR in the experiments of §4.1, it stays near one half (Theorem 3.3).',
  },
  'signal-plane': {
    tex: String.raw`\Bigl(\langle w_{j,r}(t),\mu\rangle,\ \max_i\,\langle w_{j,r}(t),\xi_i\rangle\Bigr)`,
    explanation:
      'One trail a neuron: sideways it learns the signal (to the right or, in the other class, to the left), upward it memorises the noise of a training point. Without regularisation neurons go straight up: noise alone (Meng et al., Theorem 3.3). With PEGR neurons of both classes turn sideways and learn the signal (Theorem 3.2). A cross is where the penalty was switched off.',
  },
  'gamma-rho': {
    tex: String.raw`w_{j,r}(t)=w_{j,r}(0)+j\,c_{\mu,j,r}(t)\,\frac{\mu}{\lVert\mu\rVert_2^2}+\sum_{i=1}^n\rho_{j,r,i}(t)\,\frac{\xi_i}{\lVert\xi_i\rVert_2^2}`,
    explanation:
      'How much every neuron (row) has taken up of the signal μ that all points share (the signal coefficient c, left; written γ in Meng et al., but γ is the leak here) and of the noise of each point (ρ, columns): green above 0, purple below, grey at 0. A neuron that has learned the signal is green on the left and grey on the right; one that memorises is grey on the left and green where its own class’s points are (Meng et al., Definition 5.2).',
  },
} as const satisfies Readonly<Record<string, Formula>>;

export type PanelId = keyof typeof FORMULAS;
