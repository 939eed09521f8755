/** What the service page says. */
export interface ServiceTexts<T> {
  readonly what: T;
  readonly forWhom: T;
  readonly need: readonly T[];
  readonly cost: T;
  readonly time: T;
  readonly deadline: T;
  readonly law: T;
}
