import type { Tx } from '#platform';
import { openBox } from '../sealed-box.ts';
import { type AntragRow, readAntrag, readQuittung } from '../store-antrag.ts';
import type { NachrichtRow } from '../store-nachricht.ts';
import { readNachrichten } from '../store-nachricht.ts';
import { type PruefungRow, readPruefungen } from '../store-pruefung.ts';
import { readSendungen, type SendungRow } from '../store-sendung.ts';
import type { OwnCopy } from './antrag-content.ts';
import { boxKeysOf, copyPlace, type Door, messagePlace } from './open-door.ts';
import { type OpenNachforderung, openNachforderungen } from './read-nachforderungen.ts';

/** A message, opened with the applicant's key. */
export interface Nachricht extends Omit<NachrichtRow, 'sealed'> {
  readonly text: string;
}

/** A submitted Antrag as its applicant sees it. */
export interface OpenAntrag {
  readonly door: Door;
  readonly row: AntragRow;
  /** What each office got, and how far it is there. */
  readonly sendungen: readonly SendungRow[];
  readonly nachrichten: readonly Nachricht[];
  /** What offices asked once more, by field, oldest first. */
  readonly nachforderungen: readonly OpenNachforderung[];
}

/** The Antrag behind a door with its messages; `null` while it is a draft. */
export async function openAntrag(tx: Tx, door: Door): Promise<OpenAntrag | null> {
  const row = await readAntrag(tx, door.id);
  if (!row || row.zustand === 'geloescht') return null;
  const sendungen = await readSendungen(tx, door.id);
  const stored = await readNachrichten(tx, door.id);
  const nachforderungen = await openNachforderungen(tx, door);
  if (stored.length === 0) return { door, row, sendungen, nachrichten: [], nachforderungen };
  const keys = boxKeysOf(door);
  const nachrichten = stored.map(({ sealed, ...rest }) => ({
    ...rest,
    text: openBox(keys, messagePlace(rest.id), sealed),
  }));
  return { door, row, sendungen, nachrichten, nachforderungen };
}

/** The own copy, opened with the applicant's key; `null` once it is deleted. */
export function ownCopyOf({ door, row }: Pick<OpenAntrag, 'door' | 'row'>): OwnCopy | null {
  if (row.kopieSealed === null) return null;
  const copy: OwnCopy = JSON.parse(door.key.open(copyPlace(door.id), row.kopieSealed));
  return copy;
}

/** The receipt as PDF where the worker has made it. */
export function readReceiptPdf(tx: Tx, door: Door): Promise<Buffer | null> {
  return readQuittung(tx, door.id);
}

/** What the authority's scanner found in the files of an Antrag, by the file's id. */
export async function scanResults(tx: Tx, door: Door): Promise<ReadonlyMap<string, PruefungRow>> {
  return new Map((await readPruefungen(tx, door.id)).map((one) => [one.anlage, one]));
}
