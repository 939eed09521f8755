import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decideGemeinde } from './decide-gemeinde.ts';
import { decideKreis } from './decide-kreis.ts';
import { type Decision, decided, offen } from './decision.ts';
import type { Fall, Kandidat } from './fall.ts';
import type { Frage } from './frage.ts';
import { type Groessenklasse, isKreisklasse, klasseForDay } from './groessenklasse.ts';
import { normlageOn } from './normlage.ts';
import { vollzugOf } from './typisierung.ts';

type Gueltige = readonly [Kandidat, ...Kandidat[]];

/** Who does what this Fall stands for, seen from a body on a day. The only code that decides. */
export function decide(duties: CompiledDuties, fall: Fall, body: DutyBody, date: LocalDate): Decision {
  const vollzug = vollzugOf(fall.typ);
  if (vollzug === 'fehlt') return offen('typisierung-fehlt');
  if (vollzug === 'unbekannt') return offen('typisierung-unbekannt');
  if (vollzug === 'keine-leistung') return decided('nicht einschlägig', 'sekundaerquelle');
  const norm = normlageOn(fall, body.ags.slice(0, 2), date);
  if (norm.art === 'ausser-kraft') return offen('norm-ausser-kraft', { regeln: [norm.kandidat.regel] });
  if (norm.art === 'gilt') return decideByNorm({ duties, fall, body, date }, norm.kandidaten);
  if (vollzug === 'bund') return decided('Bund', 'sekundaerquelle', { stelle: { name: 'Bund', ags: null } });
  if (norm.art === 'noch-nicht') return offen('norm-noch-nicht-in-kraft', { regeln: [norm.kandidat.regel] });
  return offen('keine-regel');
}

function decideByNorm(frage: Frage, kandidaten: Gueltige): Decision {
  const warned = kandidaten.find((kandidat) => kandidat.vorbehalt !== null);
  if (warned) return offen('vorbehalt', { regeln: [warned.regel], vorbehalt: warned.vorbehalt });
  const bund = vollzugOf(frage.fall.typ) === 'bund';
  const contradicted = kandidaten.find(({ regel }) => bund && regel.auchTyp1 === null);
  if (contradicted) return offen('widerspruch-typisierung', { regeln: [contradicted.regel] });
  if (!frage.duties.bodyByAgs.has(frage.body.ags)) {
    return offen('koerperschaft-unbekannt', { regeln: [kandidaten[0].regel] });
  }
  return decideByKlasse(frage, kandidaten);
}

function decideByKlasse(frage: Frage, kandidaten: Gueltige): Decision {
  const { duties, fall, body, date } = frage;
  const { regel } = kandidaten[0];
  const fact = duties.facts.klasseOn(body.ags, date);
  if (fact === null) return offen('groessenklasse-fehlt', { regeln: [regel] });
  const klasse = klasseForDay(fact, date);
  const other = kandidaten.find((each) => contradict(each, kandidaten[0], klasse.klasse));
  if (other) return offen('widerspruch', { regeln: [regel, other.regel], klasse });
  const grundlage = { regel, wert: regel.verteilung[klasse.klasse], klasse };
  if (!isKreisklasse(klasse.klasse)) return decideGemeinde(frage, grundlage);
  return decideKreis(frage, grundlage, (gemeinde) => decide(duties, fall, gemeinde, date));
}

function contradict(a: Kandidat, b: Kandidat, klasse: Groessenklasse): boolean {
  const wert = a.regel.verteilung[klasse];
  if (wert !== b.regel.verteilung[klasse]) return true;
  return (wert === 'L' || wert === 'X') && a.regel.stelle !== b.regel.stelle;
}
