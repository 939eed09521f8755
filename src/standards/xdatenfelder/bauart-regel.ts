import { type Bauart, beliebig, eines, genau, hoechstens, pflicht, viele } from './bauart.ts';
import { bezuege, code, kennung, stichwort, text, zeitpunkt } from './bauarten-klein.ts';
import { erinnereRegel } from './gleicher-inhalt.ts';
import type { XdfRegel, XdfTeil } from './modell.ts';

/** A part whose inside no public source describes. */
const teil: Bauart = {
  kinder: {},
  frei: true,
  text: true,
  attribute: [],
  baue: ({ name, attribute, reihe }): XdfTeil => ({ name, attribute, kinder: reihe }),
};

/** A rule of version 3: free text, at times a script. */
export const regel: Bauart = {
  kinder: {
    identifikation: genau(kennung),
    name: genau(text),
    beschreibung: hoechstens(text),
    freitextRegel: hoechstens(text),
    bezug: bezuege,
    stichwort: beliebig(stichwort),
    fachlicherErsteller: hoechstens(text),
    letzteAenderung: genau(zeitpunkt),
    typ: genau(code(/^[A-Z]{1,3}$/)),
    param: beliebig(teil),
    ziel: beliebig(teil),
    skript: hoechstens(text),
    fehler: beliebig(teil),
  },
  text: false,
  attribute: [],
  baue: (offen): XdfRegel => {
    const oder = (name: string) => eines<string>(offen, name) ?? null;
    const found: XdfRegel = {
      kennung: pflicht(offen, 'identifikation'),
      name: pflicht(offen, 'name'),
      beschreibung: oder('beschreibung'),
      freitextRegel: oder('freitextRegel'),
      bezuege: viele(offen, 'bezug'),
      stichworte: viele(offen, 'stichwort'),
      fachlicherErsteller: oder('fachlicherErsteller'),
      letzteAenderung: oder('letzteAenderung'),
      typ: pflicht(offen, 'typ'),
      skript: oder('skript'),
      teile: ['param', 'ziel', 'fehler'].flatMap((name) => viele<XdfTeil>(offen, name)),
      nurFassung2: {},
      stelle: offen.stelle,
    };
    erinnereRegel(offen, found);
    return found;
  },
};
