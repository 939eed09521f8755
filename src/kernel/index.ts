export type { Brand } from './brand.ts';
export { type Clock, clockDaysAway, clockFrom, dayInGermany } from './clock.ts';
export { type EvidenceGrade, evidenceGrades, evidenceLabel, type Source, weakestGrade } from './evidence.ts';
export { formatBytes, tellApart } from './file-label.ts';
export { guardFormula, unguardFormula } from './formula-guard.ts';
export {
  addDays,
  compareLocalDates,
  formatLocalDate,
  type LocalDate,
  localDate,
  parseLocalDate,
} from './local-date.ts';
export {
  type Cents,
  ceilToEuro,
  commercial,
  type ExactShares,
  exactShares,
  formatCents,
  fullEuro,
  largestRemainder,
  rateOf,
  roundLargestRemainder,
  type Weighted,
} from './money.ts';
export { foldGerman, nearest } from './near-text.ts';
export { type Page, type PageRequest, pageOf } from './page.ts';
export { exitCodeOfRefusal, type Problem, problemOf, statusOfRefusal } from './problem.ts';
export {
  formatQuartal,
  nextQuartal,
  parseQuartal,
  type Quartal,
  quartal,
  quartalBegin,
  quartaleBetween,
  quartalOf,
} from './quartal.ts';
export type { Rational } from './rational.ts';
export * as ratio from './rational.ts';
export type { FieldProblem, Refusal, RefusalKind, Suggestion } from './refusal.ts';
export { ok, type Result, refuse } from './result.ts';
export { type Span, spanAround } from './span.ts';
export { isUuid } from './uuid.ts';
export { isValidOn, type Validity } from './validity.ts';
