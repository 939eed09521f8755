/** What an expression yields: decimals as thousandths, money as cents, dates as `YYYY-MM-DD`; `undefined` is „no answer“. */
export type Value = string | number | boolean | readonly string[] | undefined;

/** One row of a parameter table, by column. */
export type TableRow = Readonly<Record<string, Value>>;

/** The Kommune's typed values by name; built by `parseParameters`, without prototype. */
export interface ParameterValues {
  readonly single: Readonly<Record<string, Value>>;
  readonly tables: Readonly<Record<string, readonly TableRow[]>>;
}

/** What an expression reads while one form is evaluated. Answers lie in numbered slots. */
export interface Env {
  readonly values: Value[];
  readonly groups: (readonly (readonly Value[])[])[];
  readonly parameters: ParameterValues;
  readonly today: string;
  row: readonly Value[] | undefined;
  entry: TableRow | undefined;
}
