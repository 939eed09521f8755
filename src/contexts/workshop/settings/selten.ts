/** Settings that most authors never need; they stand in a part that opens. */
export const selten: ReadonlySet<string> = new Set([
  'source',
  'autocomplete',
  'prefill',
  'messages',
  'checks',
]);
