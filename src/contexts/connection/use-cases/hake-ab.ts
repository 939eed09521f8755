import type { Kommune } from '#efa';
import type { TenantId, Tx } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import type { Eingabe } from '../domain/pruefe-fakt.ts';
import type { Abhaken, Sammelzeile } from '../domain/sammellauf.ts';
import { setZeile, type Zeilenergebnis } from '../store-sammel.ts';
import { type Leader, withinCircle } from './cockpit-actors.ts';
import { eingabeOf } from './punkt-zeilen.ts';
import { punkteErledigen } from './punkte-erledigen.ts';
import { readAnbindungsstand } from './read-stand.ts';

interface Lauf {
  readonly id: string;
  readonly dienst: string;
}

/** Ticks the line off for one of many; the line and what came of it are written together, so never twice. */
export function hakeAb(
  deps: CockpitDeps,
  leader: Leader,
  lauf: Lauf,
  zeile: Sammelzeile,
  tenant: TenantId,
  auftrag: Abhaken,
): Promise<Zeilenergebnis> {
  const kommune = { tenant, ags: zeile.ags, name: zeile.name };
  return withinCircle(deps, leader, async (tx) => {
    const nummer = await newestNummer(tx, deps, lauf.dienst, kommune, auftrag.punkt);
    const said = await say(tx, deps, leader, lauf.dienst, kommune, auftrag.punkt, eingabeOf(auftrag), nummer);
    const result: Zeilenergebnis =
      said === null
        ? {
            ergebnis: 'erledigt',
            meldung: '',
            nachher: { version: nummer + 1, gesetzt: [], zustellpunkte: [], antraege: 0 },
          }
        : { ergebnis: 'gescheitert', meldung: said };
    await setZeile(tx, lauf.id, zeile.ags, result, deps.clock.now());
    return result;
  });
}

/** Opens the line again where nobody said anything of it since. */
export function nimmHakenZurueck(
  deps: CockpitDeps,
  leader: Leader,
  lauf: Lauf,
  zeile: Sammelzeile,
  tenant: TenantId,
  { punkt }: Abhaken,
): Promise<Zeilenergebnis> {
  const kommune = { tenant, ags: zeile.ags, name: zeile.name };
  const eingabe: Eingabe = { art: 'wieder-offen', nachweis: '', grund: 'Zug zurückgenommen', gueltigBis: '' };
  return withinCircle(deps, leader, async (tx) => {
    const nummer = zeile.nachher?.version ?? 0;
    const said = await say(tx, deps, leader, lauf.dienst, kommune, punkt, eingabe, nummer);
    const result: Zeilenergebnis =
      said === null ? { ergebnis: 'zurueckgenommen', meldung: '' } : { ergebnis: 'geblieben', meldung: said };
    await setZeile(tx, lauf.id, zeile.ags, result, deps.clock.now());
    return result;
  });
}

async function newestNummer(
  tx: Tx,
  deps: CockpitDeps,
  dienst: string,
  kommune: Kommune,
  punkt: string,
): Promise<number> {
  const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen: [kommune] });
  return stand?.lage.get(punkt)?.nummer ?? 0;
}

/** Says something of the line; why it could not be said, or null. */
async function say(
  tx: Tx,
  deps: CockpitDeps,
  { anbieter }: Leader,
  dienst: string,
  kommune: Kommune,
  punkt: string,
  eingabe: Eingabe,
  nummer: number,
): Promise<string | null> {
  const wer = { seite: 'dienstleister', haus: anbieter } as const;
  const said = await punkteErledigen(tx, deps, wer, { dienst, punkt, eingabe }, [{ kommune, nummer }]);
  if (!said.ok) return said.refusal.message;
  return said.value.abgelehnt[0]?.grund.message ?? null;
}
