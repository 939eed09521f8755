// The door for whoever writes down, plays or carries along what must come of a service's answers.

export { inEuro } from './domain/expression/format-value.ts';
export { beispielwerte } from './domain/testfaelle/beispielwerte.ts';
export { type Durchlauf, type Ergebnis, spiele } from './domain/testfaelle/spielen.ts';
export { keineTestfaelle, parseTestfaelle, type Testfall } from './domain/testfaelle/testfall.ts';
export { euro } from './domain/testfaelle/worte.ts';
