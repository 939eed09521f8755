import { isUuid, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { alsAenderung } from '../domain/eigene-werte.ts';
import type { SammelErgebnis } from '../domain/sammel.ts';
import type { Stand, StandAenderung } from '../domain/stand.ts';
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
 * Takes a bulk change back: states the former values again. A cell that somebody changed since stays and is told; so
 * is one that had no statement before, because a statement is never deleted.
 */
export async function undoSammel(deps: Deps, editor: Editor, id: string): Promise<Result<SammelErgebnis>> {
  const { kommune, actor } = editor;
  if (!isUuid(id)) return refuse(sammelUnknown);
  const personen = await deps.personen(actor, kommune);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const sammel = await readSammel(tx, id, true);
    if (!sammel?.ergebnis) return refuse(sammelUnknown);
    if (sammel.zurueckAm) return refuse(schonZurueck);
    const zurueck = await undoIn(tx, deps, editor, sammel.ergebnis, personen);
    await putZurueck(tx, id, zurueck, deps.clock.now());
    return ok(zurueck);
  });
}

async function undoIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  { geschrieben }: SammelErgebnis,
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
  const written = new Map(after.map((stand) => [stand.leistungId, stand]));
  const wuensche = former.map((stand): StandWunsch => {
    const made = written.get(stand.leistungId) ?? null;
    return {
      leistungId: stand.leistungId,
      grundlage: made?.fassung ?? -1,
      aenderung: formerValues(made, stand),
      ohnePflicht: true,
    };
  });
  const answers = await changeStaendeIn(tx, deps, editor, wuensche);
  const ergebnis = ergebnisOf(wuensche, answers, names, personen);
  const first = geschrieben.filter(({ vorher }) => vorher === 0);
  return {
    geschrieben: ergebnis.geschrieben,
    gelassen: [
      ...ergebnis.gelassen,
      ...first.map(({ leistungId }) => ({
        leistungId,
        name: names.get(leistungId) ?? leistungId,
        grund: ersteAngabe,
      })),
    ],
  };
}

const ersteAngabe =
  'Vorher stand hier „keine Angabe“. Eine Angabe lässt sich nicht löschen; bitte ändern Sie sie, wenn sie falsch ist.';

/** What a statement said, to be said again from today on. */
function formerValues(made: Stand | null, former: Stand): StandAenderung {
  const { giltAb, ...werte } = alsAenderung(made, werteOf(former));
  return reduced(made, werte);
}
