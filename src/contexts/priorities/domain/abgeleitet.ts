import { formatLocalDate, type LocalDate } from '#kernel';
import { type Angabe, angabeLesen } from './angabe.ts';
import { type Beleg, jeKriterium, type Kriterium } from './kriterium.ts';
import {
  ausBedarf,
  ausFallzahl,
  ausKomplexitaet,
  ausReifegrad,
  ausTagen,
  jeHunderttausend,
  tageBis,
} from './normieren.ts';
import { type Katalogzeile, nobody, type Quellen, wenigsteKommunen } from './quellen.ts';

export function angabeBeleg(
  { bezugArt, kriterium, rohwert, quelle, stand }: Angabe,
  stichtag: LocalDate,
): Beleg {
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

export const derived: Readonly<Record<Kriterium, (frage: Frage) => Beleg | null>> = {
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

export const unknown = jeKriterium<Beleg>((kriterium) => ({
  wert: null,
  herkunft: 'unbekannt',
  satz: nobody[kriterium],
}));
