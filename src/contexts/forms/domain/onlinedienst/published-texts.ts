import type { LocalDate } from '#kernel';
import { emptyEnv, type ParameterValues } from '../expression/value.ts';
import type { Onlinedienst } from './onlinedienst.ts';
import type { ServiceTexts } from './service-texts.ts';

/** The service page's texts with a Kommune's values filled in. */
export function serviceTexts(
  dienst: Onlinedienst,
  parameters: ParameterValues,
  today: LocalDate,
): ServiceTexts<string> {
  const env = emptyEnv({ parameters, today });
  const { texts } = dienst;
  return {
    what: texts.what(env),
    forWhom: texts.forWhom(env),
    need: texts.need.map((need) => need(env)),
    cost: texts.cost(env),
    time: texts.time(env),
    deadline: texts.deadline(env),
    law: texts.law(env),
  };
}
