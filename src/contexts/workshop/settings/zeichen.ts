/** Suffixes of form fields that say something about a value and are none. */
export const zeichen = {
  zweig: '~zweig',
  name: '~name',
  platz: '~platz',
  anzahl: '~n',
  weg: '~weg',
} as const;
