const rules: readonly (readonly [RegExp, string])[] = [
  [/sch/g, '8'],
  [/ch/g, '7'],
  [/ph/g, 'f'],
  [/v/g, 'f'],
  [/th|dt/g, 't'],
  [/tz|ts|zz/g, 'z'],
  [/x|chs|cks/g, 'ks'],
  [/q/g, 'k'],
  [/ck|c/g, 'k'],
  [/y|j|ie|ih/g, 'i'],
  [/(?<=[aeiou])h(?=[^aeiou]|$)/g, ''],
  [/ai|ay|ei|ey/g, '9'],
  [/eu|au/g, '6'],
  [/(.)\1+/g, '$1'],
  [/d$/g, 't'],
  [/b$/g, 'p'],
  [/g$/g, 'k'],
  [/e(?=[lnrm]$)/g, ''],
];

/** How a folded German word sounds: „Asil“ and „Asyl“, „Harz“ and „Hartz“, „Wohngelt“ and „Wohngeld“ sound alike. */
export function soundOf(word: string): string {
  return rules.reduce((sound, [from, to]) => sound.replace(from, to), word);
}
