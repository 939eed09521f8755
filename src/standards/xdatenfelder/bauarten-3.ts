import { type Bauart, beliebig, eines, genau, hoechstens, pflicht, viele } from './bauart.ts';
import { allgemein, allgemeinVon, baustein, bausteinVon } from './bauart-allgemein.ts';
import { datenfeld } from './bauart-feld.ts';
import { regel } from './bauart-regel.ts';
import { strukturVon } from './bauart-struktur.ts';
import { code, kennung, text } from './bauarten-klein.ts';
import { erinnere } from './gleicher-inhalt.ts';
import type { XdfCode, XdfDatenfeldgruppe, XdfKennung, XdfStammdatenschema } from './modell.ts';

const struktur = strukturVon(datenfeld, () => datenfeldgruppe3);

/** A group of version 3, by itself (`datenfeldgruppe.0103`) or within a schema. */
export const datenfeldgruppe3: Bauart = {
  kinder: { ...baustein, art: hoechstens(code(/^X$/)), struktur },
  text: false,
  attribute: [],
  baue: (offen): XdfDatenfeldgruppe => {
    const gruppe: XdfDatenfeldgruppe = {
      art: 'gruppe',
      ...bausteinVon(offen),
      gruppenart: eines<XdfCode>(offen, 'art') ?? null,
      strukturen: viele(offen, 'struktur'),
    };
    erinnere(offen, gruppe);
    return gruppe;
  },
};

/** A schema of version 3 (`stammdatenschema.0102`). */
export const stammdatenschema3: Bauart = {
  kinder: {
    ...allgemein,
    bezeichnung: genau(text),
    hilfetext: hoechstens(text),
    ableitungsmodifikationenStruktur: hoechstens(code(/^[0-3]$/)),
    ableitungsmodifikationenRepraesentation: hoechstens(code(/^[01]$/)),
    dokumentsteckbrief: hoechstens(kennung),
    regel: beliebig(regel),
    struktur,
  },
  text: false,
  attribute: [],
  baue: (offen): XdfStammdatenschema => ({
    art: 'schema',
    ...allgemeinVon(offen),
    bezeichnung: pflicht(offen, 'bezeichnung'),
    hilfetext: eines<string>(offen, 'hilfetext') ?? null,
    ableitungsmodifikationenStruktur: eines<XdfCode>(offen, 'ableitungsmodifikationenStruktur') ?? null,
    ableitungsmodifikationenRepraesentation:
      eines<XdfCode>(offen, 'ableitungsmodifikationenRepraesentation') ?? null,
    dokumentsteckbrief: eines<XdfKennung>(offen, 'dokumentsteckbrief') ?? null,
    regeln: viele(offen, 'regel'),
    strukturen: viele(offen, 'struktur'),
  }),
};
