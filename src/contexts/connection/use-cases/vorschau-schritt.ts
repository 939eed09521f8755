import { nachSchritt, schrittLabel, zustandLabel } from '#efa/many';
import type { CockpitDeps, Koerper } from '../cockpit-deps.ts';
import { haeltAuf } from '../domain/gate.ts';
import type { Sammelzeile, Weiterschalten } from '../domain/sammellauf.ts';
import type { Leader } from './cockpit-actors.ts';
import { readGates } from './gate.ts';
import { kommunenOf, type Lage, left, unberuehrt } from './vorschau-lage.ts';

/** Who would take the step, and who cannot. */
export async function stepZeilen(
  deps: CockpitDeps,
  leader: Leader,
  lage: Lage,
  auftrag: Weiterschalten,
): Promise<readonly Sammelzeile[]> {
  const zeilen = lage.bodies.map((body) => stepZeile(lage, body, auftrag));
  return auftrag.schritt === 'live-schalten' || auftrag.schritt === 'fortsetzen'
    ? heldUp(deps, leader, lage, zeilen)
    : zeilen;
}

/** Leaves out whom the go-live check holds up, with everything that is missing; looked at for all of them at once. */
async function heldUp(
  deps: CockpitDeps,
  { actor, anbieter }: Leader,
  lage: Lage,
  zeilen: readonly Sammelzeile[],
): Promise<readonly Sammelzeile[]> {
  const haus = { seite: 'dienstleister', haus: anbieter, actor } as const;
  const open = new Set(zeilen.flatMap(({ ags, ergebnis }) => (ergebnis === 'offen' ? [ags] : [])));
  const kommunen = kommunenOf(lage).filter(({ ags }) => open.has(ags));
  const gates = await readGates(deps, haus, lage.angebot.dienst, kommunen);
  return zeilen.map((zeile): Sammelzeile => {
    const tenant = zeile.ergebnis === 'offen' ? lage.circle.get(zeile.ags) : undefined;
    const gate = tenant === undefined ? undefined : gates.get(tenant);
    if (gate === undefined || gate.bereit) return zeile;
    const missing = gate.gruppen.flatMap(({ zeilen: lines }) => lines.filter(haeltAuf));
    const meldung = missing.map(({ what, how }) => `${what}: ${how}`).join(' ');
    return { ...zeile, nach: zeile.von ?? 'keine', ergebnis: 'ausgelassen', meldung };
  });
}

function stepZeile(lage: Lage, body: Koerper, { schritt }: Weiterschalten): Sammelzeile {
  const { ags, name } = body;
  const anbindung = lage.anbindungen.get(ags);
  if (!lage.circle.has(ags) || anbindung === undefined)
    return left(body, null, 'Sie ist an diesen Onlinedienst nicht angebunden.');
  const nach = nachSchritt(anbindung.zustand, schritt);
  if (nach === null) {
    const why = `„${schrittLabel[schritt]}“ geht nicht im Zustand „${zustandLabel[anbindung.zustand]}“.`;
    return left(body, anbindung.zustand, why);
  }
  return { ...unberuehrt, ags, name, von: anbindung.zustand, nach, ergebnis: 'offen', meldung: '' };
}
