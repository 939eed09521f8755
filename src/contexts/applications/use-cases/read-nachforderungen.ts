import type { Tx } from '#platform';
import { openBox } from '../sealed-box.ts';
import { type NachforderungRow, readNachforderungen } from '../store-nachforderung.ts';
import {
  type AskedContent,
  askedPlace,
  type LaterAnswer,
  laterAnswerPlace,
} from './nachforderung-content.ts';
import { boxKeysOf, type Door } from './open-door.ts';

/** A Nachforderung with what its applicant can read of it. */
export interface OpenNachforderung {
  readonly row: NachforderungRow;
  readonly asked: AskedContent;
  readonly answer: LaterAnswer | null;
}

/** All Nachforderungen of an Antrag, opened with the applicant's key, oldest first. */
export async function openNachforderungen(tx: Tx, door: Door): Promise<readonly OpenNachforderung[]> {
  const rows = await readNachforderungen(tx, door.id);
  if (rows.length === 0) return [];
  const keys = boxKeysOf(door);
  return rows.map((row) => {
    const asked: AskedContent = JSON.parse(openBox(keys, askedPlace(row.id), row.inhalt));
    const answer: LaterAnswer | null =
      row.antwort === null ? null : JSON.parse(door.key.open(laterAnswerPlace(row.id), row.antwort));
    return { row, asked, answer };
  });
}

/** What was handed in last; each holds the state of all answers. */
export function lastAnswer(all: readonly OpenNachforderung[]): LaterAnswer | null {
  const answered = all.filter(({ answer }) => answer !== null);
  const at = ({ row }: OpenNachforderung) => row.beantwortetAm?.getTime() ?? 0;
  return answered.toSorted((a, b) => at(a) - at(b)).at(-1)?.answer ?? null;
}
