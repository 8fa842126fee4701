/** The JSON of `isu analyse`, as far as the tests look at it (the contract of the command line). */
export interface Result {
  readonly product: { readonly name: string; readonly version: string };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly source: {
    readonly name: string;
    readonly sha256: string;
    readonly sheet: string | null;
    readonly columns: Readonly<Record<string, string>>;
  };
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly excluded: readonly { readonly row: number; readonly reason: string; readonly value?: string }[];
    readonly warnings: readonly { readonly row: number; readonly warning: string }[];
  };
  readonly persons?: readonly {
    readonly person: string;
    readonly actualisations: number;
    readonly first: string;
    readonly last: string;
    readonly months: number;
    readonly group: string;
  }[];
  readonly selection?: { readonly rule: unknown; readonly persons?: readonly string[] };
  readonly tables: readonly Table[];
  readonly return: {
    readonly method: string;
    readonly points: readonly { readonly days: number; readonly returned: number }[];
  };
  readonly concentration: {
    readonly gini: number;
    readonly top: readonly { readonly share: number; readonly ofActualisations: number }[];
    readonly lorenz: readonly (readonly [number, number])[];
  };
}

interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: Readonly<Record<string, { readonly value?: number; readonly suppressed?: true }>>;
  }[];
}

export function resultOf(json: string): Result {
  return JSON.parse(json) as Result;
}

export function cellOf(result: Result, table: string, row: string, column: string) {
  const found = result.tables.find(({ id }) => id === table);
  return found?.rows.find(({ key }) => key === row)?.cells[column];
}
