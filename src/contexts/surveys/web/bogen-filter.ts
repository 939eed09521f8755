import type { Antwortende } from '../use-cases/people.ts';
import { type Bogen, type Bogenzeile, fragtKurz } from '../use-cases/read-bogen.ts';

export const modi = ['kurz', 'alle'] as const;
export type Modus = (typeof modi)[number];

/** Which lines of the form a page shows. */
export interface Bogenwahl {
  readonly modus: Modus;
  readonly nur: 'alle' | 'offen' | 'meine';
  readonly suche: string;
  readonly seite: number;
}

/** How many Leistungen stand on a page: few enough that nobody gives up, and that a form is small. */
export const jeSeite = 10;

type Sicht = Pick<Antwortende, 'darfVerteilen' | 'darfAntworten'>;

/** Reads a choice; who answers for some Leistungen only sees these first. */
export function readWahl(query: URLSearchParams, { darfVerteilen, darfAntworten }: Sicht): Bogenwahl {
  const nur = query.get('nur') ?? (darfAntworten && !darfVerteilen ? 'meine' : 'alle');
  const seite = Number(query.get('seite') ?? '1');
  return {
    modus: query.get('modus') === 'kurz' ? 'kurz' : 'alle',
    nur: nur === 'offen' || nur === 'meine' ? nur : 'alle',
    suche: (query.get('suche') ?? '').trim().slice(0, 100),
    seite: Number.isInteger(seite) && seite > 0 ? seite : 1,
  };
}

/** The address that leads to a choice again. */
export function wahlQuery({ modus, nur, suche, seite }: Bogenwahl): string {
  const query = new URLSearchParams({ modus, nur });
  if (suche !== '') query.set('suche', suche);
  if (seite > 1) query.set('seite', String(seite));
  return query.toString();
}

/** The lines of a choice: what is in the eye of the round first, otherwise in the order of the catalogue. */
export function gewaehlteZeilen({ zeilen }: Bogen, { modus, nur, suche }: Bogenwahl): readonly Bogenzeile[] {
  const wanted = suche.toLowerCase();
  const found = zeilen.filter(
    (zeile) =>
      (modus === 'alle' || (zeile.meine && fragtKurz(zeile))) &&
      (nur !== 'meine' || zeile.meine) &&
      (nur !== 'offen' || zeile.antwort === null) &&
      (wanted === '' ||
        `${zeile.ort.name} ${zeile.ort.id} ${zeile.ort.leika ?? ''} ${zeile.ort.themenfeld ?? ''}`
          .toLowerCase()
          .includes(wanted)),
  );
  return found.toSorted((a, b) => Number(b.fokus) - Number(a.fokus));
}
