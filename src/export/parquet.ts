import {
  ByteWriter,
  ParquetWriter,
  schemaFromColumnData,
  type BasicType,
  type ColumnSource,
  type Writer,
} from 'hyparquet-writer';
import type { Column, RowsOfRun } from './columns.ts';
import { fingerprintsText, type Fingerprints } from './fingerprints.ts';

/** Runs are gathered into groups of at least so many rows: a reader takes up a group at a time. */
const GROUP_ROWS = 50_000;

const TYPES: Readonly<Record<Column['kind'], BasicType>> = {
  real: 'DOUBLE',
  integer: 'INT64',
  text: 'STRING',
  flag: 'BOOLEAN',
};

/** Key and text of what a file says beside its table. */
export type Metadata = Readonly<Record<string, string>>;

/** What a study's table says beside itself, so that it can be read, and verified, alone. @param study as JSON */
export const tableMetadata = (study: string, fingerprints: Fingerprints): Metadata => ({
  study,
  engine: String(fingerprints.engine),
  fingerprints: fingerprintsText(fingerprints),
});

/** Writes a study's table as Parquet, run by run; what is held is a group of rows. */
export class ParquetTable<Run extends RowsOfRun> {
  private readonly parquet: ParquetWriter;
  private runs: Run[] = [];
  private rows = 0;

  constructor(
    private readonly columns: readonly Column<Run>[],
    metadata: Metadata,
    writer: Writer,
  ) {
    this.parquet = new ParquetWriter({
      writer,
      schema: schemaFromColumnData({
        columnData: this.gathered().map((source, k) => typed(source, columns[k]!)),
      }),
      kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    });
  }

  add(run: Run): void {
    this.runs.push(run);
    this.rows += run.epochs.length;
    if (this.rows >= GROUP_ROWS) this.flush();
  }

  end(): void {
    this.flush();
    void this.parquet.finish();
  }

  private flush(): void {
    if (this.rows > 0) void this.parquet.write({ columnData: this.gathered(), rowGroupSize: this.rows });
    this.runs = [];
    this.rows = 0;
  }

  private gathered(): ColumnSource[] {
    return this.columns.map((column) => ({
      name: column.name,
      data: this.runs.flatMap((run) => {
        const cells = column.of(run);
        const cell = (k: number): unknown => {
          const value = cells instanceof Float64Array ? cells[k]! : cells;
          if (column.optional && Number.isNaN(value)) return null;
          return column.kind === 'integer' ? BigInt(value as number) : value;
        };
        return Array.from(run.epochs, (_, k) => cell(k));
      }),
    }));
  }
}

const typed = (
  source: ColumnSource,
  { kind, optional }: Pick<Column, 'kind' | 'optional'>,
): ColumnSource => ({
  ...source,
  type: TYPES[kind],
  nullable: optional,
});

/** The whole table in memory. */
export function parquetTable<Run extends RowsOfRun>(
  columns: readonly Column<Run>[],
  runs: readonly Run[],
  metadata: Metadata,
): Uint8Array {
  const writer = new ByteWriter();
  const table = new ParquetTable(columns, metadata, writer);
  for (const run of runs) table.add(run);
  table.end();
  return writer.getBytes();
}
