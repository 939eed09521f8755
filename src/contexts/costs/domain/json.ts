/** The same value as JSON keeps it: whole numbers of any size as texts of digits. */
export type Json<T> = T extends bigint
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Json<Item>[]
      : { readonly [Key in keyof T]: Json<T[Key]> };

/** Turns whole numbers of any size into texts of digits. */
export function toJson<T>(value: T): Json<T> {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)));
}
