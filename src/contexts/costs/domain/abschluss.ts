import { type Cents, ok, type Result, ratio, refuse } from '#kernel';
import type { Abrechnung, Steuergruppe } from './abrechnung.ts';
import type { Uebertrag } from './kostenplan.ts';
import { planRefusal } from './refusals.ts';

/** Planned against actual of one payer, net. */
export interface Abschlusszeile {
  readonly kennung: string;
  readonly name: string;
  readonly soll: Cents;
  readonly ist: Cents;
  /** Positive: an arrear; negative: a credit. */
  readonly unterschied: Cents;
}

export interface Abschluss {
  readonly jahr: number;
  readonly zeilen: readonly Abschlusszeile[];
  /** For the next year's plan: of those who stay, and what full euros left for all. */
  readonly uebertraege: readonly Uebertrag[];
  /** Of those who do not take part any more: paid or asked for at once. */
  readonly auszahlungen: readonly Uebertrag[];
}

/**
 * Closes a year: what was billed by plan against what it really cost. What differs goes into the next year's plan with the tax it
 * came from; whoever leaves gets it at once. `schluessel` shares what full euros left for all.
 */
export function schliesseJahr(
  soll: Abrechnung,
  ist: Abrechnung,
  naechste: ReadonlySet<string>,
  schluessel: string,
): Result<Abschluss> {
  if (soll.plan.dienst !== ist.plan.dienst || soll.plan.jahr !== ist.plan.jahr)
    return refuse(
      planRefusal(
        'COSTS_YEARS_DIFFER',
        `Verglichen werden kann nur derselbe Dienst im selben Jahr. Hier stehen ${soll.plan.titel} ${soll.plan.jahr} und ${ist.plan.titel} ${ist.plan.jahr}.`,
        'jahr',
      ),
    );
  const [planned, real] = [standOf(soll), standOf(ist)];
  const names = new Map([...soll.zahlungen, ...ist.zahlungen].map(({ kennung, name }) => [kennung, name]));
  const gruppen = [...new Map([...soll.gruppen, ...ist.gruppen].map((each) => [each.id, each])).values()];
  const kennungen = [...names.keys()].toSorted();
  const carried = kennungen.flatMap((kennung) =>
    gruppen.flatMap((gruppe) => carriedOf(ist.plan.jahr, kennung, gruppe, real, planned)),
  );
  return ok({
    jahr: ist.plan.jahr,
    zeilen: kennungen.map((kennung) => zeileOf(kennung, names.get(kennung) ?? kennung, planned, real)),
    uebertraege: [
      ...carried.filter(({ zahler }) => naechste.has(zahler ?? '')),
      ...aufrundungOf(ist, schluessel),
    ],
    auszahlungen: carried.filter(({ zahler }) => !naechste.has(zahler ?? '')),
  });
}

/** What rounding up to full euros asked for beyond the costs, as a credit for all in the next year. */
export function aufrundungOf({ plan, gruppen, summe }: Abrechnung, schluessel: string): readonly Uebertrag[] {
  if (summe.aufrundung === 0n) return [];
  return gruppen
    .map((gruppe) => ({ gruppe, cent: gruppe.cent - gruppe.netto.reduce((sum, each) => sum + each, 0n) }))
    .filter(({ cent }) => cent !== 0n)
    .map(({ gruppe, cent }) => ({
      id: `aufrundung-${plan.jahr}-${gruppe.id}`,
      titel: `Aufrundung auf volle Euro ${plan.jahr}`,
      ausJahr: plan.jahr,
      cent,
      zahler: null,
      schluessel,
      steuer: steuerOf(gruppe),
    }));
}

/** What each payer owes in a group, net; under an empty group all together. */
type Stand = (kennung: string, gruppe?: string) => Cents;

function standOf({ zahlungen, gruppen }: Abrechnung): Stand {
  const byPayer = new Map(zahlungen.map((each) => [each.kennung, each]));
  const places = new Map(gruppen.map(({ id }, at) => [id, at]));
  return (kennung, gruppe) => {
    const found = byPayer.get(kennung);
    if (found === undefined) return 0n;
    return gruppe === undefined ? found.netto : (found.nettoJeGruppe[places.get(gruppe) ?? -1] ?? 0n);
  };
}

function zeileOf(kennung: string, name: string, planned: Stand, real: Stand): Abschlusszeile {
  const [soll, ist] = [planned(kennung), real(kennung)];
  return { kennung, name, soll, ist, unterschied: ist - soll };
}

/** What a payer owes more (or less) than planned, taxed as it was. */
function carriedOf(
  jahr: number,
  kennung: string,
  gruppe: Steuergruppe,
  real: Stand,
  planned: Stand,
): readonly Uebertrag[] {
  const cent = real(kennung, gruppe.id) - planned(kennung, gruppe.id);
  if (cent === 0n) return [];
  return [
    {
      id: `abschluss-${jahr}-${kennung}-${gruppe.id}`,
      titel: `${cent > 0n ? 'Nachforderung' : 'Guthaben'} aus ${jahr}`,
      ausJahr: jahr,
      cent,
      zahler: kennung,
      schluessel: null,
      steuer: steuerOf(gruppe),
    },
  ];
}

function steuerOf({ regel, satz, normen }: Steuergruppe): Uebertrag['steuer'] {
  return { regel, satz: decimalOf(satz), norm: normen.join(', ') };
}

/** Tax rates have at most six digits. */
function decimalOf(satz: Steuergruppe['satz']): string {
  return ratio.toDecimal(satz, 6).replace(/\.?0+$/, '');
}
