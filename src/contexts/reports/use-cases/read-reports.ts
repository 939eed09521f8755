import type { Reader } from '#compass';
import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { type BerichtFassung, type BerichtZustand, type Schritt, zustandOf } from '../domain/bericht.ts';
import type { Bestand } from '../domain/bestand.ts';
import { berichtUnknown } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import {
  type BerichtRow,
  readBerichte,
  readBestand,
  readFassungen,
  readSchritte,
} from '../store-berichte.ts';

/** A report in the list. */
export interface BerichtKurz extends BerichtRow {
  readonly titel: string;
  readonly stichtag: LocalDate;
  readonly zustand: BerichtZustand;
  readonly fassung: number;
  readonly geaendertAm: Date;
}

/** A report with one of its versions and everything that happened to it. */
export interface Bericht extends BerichtKurz {
  /** The shown version, and whether it is the newest. */
  readonly gezeigt: BerichtFassung;
  readonly neueste: boolean;
  readonly bestand: Bestand;
  readonly gezogenAm: Date;
  readonly fassungen: readonly (BerichtFassung & { readonly stichtag: LocalDate })[];
  readonly schritte: readonly Schritt[];
}

type Deps = Pick<ReportsDeps, 'db'>;

/** A report in its newest version with its steps, without the numbers that were drawn for it. */
type BerichtVerlauf = BerichtKurz & Pick<Bericht, 'gezeigt' | 'schritte'>;

/** All reports of a Kommune, newest first. */
export function berichteOf({ db }: Deps, { kommune, actor }: Reader): Promise<readonly BerichtVerlauf[]> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const [rows, fassungen, schritte] = [
      await readBerichte(tx),
      await readFassungen(tx),
      await readSchritte(tx),
    ];
    return rows.flatMap((row) => {
      const found = shortOf(
        row,
        fassungen.filter(({ berichtId }) => berichtId === row.id),
        schritte.filter(({ berichtId }) => berichtId === row.id),
      );
      return found ?? [];
    });
  });
}

function shortOf(
  row: BerichtRow,
  fassungen: readonly (BerichtFassung & { readonly stichtag: LocalDate })[],
  schritte: readonly Schritt[],
): BerichtVerlauf | null {
  const newest = fassungen.at(-1);
  if (!newest) return null;
  return {
    ...row,
    titel: newest.titel,
    stichtag: newest.stichtag,
    zustand: zustandOf(schritte),
    fassung: newest.fassung,
    geaendertAm: schritte.at(-1)?.gegangenAm ?? newest.geschriebenAm,
    gezeigt: newest,
    schritte,
  };
}

/** One report; with `fassung` as it read in that version. */
export function readBericht(
  { db }: Deps,
  { kommune, actor }: Pick<Reader, 'kommune' | 'actor'>,
  id: string,
  fassung?: number,
): Promise<Result<Bericht>> {
  return db.withTenant(kommune.tenant, actor, (tx) => readBerichtIn(tx, id, fassung));
}

/** The same inside a transaction of the Kommune. */
export async function readBerichtIn(tx: Tx, id: string, fassung?: number): Promise<Result<Bericht>> {
  const row = isUuid(id) ? (await readBerichte(tx)).find((each) => each.id === id) : undefined;
  if (!row) return refuse(berichtUnknown);
  const [fassungen, schritte] = [await readFassungen(tx, id), await readSchritte(tx, id)];
  const short = shortOf(row, fassungen, schritte);
  const shown = fassungen.find((each) => each.fassung === (fassung ?? short?.fassung));
  const frozen = shown && (await readBestand(tx, id, shown.bestand));
  if (!short || !shown || !frozen) return refuse(berichtUnknown);
  return ok({
    ...short,
    gezeigt: shown,
    neueste: shown.fassung === short.fassung,
    bestand: frozen.inhalt,
    gezogenAm: frozen.gezogenAm,
    fassungen,
  });
}
