/** Key → value of a link as they were written, percent-decoded. */
export type Pairs = ReadonlyMap<string, string>;

/** Rewrites the pairs of one version as those of the next. Must accept any pairs: a link is untrusted. */
export type Migration = (pairs: Pairs) => Pairs;

/** Entry k leads from version k + 1 to k + 2. Version 1 is the first, so there is no step yet. */
export const MIGRATIONS: readonly Migration[] = [];

/** Takes the pairs of a link of `version` (1, 2, …) through all later steps; a newer link's stay as they are. */
export function migrate(pairs: Pairs, version: number, migrations: readonly Migration[]): Pairs {
  return migrations.slice(version - 1).reduce((current, step) => step(current), pairs);
}
