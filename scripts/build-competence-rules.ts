import { existsSync } from 'node:fs';
import { buildRegeln } from './competence/build-regeln.ts';
import { type Origin, writeSet } from './reference-data/write-set.ts';

const source = process.argv[2] ?? '../shared/reference-data/competence';
const target = process.argv[3] ?? 'data';

const origin: Origin = {
  stand: '2026',
  quelle: 'Von Hand erfasste Zuständigkeitsregeln NRW; jede Zeile nennt Norm und Fundstelle',
  quelleUrl: null,
  lizenz: 'Fakten ohne Schutz, eigene Zusammenstellung',
  evidenz: 'einschaetzung',
  hinweis:
    'Jede Zeile nennt ihre eigene Evidenz. Kein Rechtsrat. gueltigVon null heißt: unbekannt. Regeln ohne Reichweite (zum Beispiel Zentrale Ausländerbehörden, die nur fünf Körperschaften betreffen) erreichen keine Leistung.',
};

if (existsSync(source)) {
  const rows = buildRegeln(source);
  const format = 'leitwerk.zustaendigkeit.regeln/1';
  const titel = 'Zuständigkeitsregeln Nordrhein-Westfalen';
  writeSet(target, { file: 'zustaendigkeit/regeln-nrw.jsonl', format, titel, origin, rows });
  process.stderr.write(`zustaendigkeit/regeln-nrw.jsonl: ${rows.length} Zeilen\n`);
} else {
  process.stderr.write(
    `Den Ordner ${source} gibt es nicht. Nennen Sie den Ordner mit zustaendigkeiten_nrw.csv.\n`,
  );
  process.exitCode = 66;
}
