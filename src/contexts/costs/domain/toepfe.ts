import { ok, type Result, ratio, refuse } from '#kernel';
import type { Abschnitt, Topf, Verteiler } from './abrechnung.ts';
import { type Teilnehmer, weigh } from './gewichte.ts';
import type { Kostenplan, Schicht } from './kostenplan.ts';
import { formatMonat, monateBetween } from './monat.ts';
import { nobodyBears } from './refusals.ts';
import { rueckfallOf } from './rueckfall.ts';
import type { Schluesselwerte } from './schluesselwerte.ts';
import { teilnahmeMonate } from './teilnahme.ts';

export interface Verteilung {
  readonly toepfe: readonly Topf[];
  readonly verteiler: readonly Verteiler[];
}

/** Cuts every Abschnitt into its layers and finds who bears each by which weight. */
export function verteilungOf(
  plan: Kostenplan,
  werte: Schluesselwerte,
  abschnitte: readonly Abschnitt[],
): Result<Verteilung> {
  const verteiler = new Map<string, Verteiler>();
  const toepfe: Topf[] = [];
  for (const abschnitt of abschnitte) {
    for (const [anteil, wanted] of layersOf(plan, werte, abschnitt)) {
      const known = verteiler.get(wanted.id);
      const found = known === undefined ? wanted.make() : ok(known);
      if (!found.ok) return found;
      verteiler.set(wanted.id, found.value);
      const betrag = ratio.mul(ratio.rational(abschnitt.cent), anteil);
      toepfe.push({ abschnitt: abschnitt.id, schicht: wanted.schicht, anteil, betrag, verteiler: wanted.id });
    }
  }
  return ok({ toepfe, verteiler: [...verteiler.values()] });
}

/** A Verteiler that is made only once, however many need it. */
interface Wanted {
  readonly id: string;
  readonly schicht: string;
  readonly make: () => Result<Verteiler>;
}

type Layer = readonly [anteil: ReturnType<typeof ratio.ofDecimal>, wanted: Wanted];

function layersOf(plan: Kostenplan, werte: Schluesselwerte, abschnitt: Abschnitt): readonly Layer[] {
  const { zahler, merkmal } = abschnitt;
  if (zahler !== null) return [[ratio.one, alone(plan, abschnitt, 'eigen', zahler)]];
  const { vorab, schichten } = plan.finanzierung;
  const before = vorab.filter((each) => each.merkmal === merkmal);
  const taken = ratio.sum(before.map(({ anteil }) => ratio.ofDecimal(anteil)));
  const left = ratio.sub(ratio.one, taken);
  return [
    ...before.map(
      (each): Layer => [ratio.ofDecimal(each.anteil), alone(plan, abschnitt, each.id, each.zahler)],
    ),
    ...schichten.map(
      (each): Layer => [ratio.mul(left, ratio.ofDecimal(each.anteil)), shared(plan, werte, abschnitt, each)],
    ),
  ].filter(([anteil]) => anteil.n !== 0n);
}

function alone(plan: Kostenplan, { von, bis, monate }: Abschnitt, schicht: string, kennung: string): Wanted {
  const id = `${schicht}|${kennung}|${von}|${bis}`;
  const zahler = plan.zahler.findIndex((each) => each.kennung === kennung);
  const gewichte = [{ zahler, wert: ratio.one, monate, gewicht: 1n }];
  return { id, schicht, make: () => ok({ id, schluessel: null, schicht, von, bis, gewichte, summe: 1n }) };
}

function shared(plan: Kostenplan, werte: Schluesselwerte, abschnitt: Abschnitt, schicht: Schicht): Wanted {
  const { von, bis } = abschnitt;
  const key = schicht.schluessel ?? rueckfallOf(plan)?.id ?? abschnitt.schluessel ?? '';
  const id = `${schicht.id}|${key}|${von}|${bis}`;
  const make = (): Result<Verteiler> => {
    const all = teilnehmerOf(plan, abschnitt, schicht);
    const [only] = all;
    if (only === undefined) return refuse(nobodyBears(schicht.titel, schicht.gruppen, periodOf(abschnitt)));
    const base = { id, schicht: schicht.id, von, bis };
    if (all.length === 1)
      return ok({
        ...base,
        schluessel: null,
        gewichte: [{ ...only, wert: ratio.one, gewicht: 1n }],
        summe: 1n,
      });
    const weighed = weigh(plan, werte, key, schicht.titel, all);
    return weighed.ok ? ok({ ...base, schluessel: key, ...weighed.value }) : weighed;
  };
  return { id, schicht: schicht.id, make };
}

function teilnehmerOf(plan: Kostenplan, { von, bis }: Abschnitt, schicht: Schicht): readonly Teilnehmer[] {
  const groups = new Set(schicht.gruppen);
  const whole = monateBetween(von, bis);
  const all: Teilnehmer[] = [];
  for (const [zahler, each] of plan.zahler.entries()) {
    if (!each.gruppen.some((group) => groups.has(group))) continue;
    const always = each.von === undefined && each.bis === undefined && each.vertragAm === undefined;
    const monate = always ? whole : teilnahmeMonate(each, von, bis, plan);
    if (monate > 0) all.push({ zahler, monate });
  }
  return all;
}

function periodOf({ von, bis }: Abschnitt): string {
  return `${formatMonat(von)} bis ${formatMonat(bis)}`;
}
