/** The types of the expression language. `values` are the values that a choice can have, where they are known. */
export type ExprType =
  | { readonly kind: 'boolean' | 'integer' | 'decimal' | 'money' | 'date' | 'unknown' }
  | { readonly kind: 'text' | 'texts'; readonly values?: readonly string[] | undefined };

export type ExprKind = ExprType['kind'];

const words: Readonly<Record<ExprKind, string>> = {
  boolean: 'ja/nein',
  integer: 'ganze Zahl',
  decimal: 'Dezimalzahl',
  money: 'Geldbetrag',
  date: 'Datum',
  text: 'Text',
  texts: 'Liste von Texten',
  unknown: 'unbekannt',
};

/** The German name of a type, for authors. */
export function typeName(kind: ExprKind): string {
  return words[kind];
}

export const booleanType: ExprType = { kind: 'boolean' };
export const integerType: ExprType = { kind: 'integer' };
export const decimalType: ExprType = { kind: 'decimal' };
export const moneyType: ExprType = { kind: 'money' };
export const dateType: ExprType = { kind: 'date' };
export const textType: ExprType = { kind: 'text' };
export const unknownType: ExprType = { kind: 'unknown' };
