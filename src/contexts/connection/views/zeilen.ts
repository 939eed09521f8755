import { type LocalDate, localDate } from '#kernel';
import { type Befunde, befundZu } from '../domain/befunde.ts';
import { faelligAm } from '../domain/faelligkeit.ts';
import { type Katalog, punkteFor } from '../domain/katalog.ts';
import type { Fakt, Punkt } from '../domain/punkt.ts';
import { istErledigt, type Punktstand } from '../domain/stand.ts';
import type { Anbindungsstand } from '../use-cases/read-stand.ts';

/** One line of a checklist as page, file, API and command show it. */
export interface PunktZeile {
  readonly punkt: Punkt;
  readonly stand: Punktstand;
  readonly fakt: Fakt | null;
  readonly faelligAm: LocalDate | null;
  readonly ueberfaellig: boolean;
  /** What a probe found against it, ticked off or not; `null` where nothing speaks against it. */
  readonly befund: string | null;
  /** The titles of the lines that it waits for. */
  readonly wartetAuf: readonly string[];
}

/** The lines of a checklist with what follows for each. */
export function zeilenOf(
  katalog: Katalog,
  stand: Anbindungsstand,
  today: LocalDate,
  befunde: Befunde,
): readonly PunktZeile[] {
  const { anbindung, lage, staende, beginn } = stand;
  const from = { beginn: localDate(beginn.toISOString().slice(0, 10)), geplantAm: anbindung.geplantAm };
  const punkte = punkteFor(katalog, anbindung.dienst);
  const titel = new Map(punkte.map((punkt) => [punkt.id, punkt.titel]));
  return punkte.map((punkt) => {
    const own = staende.get(punkt.id) ?? 'offen';
    const due = faelligAm(punkt, lage, from);
    const open = own === 'offen' || own === 'wartet' || own === 'abgelaufen';
    return {
      punkt,
      stand: own,
      fakt: lage.get(punkt.id) ?? null,
      faelligAm: due,
      ueberfaellig: open && due !== null && due < today,
      befund: own === 'entfaellt' ? null : befundZu(punkt, befunde),
      wartetAuf: punkt.haengtAb.flatMap((id) => (istErledigt(staende.get(id)) ? [] : (titel.get(id) ?? id))),
    };
  });
}
