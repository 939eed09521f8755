import { type Answers, isSubmittable, type ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { LocalDate } from '#kernel';
import { pathTo } from './checks/ask.ts';
import { buildModel, wayTo } from './model/build-model.ts';

/**
 * Plain, invented answers with which a form can be submitted in a Kommune that has these values; `null` where none were
 * found. For a rehearsal: the engine that citizens use has accepted every one of them.
 */
export function sampleAntrag(
  form: Onlinedienst['form'],
  values: ParameterValues,
  today: LocalDate,
): Answers | null {
  const model = buildModel(form, values, today);
  const desk = { model, report: { findings: [], undecided: [] } };
  const end = model.pages.length;
  const question = { page: end, must: [wayTo(model, end)] };
  return pathTo(desk, 'pages', 'Kommt jemand bis zum Absenden?', question, isSubmittable)?.answers ?? null;
}
