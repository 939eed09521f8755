/** What a definition and its answers may be at most, so that compiling and evaluating always end soon. */
export const limits = {
  definitionBytes: 1_000_000,
  pages: 200,
  fieldsOnPage: 400,
  optionsOfField: 500,
  rowsOfGroup: 500,
  filesOfField: 20,
  textLength: 10_000,
  expressionLength: 2_000,
  expressionDepth: 64,
  answersOnTop: 2_000,
  rowsInAnswers: 1_000,
  parameterRows: 5_000,
} as const;
