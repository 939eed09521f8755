import { type Origin, writeSet } from '../reference-data/write-set.ts';
import { buildRegeln } from './build-regeln.ts';

const origin: Origin = {
  stand: '2026',
  quelle: 'Von Hand erfasste Zuständigkeitsregeln NRW; jede Zeile nennt Norm und Fundstelle',
  quelleUrl: null,
  lizenz: 'Fakten ohne Schutz, eigene Zusammenstellung',
  evidenz: 'einschaetzung',
  hinweis:
    'Jede Zeile nennt ihre eigene Evidenz. Kein Rechtsrat. gueltigVon null heißt: unbekannt. Regeln ohne Reichweite (zum Beispiel Zentrale Ausländerbehörden, die nur fünf Körperschaften betreffen) erreichen keine Leistung.',
};

const file = 'zustaendigkeit/regeln-nrw.jsonl';

/** Writes the competence rules below `target` from the table in `source`; answers a line that says how many. */
export function writeRules(source: string, target: string): string {
  const rows = buildRegeln(source);
  const format = 'leitwerk.zustaendigkeit.regeln/1';
  writeSet(target, { file, format, titel: 'Zuständigkeitsregeln Nordrhein-Westfalen', origin, rows });
  return `${file}: ${rows.length} Zeilen`;
}
