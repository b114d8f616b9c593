const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** Whether these first bytes are those of a Parquet file. */
export const isParquet = (head: Uint8Array): boolean => MAGIC.every((byte, k) => head[k] === byte);
