/** What an expression yields: decimals as thousandths, money as cents, dates as `YYYY-MM-DD`; `undefined` is „no answer“. */
export type Value = string | number | boolean | readonly string[] | undefined;

/** One row of a parameter table or an entry of a code list, by column. */
export type TableRow = Readonly<Record<string, Value>>;

/** The Kommune's typed values by name; built by `parseParameters`, without prototype. */
export interface ParameterValues {
  readonly single: Readonly<Record<string, Value>>;
  readonly tables: Readonly<Record<string, readonly TableRow[]>>;
}

/** One row of a repeated group: its values by slot, and the rows of the groups in it. */
export interface Row {
  readonly values: Value[];
  readonly groups: (readonly Row[])[];
}

/** What is known of places; an outer layer provides it, and without it addresses are taken as they are typed. */
export interface Places {
  /** The names of the places that a postcode belongs to; empty where it is unknown. */
  readonly citiesOf: (plz: string) => readonly string[];
}

/** What an expression reads while one form is evaluated. Answers lie in numbered slots. */
export interface Env {
  readonly values: Value[];
  readonly groups: (readonly Row[])[];
  readonly parameters: ParameterValues;
  readonly places: Places | null;
  readonly today: string;
  /** The rows that the expression stands in, the outermost first. */
  readonly rows: (Row | undefined)[];
  entry: TableRow | undefined;
}

/** An environment in which nothing is answered yet. */
export function emptyEnv(
  context: {
    readonly parameters: ParameterValues;
    readonly today: string;
    readonly places?: Places | undefined;
  },
  slots = 0,
  groups = 0,
): Env {
  return {
    values: new Array<Value>(slots),
    groups: Array.from({ length: groups }, () => []),
    parameters: context.parameters,
    places: context.places ?? null,
    today: context.today,
    rows: [],
    entry: undefined,
  };
}
