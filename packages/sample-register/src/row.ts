/** One row of the register, and its columns under the headers that the report's Bilaga 1 names. */

export interface SampleRow {
  /** `YYYYMMDD-NNNN`; in very large registers also a running code, `P0000001`. */
  readonly person: string;
  /** Running number in date order, from 100001. */
  readonly number: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly reason: string;
  /** Ansökan, Anmälan or Anmälan LOB. */
  readonly type: string;
  readonly referrer: string;
  readonly organisation: string;
  readonly decision: string;
}

/** In the order of the export. `day` is the only column that holds a date. */
export const COLUMNS: readonly { readonly header: string; readonly field: keyof SampleRow }[] = [
  { header: 'Personnummer', field: 'person' },
  { header: 'Aktualiseringsnummer', field: 'number' },
  { header: 'Aktualiseringsdatum', field: 'day' },
  { header: 'Aktualiseringsorsak', field: 'reason' },
  { header: 'Aktualiseringstyp', field: 'type' },
  { header: 'Aktualiserande part', field: 'referrer' },
  { header: 'Organisation', field: 'organisation' },
  { header: 'Beslut att inleda utredning', field: 'decision' },
];

export const HEADER: readonly string[] = COLUMNS.map((column) => column.header);

export interface SampleRegister<Rows extends Iterable<SampleRow> = readonly SampleRow[]> {
  readonly header: readonly string[];
  /** In date order, as a case system exports them. */
  readonly rows: Rows;
}
