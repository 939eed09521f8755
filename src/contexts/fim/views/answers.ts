import type { Befund } from '../domain/bericht.ts';
import type { Codelistenfassung } from '../domain/codeliste.ts';
import type { Punktstand } from '../domain/haken.ts';
import type { Schemafassung } from '../domain/schemafassung.ts';
import type { Vorschau } from '../use-cases/einlesen.ts';
import type { Schemadetail, Schemazeile } from '../use-cases/read-schema.ts';
import type { Gegenueberstellung } from '../use-cases/unterschiede.ts';

export function codelisteAnswer({ eingelesenAm, ...liste }: Codelistenfassung) {
  return { ...liste, eingelesenAm: eingelesenAm.toISOString() };
}

/** What API and command line say of a schema. */
export function fassungAnswer({ kennzahlen, eingelesenAm, ...fassung }: Schemafassung) {
  const { arbeitspunkte, ...zahlen } = kennzahlen;
  return {
    ...fassung,
    bezug: [...fassung.bezug],
    eingelesenAm: eingelesenAm.toISOString(),
    zahlen: { ...zahlen, arbeitspunkte: arbeitspunkte.length },
  };
}

export function zeileAnswer({ fassung, offen }: Schemazeile) {
  return { ...fassungAnswer(fassung), offen };
}

export function detailAnswer(detail: Schemadetail) {
  const { definition, hindernisse, befunde } = detail.uebernahme;
  return {
    ...fassungAnswer(detail.fassung),
    versionen: detail.versionen.map(({ version }) => version),
    formular: definition ? { seiten: definition.pages.length } : null,
    hindernisse: hindernisse.map(({ field, message }) => `${field}: ${message}`),
    offen: detail.punkte.filter(({ stand }) => stand === 'offen').length,
    bericht: befunde.map(befundAnswer),
  };
}

export function befundAnswer({ ...befund }: Befund) {
  return befund;
}

export function punktAnswer({ punkt, stand, haken, textGeaendert }: Punktstand) {
  return {
    schluessel: punkt.schluessel,
    art: punkt.art,
    fimId: punkt.fimId,
    titel: punkt.titel,
    text: punkt.text,
    verstanden: punkt.verstanden,
    maschinenregeln: punkt.maschinenregeln.map((regel) => ({ ...regel })),
    orte: [...punkt.orte],
    stand,
    textGeaendert,
    haken: haken && {
      stand: haken.stand,
      person: haken.person,
      am: haken.angegebenAm.toISOString(),
      notiz: haken.notiz,
    },
  };
}

export function vergleichAnswer({ unterschiede, unveraendert }: Gegenueberstellung['vergleich']) {
  return {
    unveraendert,
    unterschiede: unterschiede.map(({ aenderungen, ...unterschied }) => ({
      ...unterschied,
      aenderungen: aenderungen.map((each) => ({ ...each })),
    })),
  };
}

export function vorschauAnswer({ fassung, gegen, vergleich, uebernahme }: Vorschau, uebernommen: boolean) {
  return {
    uebernommen,
    schema: fassungAnswer(fassung),
    gegen: gegen?.version ?? null,
    ...vergleichAnswer(vergleich),
    bericht: uebernahme.befunde.map(befundAnswer),
  };
}
