import type { EfaDienst } from '#priorities';
import { projektphaseLabel, readProjekte } from '#projects';
import { loesungenOn, statusLabel } from '#solutions';
import type { Services } from '../services.ts';

/** EfA services of the register, the Onlinedienste of this installation, and EfA projects that are not finished. */
export async function readDienste({ db, clock, worlds }: Services): Promise<readonly EfaDienst[]> {
  const today = clock.today();
  const loesungen = loesungenOn(await worlds.solutions(), today)
    .filter(({ herkunft, inhalt }) => herkunft === 'angebot' || inhalt.art === 'efa-dienst')
    .map(
      ({ id, herkunft, inhalt, status }): EfaDienst => ({
        art: herkunft === 'angebot' ? 'onlinedienst' : 'loesung',
        id,
        titel: inhalt.name,
        anbieter: inhalt.anbieter ?? '',
        status: statusLabel[status],
        verfuegbarAb: inhalt.verfuegbarAb,
        leistungen: inhalt.leistungen.map(({ leistungId }) => leistungId),
        href: `/loesungen/${id}`,
      }),
    );
  const projekte = (await readProjekte({ db }, null, today))
    .filter(
      ({ projekt, phase }) =>
        isEfa(projekt.inhalt.efaTyp) && phase !== 'abgebrochen' && phase !== 'abgeschlossen',
    )
    .map(
      ({ projekt: { id, inhalt }, phase }): EfaDienst => ({
        art: 'projekt',
        id,
        titel: inhalt.titel,
        anbieter: inhalt.federfuehrung,
        status: projektphaseLabel[phase],
        verfuegbarAb: inhalt.phasen['rollout-nrw'].planBeginn,
        leistungen: inhalt.leistungen,
        href: `/projekte/${id}`,
      }),
    );
  return [...loesungen, ...projekte].toSorted(
    (a, b) => a.titel.localeCompare(b.titel, 'de') || (a.id < b.id ? -1 : 1),
  );
}

function isEfa(typ: string | null): boolean {
  return typ !== null && typ !== 'kein-efa';
}
