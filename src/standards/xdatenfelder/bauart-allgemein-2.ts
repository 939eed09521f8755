import {
  type Bauart,
  beliebig,
  eines,
  genau,
  hoechstens,
  type Kind,
  type Offen,
  pflicht,
  viele,
} from './bauart.ts';
import { bezeichnungenVon } from './bauart-allgemein.ts';
import { behalteCode, bezuege, code, datum, kennung, text } from './bauarten-klein.ts';
import { erinnereRegel } from './gleicher-inhalt.ts';
import type { XdfAllgemein, XdfCode, XdfKennung, XdfRegel } from './modell.ts';

/** What may stand in every element of version 2. */
export const allgemein: Readonly<Record<string, Kind>> = {
  identifikation: genau(kennung),
  name: genau(text),
  bezeichnungEingabe: genau(text),
  bezeichnungAusgabe: hoechstens(text),
  beschreibung: hoechstens(text),
  definition: hoechstens(text),
  bezug: bezuege,
  status: genau(code(/^(inVorbereitung|aktiv|inaktiv)$/)),
  gueltigAb: hoechstens(datum),
  gueltigBis: hoechstens(datum),
  fachlicherErsteller: hoechstens(text),
  versionshinweis: hoechstens(text),
  freigabedatum: hoechstens(datum),
  veroeffentlichungsdatum: hoechstens(datum),
};

const statusListe = { listUri: 'urn:xoev-de:xprozess:codeliste:status', listVersion: '2020-03-19' };

/** Version 3 knows the steps of a release: 2 in work, 6 released, 7 inactive. */
function freigabestatus(status: XdfCode, { version }: XdfKennung, freigabedatum: string | null): XdfCode {
  if (status.code === 'inaktiv') return { code: '7', ...statusListe };
  return { code: version !== null && freigabedatum ? '6' : '2', ...statusListe };
}

/** What every element of version 2 says, where version 3 has it. */
export function allgemeinVon(offen: Offen): XdfAllgemein {
  const oder = (name: string) => eines<string>(offen, name) || null;
  const id = pflicht<XdfKennung>(offen, 'identifikation');
  const status = pflicht<XdfCode>(offen, 'status');
  return {
    kennung: id,
    name: pflicht(offen, 'name'),
    beschreibung: oder('beschreibung'),
    definition: oder('definition'),
    bezuege: viele<XdfAllgemein['bezuege'][number]>(offen, 'bezug').filter(
      ({ text: of }) => of.trim() !== '',
    ),
    freigabestatus: behalteCode(offen, freigabestatus(status, id, oder('freigabedatum'))),
    statusGesetztAm: oder('freigabedatum'),
    statusGesetztDurch: oder('fachlicherErsteller'),
    gueltigAb: oder('gueltigAb'),
    gueltigBis: oder('gueltigBis'),
    versionshinweis: oder('versionshinweis'),
    veroeffentlichungsdatum: oder('veroeffentlichungsdatum'),
    letzteAenderung: null,
    relationen: [],
    stichworte: [],
    nurFassung2: { status: status.code },
    stelle: offen.stelle,
  };
}

/** A rule of version 2: its definition is the free text. */
export const regel: Bauart = {
  kinder: { ...allgemein, script: hoechstens(text) },
  text: false,
  attribute: [],
  baue: (offen): XdfRegel => {
    const { definition, ...found } = allgemeinVon(offen);
    const leftOver = [
      'bezeichnungEingabe',
      'bezeichnungAusgabe',
      'gueltigAb',
      'gueltigBis',
      'versionshinweis',
    ];
    const others = [...leftOver, 'freigabedatum', 'veroeffentlichungsdatum'].flatMap((name) => {
      const said = eines<string>(offen, name);
      return said ? [[name, said] as const] : [];
    });
    const made: XdfRegel = {
      kennung: found.kennung,
      name: found.name,
      beschreibung: found.beschreibung,
      freitextRegel: definition,
      bezuege: found.bezuege,
      stichworte: [],
      fachlicherErsteller: found.statusGesetztDurch,
      letzteAenderung: null,
      typ: null,
      skript: eines<string>(offen, 'script') || null,
      teile: [],
      nurFassung2: { ...found.nurFassung2, ...Object.fromEntries(others) },
      stelle: offen.stelle,
    };
    erinnereRegel(offen, made);
    return made;
  },
};

/** What may stand in fields and groups of version 2. */
export const baustein: Readonly<Record<string, Kind>> = {
  ...allgemein,
  schemaelementart: genau(code(/^(HAR|ABS|RNG)$/)),
  hilfetextEingabe: hoechstens(text),
  hilfetextAusgabe: hoechstens(text),
  regel: beliebig(regel),
};

/** What fields and groups of version 2 say. */
export function bausteinVon(offen: Offen) {
  const { hilfetextEingabe, hilfetextAusgabe, bezeichnungAusgabe, ...names } = bezeichnungenVon(offen);
  return {
    ...allgemeinVon(offen),
    ...names,
    bezeichnungAusgabe: bezeichnungAusgabe || null,
    hilfetextEingabe: hilfetextEingabe || null,
    hilfetextAusgabe: hilfetextAusgabe || null,
  };
}
