import { type Bauart, beliebig, eines, genau, hoechstens, type Offen, pflicht } from './bauart.ts';
import type { XdfAnzahl, XdfBezug, XdfCode, XdfKennung, XdfRelation, XdfStichwort } from './modell.ts';

const keine = {};

function wert(form: RegExp): Bauart {
  return { kinder: keine, text: true, attribute: [], form, baue: ({ text }) => text.trim() };
}

/** Text to the letter. */
export const text: Bauart = { kinder: keine, text: true, attribute: [], baue: (offen) => offen.text };

export const datum = wert(/^(\d{4}-\d{2}-\d{2}(Z|[+-]\d\d:\d\d)?)?$/);
export const zeitpunkt = wert(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,12})?(Z|[+-]\d\d:\d\d)?$/);
export const zahl = wert(/^\d{1,15}$/);

const id = wert(/^[A-Z]{1,3}\d{3,14}$/);
const versionsnummer = wert(/^(\d{1,6}(\.\d{1,6}){1,2}(-\w{1,20})?)?$/);

/** `id` and `version`; a working copy has no version. */
export const kennung: Bauart = {
  kinder: { id: genau(id), version: hoechstens(versionsnummer) },
  text: false,
  attribute: [],
  baue: (offen): XdfKennung => {
    const id = pflicht<string>(offen, 'id');
    const version = eines<string>(offen, 'version') || null;
    return offen.behalte('kennung', version === null ? id : `${id} ${version}`, { id, version });
  },
};

/** A value of a code list, where `erlaubt` says which there are. */
export function code(erlaubt: RegExp = /^\S{1,60}$/): Bauart {
  return {
    kinder: { code: genau(wert(erlaubt)) },
    text: false,
    attribute: ['listURI', 'listVersionID'],
    baue: (offen): XdfCode => {
      const { listURI = null, listVersionID = null } = offen.attribute;
      const found = { code: pflicht<string>(offen, 'code'), listUri: listURI, listVersion: listVersionID };
      return behalteCode(offen, found);
    },
  };
}

/** A code of a list, the same object for the same code. */
export function behalteCode(offen: Offen, code: XdfCode): XdfCode {
  return offen.behalte('code', `${code.code} ${code.listUri} ${code.listVersion}`, code);
}

export const bezug: Bauart = {
  kinder: keine,
  text: true,
  attribute: ['link'],
  baue: (offen): XdfBezug => ({ text: offen.text, link: offen.attribute.link ?? null }),
};

export const stichwort: Bauart = {
  kinder: keine,
  text: true,
  attribute: ['uri'],
  baue: (offen): XdfStichwort => ({ text: offen.text, uri: offen.attribute.uri ?? null }),
};

export const relation: Bauart = {
  kinder: { praedikat: genau(code(/^[A-Z]{2,5}$/)), objekt: genau(kennung) },
  text: false,
  attribute: [],
  baue: (offen): XdfRelation => ({
    praedikat: pflicht(offen, 'praedikat'),
    objekt: pflicht(offen, 'objekt'),
  }),
};

/** `0:1`, `1:*`, `2:5`. */
export const anzahl: Bauart = {
  kinder: keine,
  text: true,
  attribute: [],
  form: /^\d{1,4}:(\d{1,4}|\*)$/,
  baue: (offen): XdfAnzahl => {
    const [min = '', max = ''] = offen.text.trim().split(':');
    const found = { min: Number(min), max: max === '*' ? null : Number(max) };
    if (found.max !== null && (found.max < found.min || found.max === 0))
      offen.verweigere('XDF_VALUE', offen.text.trim());
    return found;
  },
};

export const bezuege = beliebig(bezug);
