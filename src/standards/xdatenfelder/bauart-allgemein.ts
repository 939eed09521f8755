import { beliebig, eines, genau, hoechstens, type Kind, type Offen, pflicht, viele } from './bauart.ts';
import { regel } from './bauart-regel.ts';
import { bezuege, code, datum, kennung, relation, stichwort, text, zeitpunkt } from './bauarten-klein.ts';
import type { XdfAllgemein, XdfCode, XdfRegel } from './modell.ts';

/** What may stand in every element of version 3. */
export const allgemein: Readonly<Record<string, Kind>> = {
  identifikation: genau(kennung),
  name: genau(text),
  beschreibung: hoechstens(text),
  definition: hoechstens(text),
  bezug: bezuege,
  freigabestatus: genau(code(/^[1-8]$/)),
  statusGesetztAm: hoechstens(datum),
  statusGesetztDurch: hoechstens(text),
  gueltigAb: hoechstens(datum),
  gueltigBis: hoechstens(datum),
  versionshinweis: hoechstens(text),
  veroeffentlichungsdatum: hoechstens(datum),
  letzteAenderung: genau(zeitpunkt),
  relation: beliebig(relation),
  stichwort: beliebig(stichwort),
};

/** What may stand in fields and groups of version 3. */
export const baustein: Readonly<Record<string, Kind>> = {
  ...allgemein,
  bezeichnungEingabe: genau(text),
  bezeichnungAusgabe: hoechstens(text),
  schemaelementart: genau(code(/^(HAR|ABS|RNG)$/)),
  hilfetextEingabe: hoechstens(text),
  hilfetextAusgabe: hoechstens(text),
  regel: beliebig(regel),
};

/** What every element of version 3 says. */
export function allgemeinVon(offen: Offen): XdfAllgemein {
  const oder = (name: string) => eines<string>(offen, name) ?? null;
  return {
    kennung: pflicht(offen, 'identifikation'),
    name: pflicht(offen, 'name'),
    beschreibung: oder('beschreibung'),
    definition: oder('definition'),
    bezuege: viele(offen, 'bezug'),
    freigabestatus: pflicht(offen, 'freigabestatus'),
    statusGesetztAm: oder('statusGesetztAm'),
    statusGesetztDurch: oder('statusGesetztDurch'),
    gueltigAb: oder('gueltigAb'),
    gueltigBis: oder('gueltigBis'),
    versionshinweis: oder('versionshinweis'),
    veroeffentlichungsdatum: oder('veroeffentlichungsdatum'),
    letzteAenderung: oder('letzteAenderung'),
    relationen: viele(offen, 'relation'),
    stichworte: viele(offen, 'stichwort'),
    nurFassung2: {},
    stelle: offen.stelle,
  };
}

/** What fields and groups of version 3 say. */
export function bausteinVon(offen: Offen) {
  return { ...allgemeinVon(offen), ...bezeichnungenVon(offen) };
}

/** What fields and groups of either version call themselves. */
export function bezeichnungenVon(offen: Offen) {
  return {
    bezeichnungEingabe: pflicht<string>(offen, 'bezeichnungEingabe'),
    bezeichnungAusgabe: eines<string>(offen, 'bezeichnungAusgabe') ?? null,
    schemaelementart: pflicht<XdfCode>(offen, 'schemaelementart'),
    hilfetextEingabe: eines<string>(offen, 'hilfetextEingabe') ?? null,
    hilfetextAusgabe: eines<string>(offen, 'hilfetextAusgabe') ?? null,
    regeln: viele<XdfRegel>(offen, 'regel'),
  };
}
