/** Rows of a dataset. */
export const MAX_COUNT = 100_000;
/** Entries of a row; the upper end of the setting d. */
export const MAX_DIM = 20_000;
/** Columns of a table, the label among them. */
export const MAX_COLUMNS = 20_001;
/** Bytes that a table may take, together with the dataset that is made of it; beyond, rows are sampled. */
export const TABLE_MEMORY = 320_000_000;
/** Size of a number in a table: its square, summed over a row, must stay finite. */
export const MAX_MAGNITUDE = 1e100;

/** Labels that classes are chosen from: more are no classes. */
export const MAX_CLASSES = 1_000;
