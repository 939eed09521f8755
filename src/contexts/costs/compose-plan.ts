import { formatLocalDate, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Kostenplan, Schluessel, Steuerregel } from './domain/kostenplan.ts';
import type { Nutzung } from './domain/nutzung.ts';
import { type Schluesseltabelle, schluesselFrom } from './domain/schluesseltabelle.ts';
import { keyUnknown } from './errors.ts';
import type { Plan, PlanInhalt, Schluesselbezug } from './plan-inhalt.ts';

/** What a plan names and does not hold itself. */
export interface Zutaten {
  readonly tabellen: readonly Schluesseltabelle[];
  /** Of the service, of all years that the plan names. */
  readonly nutzung: readonly Nutzung[];
  readonly steuerregeln: readonly Steuerregel[];
  readonly betreiber: string;
  readonly heute: LocalDate;
}

/** A plan with the weights that its keys have today; refuses a key whose table is not there. */
export function composePlan(
  { dienst, jahr, art, inhalt }: Pick<Plan, 'dienst' | 'jahr' | 'art' | 'inhalt'>,
  zutaten: Zutaten,
): Result<Kostenplan> {
  const schluessel: Schluessel[] = [];
  for (const bezug of inhalt.schluessel) {
    const made = schluesselOf(bezug, inhalt, zutaten);
    if (!made.ok) return made;
    schluessel.push(made.value);
  }
  const { anbindungCent: _, anbindungText: __, ...rest } = inhalt;
  const { steuerregeln, betreiber } = zutaten;
  return ok({ ...rest, dienst, jahr, art, schluessel, steuerregeln, betreiber });
}

/** The years whose use a plan names. */
export function nutzungsjahre({ schluessel }: PlanInhalt): readonly number[] {
  return schluessel.flatMap((bezug) => (bezug.art === 'nutzung' ? [bezug.jahr] : []));
}

function schluesselOf(bezug: Schluesselbezug, { zahler }: PlanInhalt, zutaten: Zutaten): Result<Schluessel> {
  const { id } = bezug;
  switch (bezug.art) {
    case 'gleich':
      return ok({ id, titel: 'Zu gleichen Teilen', art: 'gleich' });
    case 'kombination':
      return ok({ id, titel: bezug.titel, art: 'kombination', teile: bezug.teile });
    case 'nutzung':
      return ok(nutzungsschluessel(id, bezug.jahr, zahler, zutaten));
    case 'tabelle': {
      const tabelle = zutaten.tabellen.find((one) => one.id === bezug.tabelle);
      if (!tabelle) return refuse(keyUnknown);
      const made = schluesselFrom(tabelle, new Set(zahler.map(({ kennung }) => kennung)));
      return ok({ ...made, id, art: bezug.angepasst ? 'koenigsteiner_angepasst' : made.art });
    }
  }
}

/** Who had no case weighs nothing, and that is said. */
function nutzungsschluessel(
  id: string,
  jahr: number,
  zahler: PlanInhalt['zahler'],
  { nutzung, heute }: Zutaten,
): Schluessel {
  const sums = new Map<string, number>();
  for (const { ags, monat, anzahl } of nutzung)
    if (monat.startsWith(`${jahr}-`)) sums.set(ags, (sums.get(ags) ?? 0) + anzahl);
  return {
    id,
    titel: `Tatsächliche Nutzung ${jahr}`,
    art: 'nutzung',
    jahr,
    werte: Object.fromEntries(zahler.map(({ kennung }) => [kennung, String(sums.get(kennung) ?? 0)])),
    quelle: `Fälle nach dem Nachweis der Zustellungen, gezählt bis ${formatLocalDate(heute)}`,
  };
}
