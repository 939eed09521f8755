import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decideGemeinde } from './decide-gemeinde.ts';
import { decideKreis } from './decide-kreis.ts';
import { type Decision, offen } from './decision.ts';
import type { Fall } from './fall.ts';
import type { Frage } from './frage.ts';
import { isKreisklasse, klasseForDay } from './groessenklasse.ts';
import { contradictionFor, type Rechtslage, rechtslageOn } from './rechtslage.ts';

/** Who does what this Fall stands for, seen from a body on a day. The only code that decides. */
export function decide(duties: CompiledDuties, fall: Fall, body: DutyBody, date: LocalDate): Decision {
  return decideUnder({ duties, fall, body, date }, rechtslageOn(fall, landOf(body), date));
}

/** The same where the Rechtslage of the Fall in the body's Land is known already: for many bodies on one day. */
export function decideUnder(frage: Frage, lage: Rechtslage): Decision {
  if (lage.art === 'entschieden') return lage.decision;
  const { duties, body } = frage;
  if (!duties.bodyByAgs.has(body.ags)) {
    return offen('koerperschaft-unbekannt', { regeln: [lage.kandidaten[0].regel] });
  }
  return decideByKlasse(frage, lage);
}

/** The Land in which a body lies: the first two digits of its key. */
export function landOf({ ags }: DutyBody): string {
  return ags.slice(0, 2);
}

function decideByKlasse(frage: Frage, lage: Rechtslage & { readonly art: 'nach-klasse' }): Decision {
  const { duties, body, date } = frage;
  const { kandidaten } = lage;
  const { regel } = kandidaten[0];
  const fact = duties.facts.klasseOn(body.ags, date);
  if (fact === null) return offen('groessenklasse-fehlt', { regeln: [regel] });
  const klasse = klasseForDay(fact, date);
  const other = contradictionFor(kandidaten, klasse.klasse);
  if (other) return offen('widerspruch', { regeln: [regel, other.regel], klasse });
  const grundlage = { regel, wert: regel.verteilung[klasse.klasse], klasse };
  if (!isKreisklasse(klasse.klasse)) return decideGemeinde(frage, grundlage);
  return decideKreis(frage, grundlage, (gemeinde) => decideUnder({ ...frage, body: gemeinde }, lage));
}
