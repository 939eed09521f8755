import type { Beschluss, Schemafassung } from '../domain/beschluss.ts';
import { kriterien } from '../domain/kriterium.ts';
import { bekannteKriterien, punkteOf } from '../domain/rangfolge.ts';
import type { Abweichung, Strategiestand } from '../domain/strategie.ts';
import { kriteriumText } from '../messages.ts';
import { type Erklaerung, festigkeitSatz, type Gegenueber } from '../use-cases/explain.ts';
import type { Grundlage, Rangfolge } from '../use-cases/read-rangfolge.ts';
import type { Strategiezeile } from '../use-cases/strategie.ts';

type Ranked = Pick<Rangfolge, 'welt' | 'liste'>;

/** A Leistung at its place, as API and command give it. */
export function zeileAnswer({ welt, liste }: Ranked, row: number) {
  const leistung = welt.leistungen[row];
  const summe = liste.summen[row] ?? 0;
  return {
    id: leistung?.id ?? '',
    leika: leistung?.leika ?? null,
    name: leistung?.name ?? '',
    rang: liste.raenge[row] ?? 0,
    rechenpunkte: summe,
    punkte: punkteOf(summe, liste.gesamt),
    bekannteKriterien: bekannteKriterien(welt, row),
  };
}

/** Some places of a ranking with the weights that made it. */
export function rangfolgeAnswer(ranked: Rangfolge, from: number, count: number) {
  return {
    stichtag: ranked.welt.stichtag,
    grundlage: grundlageAnswer(ranked.grundlage),
    gewichtung: ranked.gewichtung,
    gesamtgewicht: ranked.liste.gesamt,
    anzahl: ranked.welt.leistungen.length,
    leistungen: [...ranked.liste.reihenfolge.slice(from, from + count)].map((row) =>
      zeileAnswer(ranked, row),
    ),
  };
}

function grundlageAnswer(grundlage: Grundlage) {
  switch (grundlage.art) {
    case 'beschluss':
      return { art: grundlage.art, id: String(grundlage.beschluss.nummer), titel: grundlage.beschluss.titel };
    case 'schema':
      return { art: grundlage.art, id: grundlage.schema.id, titel: grundlage.schema.titel };
    default:
      return { art: grundlage.art, id: null, titel: 'Übliche Gewichte' };
  }
}

/** Why a Leistung stands where it does. */
export function erklaerungAnswer(ranked: Rangfolge, erklaerung: Erklaerung) {
  const { beitraege, stabilitaet } = erklaerung;
  return {
    ...zeileAnswer(ranked, erklaerung.row),
    stichtag: ranked.welt.stichtag,
    gesamtgewicht: erklaerung.gesamt,
    beitraege: beitraege.map((each, column) => ({
      ...each,
      herkunft: ranked.welt.belege[erklaerung.row]?.[column]?.herkunft ?? ('unbekannt' as const),
    })),
    festigkeit: festigkeitSatz(stabilitaet),
    stabilitaet: stabilitaet.map(({ kriterium, gewicht, rangHaelt, spitzeHaelt, inSpitze }) => ({
      kriterium,
      gewicht,
      rangHaelt,
      unterDenErsten20: inSpitze,
      spitzeHaelt,
    })),
  };
}

/** Why one Leistung stands above another. */
export function vergleichAnswer(ranked: Rangfolge, both: Gegenueber) {
  return {
    satz: both.satz,
    gleich: both.gleich,
    oben: zeileAnswer(ranked, both.oben),
    unten: zeileAnswer(ranked, both.unten),
    differenz: both.differenz,
    unterschiede: both.unterschiede.map(({ kriterium, gewicht, oben, unten, unterschied }) => ({
      kriterium,
      gewicht,
      oben: oben.wert,
      unten: unten.wert,
      unterschied,
    })),
  };
}

/** The criteria with their rules, and of how many Leistungen each is known. */
export function kriterienAnswer({ welt }: Pick<Rangfolge, 'welt'>) {
  return {
    stichtag: welt.stichtag,
    leistungen: welt.leistungen.length,
    kriterien: kriterien.map((kriterium, column) => ({
      kriterium,
      ...kriteriumText[kriterium],
      bekannt: welt.belege.filter((row) => row[column]?.wert != null).length,
    })),
  };
}

export function schemaAnswer({ gespeichertAm, ...schema }: Schemafassung) {
  return { ...schema, gespeichertAm: gespeichertAm.toISOString() };
}

export function beschlussAnswer({ beschlossenAm, ...beschluss }: Beschluss) {
  return { ...beschluss, beschlossenAm: beschlossenAm.toISOString() };
}

export function standAnswer({ entschiedenAm, ...stand }: Strategiestand) {
  return { ...stand, entschiedenAm: entschiedenAm.toISOString() };
}

export function abweichungAnswer({ angegebenAm, ...abweichung }: Abweichung) {
  return { ...abweichung, angegebenAm: angegebenAm.toISOString() };
}

export function strategiezeileAnswer({ dienst, stand, abweichungen }: Strategiezeile) {
  return { dienst, stand: stand && standAnswer(stand), abweichungen: abweichungen.map(abweichungAnswer) };
}
