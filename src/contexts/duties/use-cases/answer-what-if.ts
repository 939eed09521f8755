import type { Leistung } from '#catalogue';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { type Body, resolveBody } from '#territory';
import { foldText } from '#ui';
import { type Groessenklasse, gemeindeklassen, groessenklasseLabel } from '../domain/groessenklasse.ts';
import { type WhatIf, whatIf } from '../domain/what-if.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** A Gemeinde with the status that it has on the day and the one that is supposed. */
export interface NamedAenderung {
  readonly body: Body;
  readonly bisher: Groessenklasse | null;
  readonly klasse: Groessenklasse;
}

/** The answer of `what-if`. */
export interface WhatIfAnswer extends WhatIf<Leistung, Body> {
  readonly date: LocalDate;
  readonly aenderungen: readonly NamedAenderung[];
}

/** What a change of status of one or several Gemeinden would move. `text` is `Hürth:grosse,05962004:…`. */
export function answerWhatIf(world: DutiesWorld, text: string, date: LocalDate): Result<WhatIfAnswer> {
  const aenderungen = readAenderungen(world, text, date);
  if (!aenderungen.ok) return aenderungen;
  const supposed = aenderungen.value.map(({ body, klasse }) => ({ ags: body.ags, klasse }));
  return ok({ date, aenderungen: aenderungen.value, ...whatIf(world.duties, supposed, date) });
}

/** The changes as an address carries them. */
export function aenderungenText(aenderungen: readonly NamedAenderung[]): string {
  return aenderungen.map(({ body, klasse }) => `${body.ags}:${klasse}`).join(',');
}

function readAenderungen(
  world: DutiesWorld,
  text: string,
  date: LocalDate,
): Result<readonly NamedAenderung[]> {
  const found = new Map<string, NamedAenderung>();
  for (const part of text.split(',').filter((each) => each.trim() !== '')) {
    const one = readAenderung(world, part, date);
    if (!one.ok) return one;
    const before = found.get(one.value.body.ags);
    if (before !== undefined && before.klasse !== one.value.klasse)
      return refuse(contradiction(before, one.value));
    found.set(one.value.body.ags, one.value);
  }
  return ok([...found.values()]);
}

function readAenderung(world: DutiesWorld, part: string, date: LocalDate): Result<NamedAenderung> {
  const cut = part.lastIndexOf(':');
  if (cut < 0) return refuse(notUnderstood(part));
  const body = resolveBody(world.territory, part.slice(0, cut));
  if (!body.ok) return body;
  const klasse = klasseNamed(part.slice(cut + 1));
  if (klasse === null) return refuse(notUnderstood(part));
  if (!isGemeindeOfLand(world, body.value)) return refuse(noGemeinde(body.value));
  const bisher = world.duties.facts.klasseOn(body.value.ags, date)?.klasse ?? null;
  return ok({ body: body.value, bisher, klasse });
}

function isGemeindeOfLand({ duties }: DutiesWorld, { ags }: Body): boolean {
  return ags.length === 8 && duties.bodyByAgs.has(ags);
}

/** `grosse-kreisangehoerige-stadt`, „Große kreisangehörige Stadt“ or the start of either. */
function klasseNamed(text: string): Groessenklasse | null {
  const asked = foldText(text.trim());
  if (asked === '') return null;
  const hits = gemeindeklassen.filter((klasse) =>
    [foldText(klasse), foldText(groessenklasseLabel[klasse])].some((name) => name.startsWith(asked)),
  );
  const [only] = hits;
  return hits.length === 1 && only !== undefined ? only : null;
}

function notUnderstood(part: string): Refusal {
  const klassen = gemeindeklassen.join(', ');
  return {
    kind: 'invalid',
    code: 'DUTIES_WHAT_IF_INVALID',
    message: `„${part.trim().slice(0, 80)}“ ist keine Statusänderung. Bitte schreiben Sie Gemeinde:Klasse, zum Beispiel Hürth:grosse-kreisangehoerige-stadt. Klassen: ${klassen}.`,
  };
}

function noGemeinde({ name }: Body): Refusal {
  return {
    kind: 'invalid',
    code: 'DUTIES_WHAT_IF_INVALID',
    message: `${name} ist keine Gemeinde in Nordrhein-Westfalen. Nur deren Größenklasse kann sich nach § 4 GO NRW ändern.`,
  };
}

function contradiction(a: NamedAenderung, b: NamedAenderung): Refusal {
  return {
    kind: 'conflict',
    code: 'DUTIES_WHAT_IF_CONTRADICTION',
    message: `${a.body.name} steht zweimal da: als ${groessenklasseLabel[a.klasse]} und als ${groessenklasseLabel[b.klasse]}. Bitte eine der beiden Angaben entfernen.`,
  };
}
