import { efaKriterien } from './efa-kriterien.ts';
import type { EnthalteneLeistung, LoesungInhalt } from './loesung.ts';

/**
 * What remains of two entries for the same Lösung: `kept` wins wherever it says something, `gone` fills what it leaves
 * open. No contained Leistung, interface or portal is lost.
 */
export function mergedInhalt(kept: LoesungInhalt, gone: LoesungInhalt): LoesungInhalt {
  return {
    ...kept,
    anbieter: kept.anbieter ?? gone.anbieter,
    hersteller: kept.hersteller ?? gone.hersteller,
    preisText: kept.preisText ?? gone.preisText,
    preisEinmaligCent: kept.preisEinmaligCent ?? gone.preisEinmaligCent,
    preisJaehrlichCent: kept.preisJaehrlichCent ?? gone.preisJaehrlichCent,
    schnittstellen: union(kept.schnittstellen, gone.schnittstellen),
    fachverfahren: union(kept.fachverfahren, gone.fachverfahren),
    voraussetzungen: kept.voraussetzungen ?? gone.voraussetzungen,
    vertrauensniveau: kept.vertrauensniveau ?? gone.vertrauensniveau,
    zahlverfahren: union(kept.zahlverfahren, gone.zahlverfahren),
    portale: union(kept.portale, gone.portale),
    verfuegbarAb: kept.verfuegbarAb ?? gone.verfuegbarAb,
    endetAm: kept.endetAm,
    efa: Object.fromEntries(
      efaKriterien.flatMap((each) => {
        const urteil = kept.efa[each] ?? gone.efa[each];
        return urteil === undefined ? [] : [[each, urteil]];
      }),
    ),
    leistungen: mergedLeistungen(kept.leistungen, gone.leistungen),
    url: kept.url ?? gone.url,
    hinweis: kept.hinweis ?? gone.hinweis,
    felder: { ...gone.felder, ...kept.felder },
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

function mergedLeistungen(
  kept: readonly EnthalteneLeistung[],
  gone: readonly EnthalteneLeistung[],
): readonly EnthalteneLeistung[] {
  const others = new Map(gone.map((each) => [each.leistungId, each]));
  const known = new Set(kept.map(({ leistungId }) => leistungId));
  return [
    ...kept.map((each) => {
      const other = others.get(each.leistungId);
      if (other === undefined) return each;
      return {
        ...each,
        reifegrad11: each.reifegrad11 ?? other.reifegrad11,
        reifegrad20: each.reifegrad20 ?? other.reifegrad20,
        kommentar: each.kommentar ?? other.kommentar,
      };
    }),
    ...gone.filter(({ leistungId }) => !known.has(leistungId)),
  ];
}
