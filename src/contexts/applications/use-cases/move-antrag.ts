import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import { loeschtagBeiAbschluss } from '../domain/frist.ts';
import { gesamtzustand } from '../domain/gesamtzustand.ts';
import { istAbgeschlossen, nachSchritt, type Schritt } from '../domain/zustand.ts';
import { type AntragRow, setZustand } from '../store-antrag.ts';
import { setZugangLoeschtag } from '../store-entwurf.ts';
import { type SendungRow, setSendungZustand } from '../store-sendung.ts';

/** A submission, and where a step has brought it. */
export interface MovedSendung extends SendungRow {
  readonly before: SendungRow['zustand'];
}

/** All submissions of an Antrag after a step that some of them take. */
export function movedBy(
  sendungen: readonly SendungRow[],
  stepping: readonly SendungRow[],
  schritt: Schritt,
): readonly MovedSendung[] {
  return sendungen.map((one) => {
    const next = stepping.includes(one) ? nachSchritt(one.zustand, schritt) : null;
    return { ...one, before: one.zustand, zustand: next ?? one.zustand };
  });
}

/** Writes where the submissions stand, what follows for the Antrag, and the deletion day where all of them have ended. */
export async function moved(
  tx: Tx,
  row: AntragRow,
  sendungen: readonly MovedSendung[],
  today: LocalDate,
): Promise<AntragRow> {
  for (const { nr, zustand, before } of sendungen)
    if (zustand !== before) await setSendungZustand(tx, row.id, nr, zustand);
  const zustand = gesamtzustand(sendungen.map((one) => one.zustand));
  const loeschenAm = loeschtagNach(row, zustand, today);
  await setZustand(tx, row.id, zustand, loeschenAm);
  await setZugangLoeschtag(tx, row.id, loeschenAm);
  return { ...row, zustand, loeschenAm };
}

/** The deletion day after a change of state: the end of an Antrag can only bring it forward. */
function loeschtagNach(
  row: Pick<AntragRow, 'fristAb' | 'fristTage' | 'loeschenAm'>,
  zustand: AntragRow['zustand'],
  today: LocalDate,
): LocalDate {
  if (!istAbgeschlossen(zustand)) return row.loeschenAm;
  return loeschtagBeiAbschluss({ ab: row.fristAb, tage: row.fristTage }, row.loeschenAm, today);
}
