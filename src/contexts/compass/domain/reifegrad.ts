import type { EvidenceGrade } from '#kernel';
import type { Kriterien } from './stand.ts';

/** One answer to a criterion: up to which level a Leistung can get with it. */
export interface Stufe {
  readonly stufe: number;
  readonly text: string;
  /** What it costs to get here from the answer before, 1 (little) to 5 (much): an estimate that stands in the data. */
  readonly aufwand: number;
  /** What the Kommune cannot bring about alone. */
  readonly wartetAuf: string | null;
}

export interface Kriterium {
  readonly key: string;
  readonly name: string;
  /** May be left out of account where the Leistung does not need it. */
  readonly fallsErforderlich: boolean;
  readonly evidenz: EvidenceGrade;
  /** Lowest first; the last one limits nothing. */
  readonly stufen: readonly Stufe[];
}

/** A maturity model: the lowest criterion decides. */
export interface Reifegradmodell {
  readonly name: '1.1' | '2.0';
  readonly hoechste: number;
  readonly hinweis: string;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly kriterien: readonly Kriterium[];
}

/** The answer „not needed for this Leistung“. */
export const nichtErforderlich = 9;

/** What the criteria give: the level, who decides it, and what nobody has answered. */
export interface Bewertung {
  /** `null` as long as a criterion is not answered. */
  readonly reifegrad: number | null;
  /** The level can be no higher than this, whatever is answered next. */
  readonly hoechstens: number;
  /** Criteria that hold the level down; empty at the top. */
  readonly entscheidend: readonly Kriterium[];
  readonly offen: readonly Kriterium[];
}

/** Rates a Leistung by its answered criteria. */
export function bewerte(modell: Reifegradmodell, antworten: Kriterien): Bewertung {
  const offen = modell.kriterien.filter(({ key }) => antworten[key] === undefined);
  const hoechstens = Math.min(
    modell.hoechste,
    ...modell.kriterien.flatMap(({ key }) => limitOf(antworten[key]) ?? []),
  );
  return {
    reifegrad: offen.length > 0 ? null : hoechstens,
    hoechstens,
    entscheidend:
      hoechstens === modell.hoechste
        ? []
        : modell.kriterien.filter(({ key }) => limitOf(antworten[key]) === hoechstens),
    offen,
  };
}

function limitOf(antwort: number | undefined): number | null {
  return antwort === undefined || antwort === nichtErforderlich ? null : antwort;
}

/** What is to be done at one criterion. */
export interface Schritt {
  readonly kriterium: Kriterium;
  readonly von: Stufe | null;
  readonly nach: Stufe;
  readonly aufwand: number;
}

/** The cheapest way to a level: every criterion below it, each by as little as will do. */
export interface Weg {
  readonly ziel: number;
  readonly schritte: readonly Schritt[];
  readonly aufwand: number;
}

/** The cheapest way to `ziel`; `null` where the level is reached or a criterion is not answered. */
export function wegZu(modell: Reifegradmodell, antworten: Kriterien, ziel: number): Weg | null {
  const { reifegrad } = bewerte(modell, antworten);
  if (reifegrad === null || reifegrad >= ziel || ziel > modell.hoechste) return null;
  const schritte = modell.kriterien.flatMap((kriterium) => schrittTo(kriterium, antworten, ziel) ?? []);
  return { ziel, schritte, aufwand: schritte.reduce((sum, { aufwand }) => sum + aufwand, 0) };
}

/** The cheapest way that lifts the level at all, and where it leads; `null` at the top or while criteria are open. */
export function naechsterSchritt(modell: Reifegradmodell, antworten: Kriterien): Weg | null {
  const { reifegrad } = bewerte(modell, antworten);
  const weg = reifegrad === null ? null : wegZu(modell, antworten, reifegrad + 1);
  if (weg === null) return null;
  const danach = { ...antworten };
  for (const { kriterium, nach } of weg.schritte) danach[kriterium.key] = nach.stufe;
  return { ...weg, ziel: bewerte(modell, danach).reifegrad ?? weg.ziel };
}

function schrittTo(kriterium: Kriterium, antworten: Kriterien, ziel: number): Schritt | null {
  const now = limitOf(antworten[kriterium.key]);
  if (now === null || now >= ziel) return null;
  const way = kriterium.stufen.filter(({ stufe }) => stufe > now);
  const end = way.findIndex(({ stufe }) => stufe >= ziel);
  const nach = way[end];
  if (nach === undefined) return null;
  const von = kriterium.stufen.find(({ stufe }) => stufe === now) ?? null;
  return {
    kriterium,
    von,
    nach,
    aufwand: way.slice(0, end + 1).reduce((sum, { aufwand }) => sum + aufwand, 0),
  };
}

/** What is wrong with answers: criteria that the model has not, answers that a criterion has not. */
export function wrongAnswers(modell: Reifegradmodell, antworten: Kriterien): readonly string[] {
  return Object.entries(antworten).flatMap(([key, antwort]) => {
    const kriterium = modell.kriterien.find((each) => each.key === key);
    if (kriterium === undefined)
      return [`Das Modell ${modell.name} kennt kein Kriterium „${key.slice(0, 60)}“.`];
    if (antwort === nichtErforderlich)
      return kriterium.fallsErforderlich ? [] : [`„${kriterium.name}“ ist immer zu beantworten.`];
    return kriterium.stufen.some(({ stufe }) => stufe === antwort)
      ? []
      : [`„${kriterium.name}“ hat keine Antwort ${antwort}.`];
  });
}
