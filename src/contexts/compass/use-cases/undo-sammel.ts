import { isUuid, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { alsAenderung } from '../domain/eigene-werte.ts';
import type { Sammel, SammelErgebnis } from '../domain/sammel.ts';
import { type Eintrag, istAngabe, type Stand, type StandAenderung } from '../domain/stand.ts';
import { werteOf } from '../domain/unterschied.ts';
import { sammelUnknown, schonZurueck } from '../errors.ts';
import { putZurueck, readSammel } from '../store-sammel.ts';
import { readFassungen } from '../store-stand.ts';
import { changeStaendeIn } from './change-stand.ts';
import type { Editor } from './editor.ts';
import { reduced } from './preview-sammel.ts';
import { type Deps, ergebnisOf, type Personen } from './sammel.ts';
import type { StandWunsch } from './stand-wunsch.ts';

/**
 * Takes a bulk change back: states the former values again, and „keine Angabe“ where nothing was stated before. A cell
 * that somebody changed since stays and is told.
 */
export async function undoSammel(deps: Deps, editor: Editor, id: string): Promise<Result<SammelErgebnis>> {
  const { kommune, actor } = editor;
  if (!isUuid(id)) return refuse(sammelUnknown);
  const personen = await deps.personen(actor, kommune);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const sammel = await readSammel(tx, id, true);
    if (!sammel?.ergebnis) return refuse(sammelUnknown);
    if (sammel.zurueckAm) return refuse(schonZurueck);
    const { ergebnis, titel } = sammel;
    const zurueck = await undoIn(tx, deps, editor, { ergebnis, titel }, personen);
    await putZurueck(tx, id, zurueck, deps.clock.now());
    return ok(zurueck);
  });
}

async function undoIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  { ergebnis: { geschrieben }, titel }: { readonly ergebnis: SammelErgebnis } & Pick<Sammel, 'titel'>,
  personen: Personen,
): Promise<SammelErgebnis> {
  const { leistungById } = (await deps.world()).catalogue;
  const names = new Map(
    geschrieben.map(({ leistungId }) => [leistungId, leistungById.get(leistungId)?.name ?? leistungId]),
  );
  const [former, after] = [
    await readFassungen(
      tx,
      geschrieben.map(({ leistungId, vorher }) => ({ leistungId, fassung: vorher })),
    ),
    await readFassungen(
      tx,
      geschrieben.map(({ leistungId, nachher }) => ({ leistungId, fassung: nachher })),
    ),
  ];
  const [before, written] = [angabenOf(former), angabenOf(after)];
  const wuensche = geschrieben.map(({ leistungId, nachher }): StandWunsch => {
    const wunsch = { leistungId, grundlage: nachher, ohnePflicht: true };
    const stand = before.get(leistungId);
    return stand
      ? { ...wunsch, aenderung: formerValues(written.get(leistungId) ?? null, stand) }
      : { ...wunsch, aenderung: {}, zuruecknehmen: { grund: `Rückgängig gemacht: ${titel}` } };
  });
  const answers = await changeStaendeIn(tx, deps, editor, wuensche);
  return ergebnisOf(wuensche, answers, names, personen);
}

/** What was said, by Leistung; where it was taken back or nobody had said anything, there is nothing. */
function angabenOf(eintraege: readonly Eintrag[]): ReadonlyMap<string, Stand> {
  return new Map(eintraege.filter(istAngabe).map((stand) => [stand.leistungId, stand]));
}

/** What a statement said, to be said again from today on. */
function formerValues(made: Stand | null, former: Stand): StandAenderung {
  const { giltAb, ...werte } = alsAenderung(made, werteOf(former));
  return reduced(made, werte);
}
