import type { Leistung } from '#catalogue';
import { formatLocalDate, type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { type Body, resolveBody } from '#territory';
import type { Groessenklasse } from '../domain/groessenklasse.ts';
import { type Unterschied, unterschiede } from '../domain/unterschied.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** The answer of `differences`: what a body is told otherwise on the second day than on the first. */
export interface DifferenceAnswer {
  readonly body: Body;
  readonly von: LocalDate;
  readonly bis: LocalDate;
  readonly klasseVon: Groessenklasse | null;
  readonly klasseBis: Groessenklasse | null;
  readonly rows: readonly Unterschied<Leistung, Body>[];
}

/** What changed for a body between two days. Refuses an unknown body and days in the wrong order. */
export function answerDifference(
  world: DutiesWorld,
  text: string,
  von: LocalDate,
  bis: LocalDate,
): Result<DifferenceAnswer> {
  const body = resolveBody(world.territory, text);
  if (!body.ok) return body;
  if (bis < von) return refuse(wrongOrder(von, bis));
  const { duties } = world;
  const klasseAt = (date: LocalDate) => duties.facts.klasseOn(body.value.ags, date)?.klasse ?? null;
  const rows = unterschiede({ duties, date: von }, { duties, date: bis }, [body.value]);
  return ok({ body: body.value, von, bis, klasseVon: klasseAt(von), klasseBis: klasseAt(bis), rows });
}

function wrongOrder(von: LocalDate, bis: LocalDate): Refusal {
  const message = `Der zweite Tag (${formatLocalDate(bis)}) liegt vor dem ersten (${formatLocalDate(von)}). Bitte tauschen Sie die beiden.`;
  return {
    kind: 'invalid',
    code: 'DUTIES_DIFFERENCE_ORDER',
    message,
    fields: [{ field: 'bis', message }],
  };
}
