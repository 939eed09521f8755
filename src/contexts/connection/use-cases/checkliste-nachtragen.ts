import type { Kommune } from '#efa';
import { addDays } from '#kernel';
import type { CockpitDeps } from '../cockpit-deps.ts';
import type { Eingabe } from '../domain/pruefe-fakt.ts';
import { hasLeftSomething, type Verbinden } from '../domain/sammellauf.ts';
import { readZeilen, type Sammellauf } from '../store-sammel.ts';
import { type Leader, within, withinCircle } from './cockpit-actors.ts';
import { punkteErledigen } from './punkte-erledigen.ts';
import { readAnbindungsstand } from './read-stand.ts';
import { keyDays } from './verbindung-start.ts';

/**
 * Enters in the checklists what connecting many has done: agreement and order where a proof for all was named, then
 * Zustellpunkt and key. A few statements for all Kommunen; where a line waits for another, it goes on waiting.
 */
export async function nachtragen(
  deps: CockpitDeps,
  leader: Leader,
  lauf: Pick<Sammellauf, 'id' | 'dienst'>,
  { nachweis }: Verbinden,
): Promise<void> {
  const zeilen = await within(deps, leader, (tx) => readZeilen(tx, lauf.id));
  const done = new Set(zeilen.filter(hasLeftSomething).map(({ ags }) => ags));
  const kommunen = (await deps.betreute(leader.anbieter.tenant)).filter(({ ags }) => done.has(ags));
  if (kommunen.length === 0) return;
  const bis = addDays(deps.clock.today(), keyDays);
  const said = (more: Partial<Eingabe>): Eingabe => ({
    art: 'erledigt',
    nachweis: 'Eingerichtet mit vielen Kommunen in einem Zug',
    grund: '',
    gueltigBis: '',
    ...more,
  });
  if (nachweis !== '')
    for (const punkt of ['rahmenvereinbarung', 'einzelabruf'])
      await tick(deps, leader, lauf.dienst, punkt, said({ nachweis }), kommunen);
  await tick(deps, leader, lauf.dienst, 'zustellpunkt', said({}), kommunen);
  await tick(deps, leader, lauf.dienst, 'empfangsschluessel', said({ gueltigBis: bis }), kommunen);
}

/** Ticks a line off where nobody has said anything of it yet; a service without that line has nothing to tick. */
async function tick(
  deps: CockpitDeps,
  leader: Leader,
  dienst: string,
  punkt: string,
  eingabe: Eingabe,
  kommunen: readonly Kommune[],
): Promise<void> {
  await withinCircle(deps, leader, async (tx) => {
    const staende = await readAnbindungsstand(tx, deps, { dienst, kommunen });
    const open = staende.flatMap(({ kommune, lage }) => (lage.has(punkt) ? [] : [{ kommune, nummer: 0 }]));
    const wer = { seite: 'dienstleister', haus: leader.anbieter } as const;
    if (open.length > 0) await punkteErledigen(tx, deps, wer, { dienst, punkt, eingabe }, open);
  });
}
