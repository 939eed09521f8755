import type { Einlesezeile, Tx } from '#platform';
import type { Massnahme } from '../domain/massnahme.ts';
import { felderOf, feldLabel, leseFelder } from '../felder/massnahme-felder.ts';
import type { MassnahmeWunsch, massnahmeSaver } from './save-massnahme.ts';

/** What a row of a table would do, or did. */
export interface Vorschauzeile {
  readonly zeile: number;
  readonly art: 'neu' | 'geaendert' | 'unveraendert' | 'fehler';
  readonly kennung: string;
  readonly titel: string;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
}

export interface Durchgang {
  readonly dateiname: string;
  readonly zeilen: readonly Vorschauzeile[];
}

export type Save = Awaited<ReturnType<typeof massnahmeSaver>>;

export async function takeRow(
  tx: Tx,
  row: Einlesezeile,
  kennung: string,
  before: Massnahme | undefined,
  save: Save,
): Promise<Vorschauzeile> {
  if (row.fehler.length > 0) return broken(row, kennung, row.fehler);
  if (before && !row.felder.kennung?.trim())
    return broken(row, kennung, [
      `„${before.inhalt.titel}“ gibt es schon. Wenn sie gemeint ist, tragen Sie die Kennung ${kennung} ein.`,
    ]);
  const fassung = row.felder.fassung?.trim() ?? '';
  if (before && fassung !== '' && fassung !== String(before.fassung))
    return broken(row, kennung, [
      `Inzwischen gibt es Fassung ${before.fassung}; die Tabelle hat Fassung ${fassung}.`,
    ]);
  const read = leseFelder(row.felder, before?.inhalt ?? null);
  if (!read.ok)
    return broken(
      row,
      kennung,
      (read.refusal.fields ?? []).map(({ message }) => message),
    );
  const aenderungen = changesOf(before, read.value);
  const told = { zeile: row.zeile, kennung, titel: read.value.titel, aenderungen, fehler: [] };
  if (before && aenderungen.length === 0) return { ...told, art: 'unveraendert' };
  const wunsch: MassnahmeWunsch = {
    id: kennung,
    grundlage: before?.fassung ?? 0,
    inhalt: read.value,
    herkunft: 'tabelle',
    beendet: false,
  };
  const saved = await save(tx, wunsch);
  if (!saved.ok)
    return broken(
      row,
      kennung,
      saved.refusal.fields?.map(({ message }) => message) ?? [saved.refusal.message],
    );
  return { ...told, art: before ? 'geaendert' : 'neu' };
}

function changesOf(before: Massnahme | undefined, inhalt: Massnahme['inhalt']): Vorschauzeile['aenderungen'] {
  const old = before ? felderOf(before.inhalt) : {};
  return Object.entries(felderOf(inhalt)).flatMap(([name, nachher]) => {
    const vorher = old[name] ?? '';
    return vorher === nachher ? [] : [{ feld: feldLabel[name] ?? name, vorher, nachher }];
  });
}

export function broken(
  { zeile, felder }: Einlesezeile,
  kennung: string,
  fehler: readonly string[],
): Vorschauzeile {
  return { zeile, art: 'fehler', kennung, titel: felder.titel ?? '', aenderungen: [], fehler };
}
