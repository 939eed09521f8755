import type { Catalogue, Leistung, LeistungId } from '../domain/catalogue.ts';
import { endeOn, type Leistungsende } from '../domain/ended.ts';
import { explainLeistung } from '../domain/explain-leistung.ts';
import { regelungOf } from '../domain/regelung.ts';
import type { LeistungView } from './leistung-view.ts';
import { pathOfLeistung } from './path-of-leistung.ts';
import { sistersOf } from './sisters.ts';
import { achsenJson } from './vollzug.ts';

/** A Leistung as lists name it, in the API and on the command line. */
export function leistungSummary(catalogue: Catalogue, leistung: Leistung) {
  const { id, leika, ozgId, name, typ } = leistung;
  return { id, leika, ozgId, name, typ, regelung: regelungOf(catalogue, leistung).wer };
}

/** Everything that the catalogue says of one Leistung, and what others add. */
export function leistungJson({ leistung, stock: catalogue, asOf, day, vollzug }: LeistungView) {
  const ende = asOf.enden.get(leistung.id);
  const { themenfeld, lage } = pathOfLeistung(catalogue, leistung);
  const { typisierung, verrichtung, rechtsgrundlagen } = explainLeistung(catalogue, leistung);
  return {
    ...leistungSummary(catalogue, leistung),
    datum: day,
    inKraft: endeOn(asOf.enden, leistung.id, day) === null,
    ...achsenJson(catalogue, leistung, vollzug),
    typisierung: typisierung.text,
    leistungstyp: leistung.leistungstyp,
    leikaTeile: leikaTeile(leistung),
    verrichtung,
    sdg1: leistung.sdg1,
    sdg2: leistung.sdg2,
    gesetze: [...leistung.gesetze],
    rechtsgrundlagen: rechtsgrundlagen.map(({ text, url }) => ({ text, url })),
    themenfeld: themenfeld && { id: themenfeld.id, name: themenfeld.name },
    lage: lage && { id: lage.id, name: lage.name },
    verwandte: sistersOf(asOf.catalogue, leistung).gleichesObjekt.map((one): LeistungId => one.id),
    ende: ende ? endeJson(ende) : null,
    ...catalogueState(catalogue),
  };
}

function endeJson({ leistungId: _id, leika: _leika, name: _name, ...said }: Leistungsende) {
  return said;
}

function leikaTeile({ leika, gruppe, objekt, verrichtung, detail }: Leistung) {
  if (leika === null) return null;
  return { gruppe, objekt, verrichtung, detail };
}

/** The Fassung, its state date and source, which every answer of the catalogue carries. */
export function catalogueState({ fassung }: Catalogue) {
  return { fassung: fassung.nummer, stand: fassung.stand, quelle: fassung.quelle };
}
