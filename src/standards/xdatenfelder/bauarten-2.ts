import { type Bauart, beliebig, eines, genau, hoechstens, type Offen, pflicht, viele } from './bauart.ts';
import { allgemein, allgemeinVon, baustein, bausteinVon, regel } from './bauart-allgemein-2.ts';
import { datentyp, feldart } from './bauart-feld.ts';
import { strukturVon } from './bauart-struktur.ts';
import { code, kennung, text } from './bauarten-klein.ts';
import { erinnere } from './gleicher-inhalt.ts';
import type {
  XdfCode,
  XdfCodelisteReferenz,
  XdfDatenfeld,
  XdfDatenfeldgruppe,
  XdfKennung,
  XdfStammdatenschema,
} from './modell.ts';
import { praezisierungAus } from './praezisierung-aus.ts';

const genericode: Bauart = {
  kinder: {
    canonicalIdentification: genau(text),
    version: hoechstens(text),
    canonicalVersionUri: hoechstens(text),
  },
  text: false,
  attribute: [],
  baue: (offen) => new Map(offen.kinder),
};

const codelisteReferenz: Bauart = {
  kinder: { identifikation: hoechstens(kennung), genericodeIdentification: genau(genericode) },
  text: false,
  attribute: [],
  baue: (offen): XdfCodelisteReferenz => {
    const found = { ...offen, kinder: pflicht<Offen['kinder']>(offen, 'genericodeIdentification') };
    return {
      id: eines<XdfKennung>(offen, 'identifikation')?.id ?? null,
      canonicalIdentification: pflicht(found, 'canonicalIdentification'),
      version: eines<string>(found, 'version') || null,
      canonicalVersionUri: eines<string>(found, 'canonicalVersionUri') || null,
      stelle: offen.stelle,
    };
  },
};

const datenfeld: Bauart = {
  kinder: {
    ...baustein,
    feldart: genau(feldart),
    datentyp: genau(datentyp),
    praezisierung: hoechstens(text),
    inhalt: hoechstens(text),
    codelisteReferenz: hoechstens(codelisteReferenz),
  },
  text: false,
  attribute: [],
  baue: (offen): XdfDatenfeld => {
    const feld: XdfDatenfeld = {
      art: 'feld',
      ...bausteinVon(offen),
      feldart: pflicht(offen, 'feldart'),
      datentyp: pflicht(offen, 'datentyp'),
      praezisierung: praezisierungAus(eines<string>(offen, 'praezisierung') ?? ''),
      inhalt: eines<string>(offen, 'inhalt') || null,
      vorbefuellung: null,
      werte: null,
      codelisteReferenz: eines<XdfCodelisteReferenz>(offen, 'codelisteReferenz') ?? null,
      codeKey: null,
      nameKey: null,
      helpKey: null,
      maxSize: null,
      mediaTypes: [],
    };
    erinnere(offen, feld);
    return feld;
  },
};

const struktur = strukturVon(datenfeld, () => datenfeldgruppe2);

/** A group of version 2. */
export const datenfeldgruppe2: Bauart = {
  kinder: { ...baustein, struktur },
  text: false,
  attribute: [],
  baue: (offen): XdfDatenfeldgruppe => {
    const gruppe: XdfDatenfeldgruppe = {
      art: 'gruppe',
      ...bausteinVon(offen),
      gruppenart: null,
      strukturen: viele(offen, 'struktur'),
    };
    erinnere(offen, gruppe);
    return gruppe;
  },
};

/** A schema of version 2. */
export const stammdatenschema2: Bauart = {
  kinder: {
    ...allgemein,
    hilfetext: hoechstens(text),
    ableitungsmodifikationenStruktur: hoechstens(code(/^[0-3]$/)),
    ableitungsmodifikationenRepraesentation: hoechstens(code(/^[01]$/)),
    regel: beliebig(regel),
    struktur,
  },
  text: false,
  attribute: [],
  baue: (offen): XdfStammdatenschema => ({
    art: 'schema',
    ...allgemeinVon(offen),
    bezeichnung: pflicht(offen, 'bezeichnungEingabe'),
    hilfetext: eines<string>(offen, 'hilfetext') || null,
    ableitungsmodifikationenStruktur: eines<XdfCode>(offen, 'ableitungsmodifikationenStruktur') ?? null,
    ableitungsmodifikationenRepraesentation:
      eines<XdfCode>(offen, 'ableitungsmodifikationenRepraesentation') ?? null,
    dokumentsteckbrief: null,
    regeln: viele(offen, 'regel'),
    strukturen: viele(offen, 'struktur'),
  }),
};
