import type { Kommune } from '#efa';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { insertErklaerung } from '../store-fakt.ts';
import { type Leader, withinCircle } from './cockpit-actors.ts';
import { readAnbindungsstand } from './read-stand.ts';

/** Opens the lines again that a step for many declared done with this reason, where nobody said anything of them since. */
export async function oeffneErklaertes(
  deps: CockpitDeps,
  leader: Leader,
  kommune: Kommune,
  dienst: string,
  grund: string,
): Promise<void> {
  await withinCircle(deps, leader, async (tx) => {
    const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen: [kommune] });
    const ours = [...(stand?.lage.values() ?? [])].filter(
      (fakt) => fakt.art === 'erledigt' && fakt.grund === grund && fakt.haus === leader.anbieter.name,
    );
    if (ours.length === 0) return;
    const fakt = {
      art: 'wieder-offen',
      nachweis: null,
      grund: 'Zug zurückgenommen',
      gueltigBis: null,
    } as const;
    const zeilen = ours.map(({ punkt, nummer }) => ({ punkt, nummer, fakt }));
    await insertErklaerung(tx, kommune.tenant, dienst, zeilen, {
      haus: leader.anbieter.name,
      am: deps.clock.now(),
    });
  });
}
