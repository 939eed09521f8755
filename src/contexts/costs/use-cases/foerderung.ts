import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import type { Foerderprogramm, FoerderprogrammInhalt } from '../domain/foerderprogramm.ts';
import { changedMeanwhile, idTaken, invalid } from '../errors.ts';
import { insertFoerderprogramm, readFoerderprogramme } from '../store-foerderung.ts';
import type { Manager } from './actors.ts';

/** A change of a programme; `grundlage` is the Fassung that was read, 0 for a new one. */
export interface FoerderprogrammWunsch {
  readonly id: string;
  readonly grundlage: number;
  readonly inhalt: FoerderprogrammInhalt;
}

const mitgeliefert = 'mitgeliefert';

/** All programmes: those that are shipped with their sources, and those that houses keep here. */
export async function foerderprogramme({
  db,
  grundlagen,
}: Pick<CostsDeps, 'db' | 'grundlagen'>): Promise<readonly Foerderprogramm[]> {
  const { foerderungen, stand } = await grundlagen();
  const kept = await db.withPublic(readFoerderprogramme);
  const shipped = foerderungen.map(({ id, titel, geber, fuer, von, bis, quelle, quelleUrl }) => ({
    ...{ id, titel, geber, leistung: fuer, wer: 'sagt der Geber' },
    ...{ tenant: mitgeliefert, fassung: 1, haus: mitgeliefert, angegebenAm: new Date(stand) },
    ...{ gueltigVon: von, gueltigBis: bis, antragsfrist: null, annahme: false },
    quelle: { title: quelle, url: quelleUrl },
  }));
  return [...kept, ...shipped];
}

/** Keeps a programme; earlier Fassungen stay. */
export function saveFoerderprogramm(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  { id, grundlage, inhalt }: FoerderprogrammWunsch,
): Promise<Result<{ readonly id: string; readonly fassung: number }>> {
  return db.withReference(
    actor,
    async (tx) => {
      const problems = problemsOf(inhalt);
      if (problems.length > 0) return refuse(invalid(problems));
      const before = (await readFoerderprogramme(tx)).find(
        (one) => one.tenant === anbieter.tenant && one.id === id,
      );
      if (before && grundlage === 0) return refuse(idTaken(id));
      if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
      const next = { id, fassung: grundlage + 1, haus: anbieter.name };
      if (!(await insertFoerderprogramm(tx, anbieter.tenant, next, inhalt, clock.now())))
        return refuse(changedMeanwhile);
      await recordAudit(tx, {
        action: 'costs.programme.stated',
        object: { type: 'foerderprogramm', id },
        summary: { fassung: next.fassung },
      });
      return ok({ id, fassung: next.fassung });
    },
    anbieter.tenant,
  );
}

function problemsOf(inhalt: FoerderprogrammInhalt): readonly FieldProblem[] {
  const of = (field: string, wrong: boolean, message: string) => (wrong ? [{ field, message }] : []);
  const { gueltigVon, gueltigBis, quelle, annahme } = inhalt;
  return [
    ...of(
      'gueltigBis',
      gueltigVon !== null && gueltigBis !== null && gueltigBis < gueltigVon,
      'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Tage.',
    ),
    ...of(
      'quelle',
      quelle.title === '' && !annahme,
      'Bitte nennen Sie die Quelle, oder kreuzen Sie „Annahme“ an.',
    ),
  ];
}
