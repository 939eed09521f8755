import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decideGemeinde } from './decide-gemeinde.ts';
import { decideKreis } from './decide-kreis.ts';
import { type Decision, offen } from './decision.ts';
import type { Fall } from './fall.ts';
import type { Frage } from './frage.ts';
import { isKreisklasse, klasseForDay } from './groessenklasse.ts';
import { contradictionFor, type Gueltige, rechtslageOn } from './rechtslage.ts';

/** Who does what this Fall stands for, seen from a body on a day. The only code that decides. */
export function decide(duties: CompiledDuties, fall: Fall, body: DutyBody, date: LocalDate): Decision {
  const lage = rechtslageOn(fall, body.ags.slice(0, 2), date);
  if (lage.art === 'entschieden') return lage.decision;
  if (!duties.bodyByAgs.has(body.ags)) {
    return offen('koerperschaft-unbekannt', { regeln: [lage.kandidaten[0].regel] });
  }
  return decideByKlasse({ duties, fall, body, date }, lage.kandidaten);
}

function decideByKlasse(frage: Frage, kandidaten: Gueltige): Decision {
  const { duties, fall, body, date } = frage;
  const { regel } = kandidaten[0];
  const fact = duties.facts.klasseOn(body.ags, date);
  if (fact === null) return offen('groessenklasse-fehlt', { regeln: [regel] });
  const klasse = klasseForDay(fact, date);
  const other = contradictionFor(kandidaten, klasse.klasse);
  if (other) return offen('widerspruch', { regeln: [regel, other.regel], klasse });
  const grundlage = { regel, wert: regel.verteilung[klasse.klasse], klasse };
  if (!isKreisklasse(klasse.klasse)) return decideGemeinde(frage, grundlage);
  return decideKreis(frage, grundlage, (gemeinde) => decide(duties, fall, gemeinde, date));
}
