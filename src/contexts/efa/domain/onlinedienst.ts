type Scalar = string | number | boolean | readonly string[];

/** The value of a parameter: an amount is an integer number of cents, a date `YYYY-MM-DD`, a table a list of rows. */
export type ParameterValue = Scalar | readonly ParameterRow[];
export type ParameterRow = Readonly<Record<string, Scalar | null>>;

/** A Kommune's values by the name of their parameter; what is not set is missing. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** `multiline`, `email`, `phone` and `zustellpunkt` are for what every service asks; the others a definition may use. */
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
  | 'table'
  | 'zustellpunkt';

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

/** A norm in words, with the address under which it can be read. */
export interface Norm {
  readonly text: string;
  readonly url: string | null;
  /** What it says here, in the author's words. */
  readonly says: string | null;
}

/** What the catalogue states otherwise, marked as such, and why it is not followed. */
export interface Katalogabweichung {
  readonly text: string;
  readonly mark: string;
  readonly why: string;
}

/** A Leistung that the Onlinedienst covers, with the norms that really carry it. */
export interface Abdeckung {
  readonly leika: string;
  readonly name: string;
  /** The kind of office that works on it, such as `steueramt`. */
  readonly office: string;
  readonly normen: readonly Norm[];
  readonly abweichungen: readonly Katalogabweichung[];
}

/** What this context needs to know of an Onlinedienst; the form itself belongs to `forms`. */
export interface OnlinedienstData {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  /** The Land whose law it follows (Länderschlüssel), null for all of Germany. */
  readonly land: string | null;
  readonly covers: readonly Abdeckung[];
  readonly parameters: readonly ParameterDefinition[];
}
