import type { Bauart } from './bauart.ts';
import { genau, pflicht } from './bauart.ts';
import { datenfeldgruppe2, stammdatenschema2 } from './bauarten-2.ts';
import { datenfeldgruppe3, stammdatenschema3 } from './bauarten-3.ts';
import { text, zeitpunkt } from './bauarten-klein.ts';
import type { XdfFassung, XdfKopf, XdfNachricht } from './modell.ts';

const namespaces: Readonly<Record<string, XdfFassung | '1'>> = {
  'urn:xoev-de:fim:standard:xdatenfelder_1': '1',
  'urn:xoev-de:fim:standard:xdatenfelder_2': '2',
  'urn:xoev-de:fim:standard:xdatenfelder_3.0.0': '3.0.0',
};

/** The version whose namespace this is; `1` is told apart because people still have such files. */
export function fassungOf(namespace: string): XdfFassung | '1' | null {
  return namespaces[namespace] ?? null;
}

/** The namespace of version 3.0.0, which is written. */
export const namespace3 = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0';

const header: Bauart = {
  kinder: { nachrichtID: genau(text), erstellungszeitpunkt: genau(zeitpunkt) },
  text: false,
  attribute: [],
  baue: (offen): Omit<XdfKopf, 'schemaLocation'> => ({
    nachrichtId: pflicht(offen, 'nachrichtID'),
    erstellungszeitpunkt: pflicht(offen, 'erstellungszeitpunkt'),
  }),
};

const inhalte = {
  'xdatenfelder.stammdatenschema.0102': {
    name: 'stammdatenschema',
    '2': stammdatenschema2,
    '3.0.0': stammdatenschema3,
  },
  'xdatenfelder.datenfeldgruppe.0103': {
    name: 'datenfeldgruppe',
    '2': datenfeldgruppe2,
    '3.0.0': datenfeldgruppe3,
  },
} as const;

/** How the outermost element is built; `null` where the message is another one. */
export function nachrichtBauart(name: string, fassung: XdfFassung): Bauart | null {
  const inhalt = Object.entries(inhalte).find(([key]) => key === name)?.[1];
  if (inhalt === undefined) return null;
  return {
    kinder: { header: genau(header), [inhalt.name]: genau(inhalt[fassung]) },
    text: false,
    attribute: ['schemaLocation', 'noNamespaceSchemaLocation'],
    baue: (offen): Omit<XdfNachricht, 'hinweise'> => ({
      fassung,
      kopf: {
        ...pflicht<Omit<XdfKopf, 'schemaLocation'>>(offen, 'header'),
        schemaLocation: offen.attribute.schemaLocation ?? null,
      },
      inhalt: pflicht(offen, inhalt.name),
    }),
  };
}
