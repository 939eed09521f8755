import { type Result, refuse } from '#kernel';
import type { WorkshopDeps } from '../deps.ts';
import { changedMeanwhile, nothingToUndo } from '../errors.ts';
import { insertSchritt } from '../store-entwurf.ts';
import type { Autor } from './autor.ts';
import { type Entwurf, entwurfIn } from './entwurf.ts';

/** Takes the last step back, or does again what was taken back. */
export function geheZurueckOderVor(
  { db, clock }: Pick<WorkshopDeps, 'db' | 'clock'>,
  { actor, anbieter }: Autor,
  dienst: string,
  art: 'zurueck' | 'vor',
  grundlage: number,
): Promise<Result<Entwurf>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const entwurf = await entwurfIn(tx, dienst);
    if (!entwurf.ok) return entwurf;
    const { nummer, lage, schritte } = entwurf.value;
    if (nummer !== grundlage) return refuse(changedMeanwhile());
    if (lage[art] === null) return refuse(nothingToUndo);
    const about = art === 'zurueck' ? lage.stand : lage.vor;
    const word = schritte.find((schritt) => schritt.nummer === about)?.was ?? '';
    const was = `${art === 'zurueck' ? 'Zurückgenommen' : 'Wiederholt'}: ${word}`;
    const schritt = {
      dienst: entwurf.value.dienst,
      nummer: nummer + 1,
      art,
      was,
      am: clock.now(),
      inhalt: null,
      hash: null,
    };
    if (!(await insertSchritt(tx, anbieter.tenant, schritt))) return refuse(changedMeanwhile());
    return entwurfIn(tx, dienst);
  });
}
