type Scalar = string | number | boolean | readonly string[];

/** The value of a parameter: an amount is an integer number of cents, a date `YYYY-MM-DD`, a table a list of rows. */
export type ParameterValue = Scalar | readonly ParameterRow[];
export type ParameterRow = Readonly<Record<string, Scalar | null>>;

/** A Kommune's values by the name of their parameter; what is not set is missing. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** `multiline`, `email` and `phone` are for the parameters that every service has; the others a definition may use. */
export type ParameterKind =
  | 'text'
  | 'multiline'
  | 'email'
  | 'phone'
  | 'url'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'date'
  | 'texts'
  | 'table';

/** One value that a Kommune must or may give. */
export interface ParameterDefinition {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  /** Where the value comes from, such as the Satzung. */
  readonly norm: string | null;
  readonly kind: ParameterKind;
  readonly required: boolean;
  readonly filledBy: 'Kommune' | 'IT-Dienstleister';
  /** Bounds of a number, or the most characters of a text. */
  readonly min: number | null;
  readonly max: number | null;
  /** The columns of a table, and how many rows it wants; empty for everything else. */
  readonly columns: readonly ParameterDefinition[];
  readonly minRows: number;
  readonly maxRows: number;
}

/** A Leistung that the Onlinedienst covers, with the norm that really carries it. */
export interface Abdeckung {
  readonly leika: string;
  readonly norm: string;
  readonly note: string | null;
}

/** What this context needs to know of an Onlinedienst; the form itself belongs to `forms`. */
export interface OnlinedienstData {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly covers: readonly Abdeckung[];
  readonly parameters: readonly ParameterDefinition[];
}

/** An Onlinedienst as it was found in a folder: what we read of it, and its two documents as they are. */
export interface OnlinedienstDefinition {
  readonly data: OnlinedienstData;
  readonly dienst: unknown;
  readonly formular: unknown;
}
