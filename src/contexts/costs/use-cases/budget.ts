import { ok, type Result, ratio } from '#kernel';
import { formField } from '#platform';
import type { Anteilsblatt } from '../anteilsblatt.ts';
import type { CostsDeps } from '../costs-deps.ts';
import {
  type Budget,
  type Budgetwunsch,
  budgetOf,
  type JeSzenario,
  type Szenario,
  szenarien,
} from '../domain/budget.ts';
import type { Kostenplan, Steuerregel } from '../domain/kostenplan.ts';
import { monat } from '../domain/monat.ts';
import { mitBeitritt } from '../preisschild.ts';
import { type Anteil, readEigeneAnteile, readEigenenAnteil } from '../store-anteil.ts';
import { type Preis, readPreis, readPreise } from '../store-preis.ts';
import type { Payer } from './actors.ts';

/** What the Kämmerei asks: from when, for how long, how prices move, with which services besides those it has. */
export interface Budgetfrage {
  readonly abJahr: number;
  readonly jahre: number;
  readonly satz: JeSzenario<string>;
  /** Services that the Kommune does not have yet. */
  readonly dazu: readonly string[];
}

/** What an address or a command asks of a budget; what it does not say is five years from the next on, with 0, 2 and 4 percent. */
export function frageOf(query: URLSearchParams, today: string): Budgetfrage {
  const share = (name: string, otherwise: string) => {
    const read = ratio.parse(formField(query, name) || otherwise);
    return ratio.toText(ratio.div(read.ok ? read.value : ratio.ofDecimal(otherwise), ratio.rational(100n)));
  };
  const asked = formField(query, 'ab');
  return {
    abJahr: /^20\d{2}$/.test(asked) ? Number(asked) : Number(today.slice(0, 4)) + 1,
    jahre: 5,
    satz: { niedrig: share('niedrig', '0'), erwartet: share('erwartet', '2'), hoch: share('hoch', '4') },
    dazu: query.getAll('dienst').slice(0, 50),
  };
}

/** One service in a budget. */
export interface Budgetposten {
  readonly dienst: string;
  readonly titel: string;
  /** It was billed already; otherwise it would be joined. */
  readonly vorhanden: boolean;
  readonly budget: Budget;
  readonly hinweise: readonly string[];
}

export interface Kommunalbudget {
  readonly frage: Budgetfrage;
  readonly posten: readonly Budgetposten[];
  readonly summen: readonly { readonly jahr: number; readonly summe: JeSzenario<bigint> }[];
  /** Services with a price label that the Kommune does not have: they may be added. */
  readonly weitere: readonly { readonly dienst: string; readonly titel: string }[];
}

/** The budget of a Kommune over some years: what it was billed, carried on, and what it thinks of joining. */
export async function budgetFor(
  { db, grundlagen }: Pick<CostsDeps, 'db' | 'grundlagen'>,
  { actor, kommune }: Payer,
  frage: Budgetfrage,
): Promise<Result<Kommunalbudget>> {
  const { steuerregeln } = await grundlagen();
  const found = await db.withTenant(kommune.tenant, actor, async (tx) => {
    const newest = newestOf(await readEigeneAnteile(tx));
    const billed = [];
    for (const { abrechnung } of newest) billed.push(await readEigenenAnteil(tx, abrechnung));
    const preise = (await readPreise(tx)).filter(
      ({ dienst }) => !newest.some((one) => one.dienst === dienst),
    );
    const wanted = [];
    for (const { dienst } of preise)
      if (frage.dazu.includes(dienst)) wanted.push(await readPreis(tx, dienst, frage.abJahr));
    return { billed, preise, wanted };
  });
  const posten = collected([
    ...found.billed.map((anteil) => (anteil === null ? ok(null) : ofBilled(anteil, frage, steuerregeln))),
    ...found.wanted.map((preis) => (preis === null ? ok(null) : ofWanted(preis, kommune, frage))),
  ]);
  if (!posten.ok) return posten;
  return ok({
    frage,
    posten: posten.value,
    summen: summenOf(frage, posten.value),
    weitere: found.preise.map(({ dienst, schild }) => ({ dienst, titel: schild.plan.titel })),
  });
}

/** All that can be budgeted; the first refusal where there is one. */
function collected(all: readonly Result<Budgetposten | null>[]): Result<readonly Budgetposten[]> {
  const posten: Budgetposten[] = [];
  for (const one of all) {
    if (!one.ok) return one;
    if (one.value !== null) posten.push(one.value);
  }
  return ok(posten);
}

/** A service that would be joined: by its price label, with its connection in the first year. */
function ofWanted(
  { dienst, jahr, haus, schild }: Preis,
  { ags, name }: Payer['kommune'],
  frage: Budgetfrage,
): Result<Budgetposten | null> {
  const joined = mitBeitritt(schild, { kennung: ags, name });
  if (joined === null) return ok(null);
  const cent = BigInt(schild.anbindungCent);
  const einmalig = {
    titel: 'Die Anbindung',
    jahr: frage.abJahr,
    cent: { niedrig: cent, erwartet: cent, hoch: cent },
    grundlage: schild.anbindungText || `Preisschild ${jahr} von ${haus}`,
  };
  const budget = budgetOf(joined.plan, { ...wunschOf(frage, ags), einmalig: cent > 0n ? [einmalig] : [] });
  if (!budget.ok) return budget;
  const { titel } = schild.plan;
  return ok({ dienst, titel, vorhanden: false, budget: budget.value, hinweise: joined.annahmen });
}

/** The newest bill of each service that nothing has replaced. */
function newestOf(all: readonly Anteil[]): readonly Anteil[] {
  const standing = all.filter(({ gilt }) => gilt).toSorted((a, b) => b.jahr - a.jahr);
  return [...new Map(standing.toReversed().map((one) => [one.dienst, one])).values()];
}

function wunschOf({ abJahr, jahre, satz }: Budgetfrage, kennung: string): Budgetwunsch {
  return {
    ...{ kennung, abJahr, jahre },
    preise: { satz, grundlage: 'eingetragen auf dieser Seite, keine Quelle' },
    einmalig: [],
    foerderungen: [],
  };
}

function ofBilled(
  { dienst, zahler, name, blatt, rechnungsnummer }: Anteil & { readonly blatt: Anteilsblatt },
  frage: Budgetfrage,
  steuerregeln: readonly Steuerregel[],
): Result<Budgetposten | null> {
  if (blatt.endet !== null && Number(blatt.endet.slice(0, 4)) < frage.abJahr) return ok(null);
  const budget = budgetOf(ownPlan({ dienst, zahler, name, blatt }, steuerregeln), wunschOf(frage, zahler));
  if (!budget.ok) return budget;
  const grundlage = `Grundlage ist die Rechnung ${rechnungsnummer}, auf ein ganzes Jahr gerechnet.`;
  const endet =
    blatt.endet === null ? [] : [`Die Teilnahme endet am ${blatt.endet}; das Budget rechnet sie weiter.`];
  return ok({
    dienst,
    titel: blatt.titel,
    vorhanden: true,
    budget: budget.value,
    hinweise: [grundlage, ...endet],
  });
}

/** A plan in which the Kommune bears its own share of every position alone. */
function ownPlan(
  {
    dienst,
    zahler,
    name,
    blatt,
  }: {
    readonly dienst: string;
    readonly zahler: string;
    readonly name: string;
    readonly blatt: Anteilsblatt;
  },
  steuerregeln: readonly Steuerregel[],
): Kostenplan {
  const schicht = { id: 'eigen', titel: 'Eigener Anteil', anteil: '1', gruppen: ['eigen'], schluessel: null };
  return {
    ...{ dienst, steuerregeln, titel: blatt.titel, jahr: blatt.jahr },
    art: 'plan',
    von: monat(`${blatt.jahr}-01`),
    bis: monat(`${blatt.jahr}-12`),
    positionen: blatt.posten.map(({ cent, ...rest }) => ({
      ...rest,
      betrag: { art: 'fest', cent: BigInt(cent) },
      schluessel: 'eigen',
    })),
    schluessel: [{ id: 'eigen', titel: 'Eigener Anteil', art: 'gleich' }],
    finanzierung: { modell: 'eigen', titel: 'Eigener Anteil', vorab: [], schichten: [schicht] },
    zahler: [{ kennung: zahler, name, gruppen: ['eigen'] }],
    uebertraege: [],
    rundung: 'groesster-rest',
    beitritt: 'monatsgenau',
    betreiber: name,
  };
}

function summenOf({ abJahr, jahre }: Budgetfrage, posten: readonly Budgetposten[]) {
  return Array.from({ length: jahre }, (_, step) => {
    const jahr = abJahr + step;
    const sum = (which: Szenario) =>
      posten.reduce(
        (all, { budget }) => all + (budget.jahre.find((one) => one.jahr === jahr)?.summe[which] ?? 0n),
        0n,
      );
    const [niedrig, erwartet, hoch] = szenarien.map(sum);
    return { jahr, summe: { niedrig: niedrig ?? 0n, erwartet: erwartet ?? 0n, hoch: hoch ?? 0n } };
  });
}
