import { type Bauart, beliebig, eines, genau, type Kind, pflicht, viele } from './bauart.ts';
import { anzahl, bezuege } from './bauarten-klein.ts';
import type { XdfDatenfeld, XdfDatenfeldgruppe, XdfStruktur } from './modell.ts';

/** Where a field or group stands in a schema or group, of either version. */
export function strukturVon(feld: Bauart, gruppe: () => Bauart): Kind {
  const enthaelt: Bauart = {
    kinder: {
      datenfeld: { bauart: () => feld, pflicht: false, mehrfach: false },
      datenfeldgruppe: { bauart: gruppe, pflicht: false, mehrfach: false },
    },
    text: false,
    attribute: [],
    baue: (offen): XdfStruktur['enthaelt'] => {
      const found = eines<XdfDatenfeld>(offen, 'datenfeld');
      const group = eines<XdfDatenfeldgruppe>(offen, 'datenfeldgruppe');
      if (found && group) return offen.verweigere('XDF_ELEMENT_TWICE', 'datenfeld und datenfeldgruppe');
      return found ?? group ?? offen.verweigere('XDF_ELEMENT_MISSING', 'datenfeld oder datenfeldgruppe');
    },
  };
  return beliebig({
    kinder: { anzahl: genau(anzahl), bezug: bezuege, enthaelt: genau(enthaelt) },
    text: false,
    attribute: [],
    baue: (offen): XdfStruktur => ({
      anzahl: pflicht(offen, 'anzahl'),
      bezuege: viele(offen, 'bezug'),
      enthaelt: pflicht(offen, 'enthaelt'),
    }),
  });
}
