import { type Bauart, beliebig, eines, genau, hoechstens, pflicht, viele } from './bauart.ts';
import { baustein, bausteinVon } from './bauart-allgemein.ts';
import { code, text, zahl } from './bauarten-klein.ts';
import { erinnere } from './gleicher-inhalt.ts';
import type { XdfCode, XdfCodelisteReferenz, XdfDatenfeld, XdfPraezisierung, XdfWert } from './modell.ts';

const praezisierung: Bauart = {
  kinder: {},
  text: true,
  attribute: ['minLength', 'maxLength', 'minValue', 'maxValue', 'pattern'],
  baue: (offen): XdfPraezisierung => {
    const { minLength = null, maxLength = null } = offen.attribute;
    const { minValue = null, maxValue = null, pattern = null } = offen.attribute;
    for (const length of [minLength, maxLength])
      if (length !== null && !/^\d{1,15}$/.test(length.trim())) offen.verweigere('XDF_VALUE', length);
    for (const value of [minValue, maxValue])
      if (value !== null && value.length > 60) offen.verweigere('XDF_VALUE', value);
    const inner = offen.text.trim() === '' ? '' : offen.text;
    return { minLength, maxLength, minValue, maxValue, pattern, text: inner };
  },
};

const wert: Bauart = {
  kinder: { code: genau(text), name: genau(text), hilfe: hoechstens(text) },
  text: false,
  attribute: [],
  baue: (offen): XdfWert => ({
    code: pflicht(offen, 'code'),
    name: pflicht(offen, 'name'),
    hilfe: eines<string>(offen, 'hilfe') ?? null,
  }),
};

const werte: Bauart = {
  kinder: { wert: beliebig(wert) },
  text: false,
  attribute: [],
  baue: (offen): readonly XdfWert[] => {
    const alle = viele<XdfWert>(offen, 'wert');
    const seen = new Set<string>();
    for (const { code: each } of alle) {
      if (seen.has(each)) offen.verweigere('XDF_CODE_TWICE', each);
      seen.add(each);
    }
    return alle;
  },
};

const codelisteReferenz: Bauart = {
  kinder: {
    id: hoechstens(text),
    canonicalIdentification: genau(text),
    version: hoechstens(text),
    canonicalVersionUri: hoechstens(text),
  },
  text: false,
  attribute: [],
  baue: (offen): XdfCodelisteReferenz => ({
    id: eines<string>(offen, 'id') ?? null,
    canonicalIdentification: pflicht(offen, 'canonicalIdentification'),
    version: eines<string>(offen, 'version') ?? null,
    canonicalVersionUri: eines<string>(offen, 'canonicalVersionUri') ?? null,
    stelle: offen.stelle,
  }),
};

export const feldart = code(/^(input|select|label|hidden|locked)$/);
export const datentyp = code(/^(text|text_latin|date|time|datetime|bool|num|num_int|num_currency|file|obj)$/);

/** A field of version 3. */
export const datenfeld: Bauart = {
  kinder: {
    ...baustein,
    feldart: genau(feldart),
    datentyp: genau(datentyp),
    praezisierung: hoechstens(praezisierung),
    inhalt: hoechstens(text),
    vorbefuellung: hoechstens(code(/^(keine|optional|verpflichtend)$/)),
    werte: hoechstens(werte),
    codelisteReferenz: hoechstens(codelisteReferenz),
    codeKey: hoechstens(text),
    nameKey: hoechstens(text),
    helpKey: hoechstens(text),
    maxSize: hoechstens(zahl),
    mediaType: beliebig(text),
  },
  text: false,
  attribute: [],
  baue: (offen): XdfDatenfeld => {
    const oder = (name: string) => eines<string>(offen, name) ?? null;
    const feld: XdfDatenfeld = {
      art: 'feld',
      ...bausteinVon(offen),
      feldart: pflicht(offen, 'feldart'),
      datentyp: pflicht(offen, 'datentyp'),
      praezisierung: eines<XdfPraezisierung>(offen, 'praezisierung') ?? null,
      inhalt: oder('inhalt'),
      vorbefuellung: eines<XdfCode>(offen, 'vorbefuellung') ?? null,
      werte: eines<readonly XdfWert[]>(offen, 'werte') ?? null,
      codelisteReferenz: eines<XdfCodelisteReferenz>(offen, 'codelisteReferenz') ?? null,
      codeKey: oder('codeKey'),
      nameKey: oder('nameKey'),
      helpKey: oder('helpKey'),
      maxSize: oder('maxSize'),
      mediaTypes: viele(offen, 'mediaType'),
    };
    erinnere(offen, feld);
    return feld;
  },
};
