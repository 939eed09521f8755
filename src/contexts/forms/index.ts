// A form: read, prove, compile

export { compileForm, formIn } from './domain/compile/compile-form.ts';
export type { ParameterDefinition } from './domain/definition/parameter-schema.ts';
export { parseDefinition } from './domain/definition/parse-definition.ts';
export { languageReports } from './domain/definition/translate.ts';

// What follows from its answers

export { type AnswerDocument, answerDocument } from './domain/evaluate/answer-document.ts';
export { type AnswerChange, changesBetween } from './domain/evaluate/changes-between.ts';
export { evaluate } from './domain/evaluate/evaluate.ts';
export type { Answers, Evaluation, FormContext } from './domain/evaluate/evaluation.ts';
export { type Fee, feeOf } from './domain/evaluate/fee.ts';
export { inRow, type RowAt } from './domain/evaluate/in-row.ts';
export {
  isSubmittable,
  nextPage,
  pageToShow,
  reachablePages,
} from './domain/evaluate/navigation.ts';
export { pageModel } from './domain/evaluate/page-model.ts';
export { type AskedPlaces, partOfForm, withoutUnasked } from './domain/evaluate/part-of-form.ts';
export { missing } from './domain/evaluate/problems.ts';
export { shapeOf } from './domain/evaluate/prune.ts';
export { type PageReading, readPage } from './domain/evaluate/read-page.ts';
export { uploadsOf } from './domain/evaluate/uploads.ts';
export type { ParameterValues, Places } from './domain/expression/value.ts';
export type { FileAnswer } from './domain/fields/file-answer.ts';
export { inspectForm } from './domain/inspect/inspect-form.ts';
export { isJsonObject } from './domain/json.ts';
export { parseParameters } from './domain/parameters/parse-parameters.ts';
export type { Origins } from './domain/provenance/origin.ts';
export { type KnownValues, originsAfter, prefilled } from './domain/provenance/prefill.ts';
