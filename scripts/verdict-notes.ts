/** What is worth knowing of the table; to be read again when it is written anew. */
export const NOTES = `Worth knowing:

- No claim in its corrected form is violated where all that it assumes is met. Every printed form that can be told fails, that of the growth of coefficients in most runs and the others in all.
- K’s assumption on the data is met by orthogonal data alone, and everything that K concludes holds all the same; rates are K’s where a run is long enough for them. Where Lemmas B.1 and B.2 fail, dimension or width is too small for them.
- F’s Theorem 4.2 says nothing of F’s own figures: its data condition is not met in any of them. Its bounds of norms, gradient and rank hold nevertheless, that of the rank by a factor of thousands. What fails is the bookkeeping of single steps and samples (Lemmas E.4, E.8, E.11, E.13): wrong labels, correlated points and large starts disturb it. The direction μ̂ = Σ y_i x_i does not separate the clusters with wrong labels, which is what (13) would need.
- For leaky ReLU in few dimensions the point that Theorem 3.2 describes is no KKT point (its multipliers or signs are wrong), and the cosine to it stays below one, as it should.
- M’s figures do not meet Condition 3.1. In most of them PEGR lets some noise be memorised before T₁, so the proposition’s bound on ρ is violated, while the signal is learnt and the test error goes to zero (but with the second layer ±1/m, as printed). \`meng-t1\` is the preset in which the proposition holds, with T₁ twice the printed one.
- Without a penalty M’s third stage holds in every run that comes to it, with large slack; the distance to W* is within one per cent of its leading term.
- The rates at the start agree with the measured ones where ℓ′ stays at −½ long enough to fit them, for all three ways of training: the factor n between PEGR and FGR is there.`;
