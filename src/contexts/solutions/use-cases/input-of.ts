import type { LoesungInhalt } from '../domain/loesung.ts';
import { euroText, type LoesungInput } from '../domain/loesung-input.ts';

/** A Lösung as the text from which `readInput` reads it again without loss. */
export function inputOf(inhalt: LoesungInhalt): LoesungInput {
  return {
    name: inhalt.name,
    art: inhalt.art,
    anbieter: inhalt.anbieter ?? '',
    hersteller: inhalt.hersteller ?? '',
    preisText: inhalt.preisText ?? '',
    preisEinmalig: euroText(inhalt.preisEinmaligCent),
    preisJaehrlich: euroText(inhalt.preisJaehrlichCent),
    schnittstellen: inhalt.schnittstellen,
    fachverfahren: inhalt.fachverfahren,
    voraussetzungen: inhalt.voraussetzungen ?? '',
    vertrauensniveau: inhalt.vertrauensniveau ?? '',
    zahlverfahren: inhalt.zahlverfahren,
    portale: inhalt.portale,
    verfuegbarAb: inhalt.verfuegbarAb ?? '',
    endetAm: inhalt.endetAm ?? '',
    status: inhalt.status,
    efa: { ...inhalt.efa },
    leistungen: inhalt.leistungen.map(({ leistungId, status, reifegrad11, reifegrad20, kommentar }) => ({
      leistung: leistungId,
      status,
      reifegrad11: reifegrad11 === null ? '' : String(reifegrad11),
      reifegrad20: reifegrad20 === null ? '' : String(reifegrad20),
      kommentar: kommentar ?? '',
    })),
    url: inhalt.url ?? '',
    hinweis: inhalt.hinweis ?? '',
    quelle: inhalt.quelle.title,
    quelleUrl: inhalt.quelle.url ?? '',
    quelleStand: inhalt.quelleStand,
    evidenz: inhalt.evidenz,
    felder: inhalt.felder,
  };
}
