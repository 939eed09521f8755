import { ok, type Rational, type Result, ratio } from '#kernel';
import { type Json, toJson } from './domain/json.ts';
import type { Kostenplan, Schluessel, Zahler } from './domain/kostenplan.ts';
import { monateBetween } from './domain/monat.ts';
import { readSchluesselwerte } from './domain/schluesselwerte.ts';
import { applied } from './domain/simulate.ts';
import { teilnahmeMonate } from './domain/teilnahme.ts';

/**
 * What everybody may know of a plan: its positions and keys, those who take part as one, and the weights by which a
 * Kommune that is not there yet would count. Nobody's use and nobody's share stand in it.
 */
export interface Preisschild {
  readonly plan: Json<Kostenplan>;
  readonly teilnehmende: number;
  /** By key: what its table says of each body. */
  readonly gewichte: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By key of use: what one takes part with on average. */
  readonly mittel: Readonly<Record<string, string>>;
  /** The groups in which a Kommune joins. */
  readonly gruppen: readonly string[];
  readonly anbindungCent: number;
  readonly anbindungText: string;
}

interface Rest {
  readonly anbindungCent: number;
  readonly anbindungText: string;
  /** The whole tables behind the keys of the plan. */
  readonly tabellen: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Makes the price label of a plan. Refuses a plan whose keys cannot be read. */
export function preisschildOf(plan: Kostenplan, rest: Rest): Result<Preisschild> {
  const read = readSchluesselwerte(plan);
  if (!read.ok) return read;
  const all = Map.groupBy(plan.zahler, ({ gruppen }) => gruppen.toSorted().join('|'));
  const merged = [...all.values()].map((zahler, at) => ({ kennung: `ALLE-${at + 1}`, zahler }));
  const whole = BigInt(Math.max(1, monateBetween(plan.von, plan.bis)));
  const weightOf = (key: Schluessel, one: Zahler): Rational => {
    const value = key.art === 'gleich' ? ratio.one : (read.value.get(key.id)?.get(one.kennung) ?? ratio.zero);
    if (key.art === 'nutzung') return value;
    const months = BigInt(teilnahmeMonate(one, plan.von, plan.bis, plan));
    return ratio.mul(value, ratio.rational(months, whole));
  };
  const sums = (key: Schluessel) =>
    merged.map(
      ({ kennung, zahler }) => [kennung, ratio.sum(zahler.map((one) => weightOf(key, one)))] as const,
    );
  const schluessel = plan.schluessel.map((key) =>
    key.art === 'kombination' ? key : proportional(key, sums(key)),
  );
  const zahler = merged.map(({ kennung, zahler: group }) => ({
    kennung,
    name: 'Alle, die schon teilnehmen',
    gruppen: group[0]?.gruppen ?? [],
  }));
  const { anbindungCent, anbindungText, tabellen } = rest;
  return ok({
    plan: toJson({ ...plan, schluessel, zahler, uebertraege: [], finanzierung: withoutVorab(plan) }),
    teilnehmende: plan.zahler.length,
    gewichte: Object.fromEntries(
      plan.schluessel.flatMap(({ id }) => {
        const table = tabellen.get(id);
        return table ? [[id, table]] : [];
      }),
    ),
    mittel: Object.fromEntries(
      plan.schluessel
        .filter(({ art }) => art === 'nutzung')
        .map((key) => [
          key.id,
          meanOf(
            sums(key).map(([, sum]) => sum),
            plan.zahler.length,
          ),
        ]),
    ),
    gruppen: joinersGroups(plan),
    ...{ anbindungCent, anbindungText },
  });
}

/** What the seat quota asks of one payer it asks of nobody who joins. */
function withoutVorab({ finanzierung }: Kostenplan): Kostenplan['finanzierung'] {
  return { ...finanzierung, vorab: [] };
}

function proportional(key: Schluessel, sums: readonly (readonly [string, Rational])[]): Schluessel {
  const { id, titel, art, jahr, stichtag, quelle } = key;
  return {
    ...{ id, titel, jahr, stichtag, quelle },
    art: art === 'nutzung' ? 'nutzung' : 'zielgruppe',
    werte: Object.fromEntries(sums.map(([kennung, sum]) => [kennung, ratio.toText(sum)])),
  };
}

function meanOf(sums: readonly Rational[], count: number): string {
  return ratio.toText(ratio.div(ratio.sum(sums), ratio.rational(BigInt(Math.max(1, count)))));
}

/** Those in which most Kommunen take part. */
function joinersGroups({ zahler }: Kostenplan): readonly string[] {
  const kommunal = zahler.filter(({ kennung }) => /^\d{5}(\d{3})?$/.test(kennung));
  const groups = Map.groupBy(kommunal, ({ gruppen }) => gruppen.toSorted().join('|'));
  const [most] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0]?.gruppen ?? zahler[0]?.gruppen ?? [];
}

/** A price label with a Kommune that joins, and what had to be assumed about it. */
export interface MitBeitritt {
  readonly plan: Kostenplan;
  readonly annahmen: readonly string[];
}

/** The plan of a label as it would be with this Kommune from the first day. `null`: a key says nothing of it. */
export function mitBeitritt(
  schild: Omit<Preisschild, 'plan'> & { readonly plan: Kostenplan },
  zahler: { readonly kennung: string; readonly name: string },
): MitBeitritt | null {
  const werte: Record<string, string> = {};
  const annahmen: string[] = [];
  for (const { id, titel, art } of schild.plan.schluessel) {
    if (art === 'kombination') continue;
    const table = schild.gewichte[id];
    const mean = schild.mittel[id];
    if (mean !== undefined) {
      annahmen.push(`Annahme: Bei „${titel}“ zählt Ihre Kommune so viel wie die Teilnehmenden im Mittel.`);
      werte[id] = mean;
    } else if (table === undefined) werte[id] = '1';
    else {
      const own = table[zahler.kennung];
      if (own === undefined) return null;
      werte[id] = own;
    }
  }
  const joined = applied(schild.plan, {
    art: 'beitritt',
    zahler: { ...zahler, gruppen: schild.gruppen },
    werte,
  });
  return joined.ok ? { plan: joined.value, annahmen } : null;
}
