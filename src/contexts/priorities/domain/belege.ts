import { formatLocalDate, type LocalDate } from '#kernel';
import { type Angabe, angabeLesen } from './angabe.ts';
import { type Beleg, jeKriterium, type Kriterium, kriterien } from './kriterium.ts';
import {
  ausBedarf,
  ausFallzahl,
  ausKomplexitaet,
  ausReifegrad,
  ausTagen,
  type Bedarfszahlen,
  jeHunderttausend,
  tageBis,
} from './normieren.ts';
import { type Bewertet, type Bewertungswelt, weltOf } from './rangfolge.ts';

/** A Leistung as the catalogue has it, with what its attributes let estimate. */
export interface Katalogzeile extends Bewertet {
  /** How many laws the catalogue names. */
  readonly gesetze: number;
}

/** Cases that Kommunen counted or estimated, and how many people live in these. */
export interface Fallsumme {
  readonly faelle: number;
  readonly einwohner: number;
  readonly kommunen: number;
}

/** Everything that values come from, apart from statements; a missing entry is unknown. */
export interface Quellen {
  readonly fallzahlen: ReadonlyMap<string, Fallsumme>;
  readonly reifegrade: ReadonlyMap<string, { readonly reifegrad: number; readonly loesung: string }>;
  readonly fristen: ReadonlyMap<
    string,
    { readonly am: LocalDate; readonly titel: string; readonly norm: string }
  >;
  readonly bedarf: {
    readonly titel: string;
    readonly zahlen: ReadonlyMap<string, Bedarfszahlen & { readonly gefragt: number }>;
  } | null;
}

/** Fewer Kommunen would tell of one of them; their sum counts for nobody. */
export const wenigsteKommunen = 3;

const nobody: Readonly<Record<Kriterium, string>> = {
  'ozg-prioritaet': 'Niemand hat eine Stufe angegeben.',
  fallzahlen: 'Weniger als drei Kommunen haben Fallzahlen angegeben.',
  komplexitaet: 'Niemand hat eine Stufe angegeben, und der Katalog nennt kein Gesetz.',
  digitalisierungspotenzial:
    'Niemand hat eine Stufe angegeben, und keine verfügbare Lösung nennt einen Reifegrad.',
  'kosten-zeit': 'Niemand hat den Aufwand angegeben.',
  relevanz: 'Niemand hat eine Stufe angegeben.',
  bedarf: 'Keine ausgewertete Bedarfsabfrage hat danach gefragt.',
  frist: 'Das Register des Rechts kennt keine Frist, die gerade diese Leistung trifft.',
};

const unknown = jeKriterium<Beleg>((kriterium) => ({
  wert: null,
  herkunft: 'unbekannt',
  satz: nobody[kriterium],
}));

/** All Leistungen with what is known of each: statements first, then what can be read from other registers. */
export function bewertungswelt(
  stichtag: LocalDate,
  leistungen: readonly Katalogzeile[],
  quellen: Quellen,
  angaben: readonly Angabe[],
): Bewertungswelt {
  const stated = new Map(
    angaben.map((each) => [keyOf(each.bezugArt, each.bezugId, each.kriterium), each] as const),
  );
  const belege = leistungen.map((leistung) =>
    kriterien.map((kriterium) => {
      const angabe =
        found(stated, keyOf('leistung', leistung.id, kriterium)) ??
        found(stated, keyOf('ozg', String(leistung.ozgId), kriterium));
      return angabe
        ? angabeBeleg(angabe, stichtag)
        : (derived[kriterium]({ leistung, quellen, stichtag }) ?? unknown[kriterium]);
    }),
  );
  return weltOf(stichtag, leistungen.map(bewertet), belege);
}

function keyOf(art: string, id: string, kriterium: Kriterium): string {
  return `${art} ${id} ${kriterium}`;
}

function found(stated: ReadonlyMap<string, Angabe>, key: string): Angabe | null {
  const angabe = stated.get(key);
  return angabe && angabe.rohwert !== null ? angabe : null;
}

function bewertet({ id, leika, name, ozgId, ozgName, themenfeld }: Katalogzeile): Bewertet {
  return { id, leika, name, ozgId, ozgName, themenfeld };
}

function angabeBeleg({ bezugArt, kriterium, rohwert, quelle, stand }: Angabe, stichtag: LocalDate): Beleg {
  if (kriterium === 'bedarf' || rohwert === null) return unknown[kriterium];
  const { wert, zeigen } = angabeLesen[kriterium];
  const of = bezugArt === 'ozg' ? ', angegeben für die ganze OZG-Leistung' : '';
  return {
    wert: wert(rohwert, stichtag),
    herkunft: bezugArt === 'ozg' ? 'angabe-ozg' : 'angabe',
    satz: `${zeigen(rohwert)}${of} (${quelle}, Stand ${formatLocalDate(stand)}).`,
  };
}

interface Frage {
  readonly leistung: Katalogzeile;
  readonly quellen: Quellen;
  readonly stichtag: LocalDate;
}

const nothing = () => null;

const derived: Readonly<Record<Kriterium, (frage: Frage) => Beleg | null>> = {
  'ozg-prioritaet': nothing,
  'kosten-zeit': nothing,
  relevanz: nothing,
  fallzahlen: ({ leistung, quellen }) => {
    const sum = quellen.fallzahlen.get(leistung.id);
    if (sum === undefined || sum.kommunen < wenigsteKommunen || sum.einwohner <= 0) return null;
    const rate = jeHunderttausend(sum.faelle, sum.einwohner);
    return {
      wert: ausFallzahl(rate),
      herkunft: 'stand',
      satz: `${rate} Fälle im Jahr je 100.000 Einwohner (${sum.faelle} Fälle in ${sum.kommunen} Kommunen mit ${sum.einwohner} Einwohnern).`,
    };
  },
  komplexitaet: ({ leistung }) => {
    if (leistung.gesetze === 0) return null;
    const stufe = Math.min(5, leistung.gesetze + 1);
    return {
      wert: ausKomplexitaet(stufe),
      herkunft: 'katalog',
      satz: `Stufe ${stufe} von 5, geschätzt: Der Katalog nennt ${leistung.gesetze === 1 ? 'ein Gesetz' : `${leistung.gesetze} Gesetze`}.`,
    };
  },
  digitalisierungspotenzial: ({ leistung, quellen }) => {
    const best = quellen.reifegrade.get(leistung.id);
    if (best === undefined) return null;
    return {
      wert: ausReifegrad(best.reifegrad),
      herkunft: 'loesungen',
      satz: `Die Lösung „${best.loesung}“ erreicht Reifegrad ${best.reifegrad} von 4.`,
    };
  },
  bedarf: ({ leistung, quellen: { bedarf } }) => {
    const zahlen = bedarf?.zahlen.get(leistung.id);
    const wert = zahlen ? ausBedarf(zahlen) : null;
    if (bedarf === null || zahlen === undefined || wert === null) return null;
    return {
      wert,
      herkunft: 'bedarfsabfrage',
      satz: `${zahlen.ja} von ${zahlen.geantwortet} Kommunen brauchen es, ${zahlen.spaeter} später („${bedarf.titel}“, gefragt waren ${zahlen.gefragt}).`,
    };
  },
  frist: ({ leistung, quellen, stichtag }) => {
    const frist = quellen.fristen.get(leistung.id);
    if (frist === undefined) return null;
    return {
      wert: ausTagen(tageBis(stichtag, frist.am)),
      herkunft: 'gesetz',
      satz: `${frist.titel}: ${formatLocalDate(frist.am)} (${frist.norm}).`,
    };
  },
};
