import { dateFunctions } from './date-functions.ts';
import { setFunctions } from './set-functions.ts';
import type { SimpleFunction } from './simple-function.ts';
import { textFunctions } from './text-functions.ts';

/** Functions whose arguments have fixed types, by name. */
export const simpleFunctions: ReadonlyMap<string, SimpleFunction> = new Map([
  ...Object.entries(dateFunctions),
  ...Object.entries(textFunctions),
  ...Object.entries(setFunctions),
]);
