export type { Umfrage } from './domain/umfrage.ts';
export type { Zustand } from './domain/zustand.ts';
export { surveysHandlers } from './handlers.ts';
export type { Betreute, Kompasszeile, SurveysDeps } from './surveys-deps.ts';
export { type BedarfJeLeistung, latestUmfrage, readBedarf } from './use-cases/evaluate.ts';
export { maintainSurveys } from './use-cases/maintain.ts';
