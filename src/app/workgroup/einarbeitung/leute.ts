import { type CompassDeps, fachbereiche as fachbereichDoor, readerOf } from '#compass';
import type { PaketQuelle, PaketWunsch } from '#workgroup';
import { type Deps, gekuerzt, zeile } from './zeile.ts';

export function leute(workgroup: Deps, compass: CompassDeps): PaketQuelle {
  return {
    key: 'leute',
    titel: 'Wen man fragen kann',
    leer: 'Noch niemand ist genannt.',
    zeilen: async ({ house, principal }) => {
      const deps = workgroup();
      const people = (await deps.colleagues(house.id)).filter(({ email }) => email !== null);
      const areas = await bereicheOf(compass, principal);
      const own = people.map(({ id, name }) => zeile(name, areas.get(id) ?? house.name, null));
      const providers = house.betreuer.map(({ name }) =>
        zeile(name, 'IT-Dienstleister: Rückfrage stellen', '/rueckfragen'),
      );
      return gekuerzt([...providers, ...own], null);
    },
  };
}

/** In which Fachbereich each person works today. */
async function bereicheOf(
  compass: CompassDeps,
  principal: PaketWunsch['principal'],
): Promise<ReadonlyMap<string, string>> {
  const reader = await readerOf(compass, principal);
  if (!reader.ok) return new Map();
  const { fachbereiche, personen } = await fachbereichDoor.of(compass, reader.value);
  const today = compass.clock.today();
  const there = personen.filter(({ von, bis }) => von <= today && (bis === null || bis >= today));
  return new Map(
    there.map(({ mitgliedId, fachbereichId }) => [
      mitgliedId,
      fachbereiche.find(({ id }) => id === fachbereichId)?.name ?? '',
    ]),
  );
}
