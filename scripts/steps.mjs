/** The order of the stages of `npm test`: steps of chains of stages. */

/**
 * Runs a step after another; a step's chains side by side; a chain's stages one after another. Once a stage has failed,
 * those that run come to their end and no other begins.
 * @param steps lists of chains, each a list of stages' names
 * @param names the stages that are wanted
 * @param runStage (name, held) → a row `{ failure, … }`, failure null where it went well; held: others run beside it, so
 *   what it prints waits for its end
 * @returns the rows, in the order in which the stages ended
 */
export async function runSteps(steps, names, runStage) {
  const rows = [];
  const hasFailed = () => rows.some(({ failure }) => failure !== null);
  for (const step of steps) {
    const chains = step
      .map((chain) => chain.filter((name) => names.includes(name)))
      .filter((chain) => chain.length > 0);
    const runChain = async (chain, order) => {
      for (const name of chain) {
        if (hasFailed()) return;
        rows.push(await runStage(name, order > 0));
      }
    };
    await Promise.all(chains.map(runChain));
  }
  return rows;
}
