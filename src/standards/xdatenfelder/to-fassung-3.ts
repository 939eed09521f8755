import type {
  XdfAllgemein,
  XdfCode,
  XdfDatenfeld,
  XdfDatenfeldgruppe,
  XdfKennung,
  XdfNachricht,
  XdfRegel,
  XdfStruktur,
} from './modell.ts';

/**
 * The id that an element of version 2 has in version 3: three more zeros after the number range, `F60000319` →
 * `F60000000319`. Rule of FITKO's transformation XDF2 → XDF3 0.03, visible in released schemas as „Originalwerte der
 * XDF2-Datei“. Other ids stay as they are.
 */
export function idInFassung3(id: string): string {
  return id.replace(/^([SDGFR]\d\d)(\d{6})$/, '$1000$2');
}

/** `1.2` → `1.2.0`. */
export function versionInFassung3(version: string): string {
  return /^\d+\.\d+$/.test(version) ? `${version}.0` : version;
}

/**
 * The same schema in version 3: ids, versions and the ids that free-text rules name are those of version 3, and what
 * version 3 demands stands there (`letzteAenderung` is the day the file was made, `vorbefuellung` none, the type of a rule
 * K). Version 3 stays as it is.
 */
export function toFassung3(nachricht: XdfNachricht): XdfNachricht {
  if (nachricht.fassung === '3.0.0') return nachricht;
  const am = nachricht.kopf.erstellungszeitpunkt;
  const { inhalt } = nachricht;
  const umgesetzt =
    inhalt.art === 'gruppe'
      ? gruppe(inhalt, am)
      : {
          ...inhalt,
          ...allgemein(inhalt, am),
          strukturen: strukturen(inhalt, am),
          regeln: regeln(inhalt, am),
        };
  return { ...nachricht, fassung: '3.0.0', inhalt: umgesetzt };
}

function kennung({ id, version }: XdfKennung): XdfKennung {
  return { id: idInFassung3(id), version: version === null ? null : versionInFassung3(version) };
}

function allgemein(of: XdfAllgemein, am: string): Pick<XdfAllgemein, 'kennung' | 'letzteAenderung'> {
  return { kennung: kennung(of.kennung), letzteAenderung: of.letzteAenderung ?? am };
}

function strukturen(of: { readonly strukturen: readonly XdfStruktur[] }, am: string): readonly XdfStruktur[] {
  return of.strukturen.map((struktur) => ({
    ...struktur,
    enthaelt: struktur.enthaelt.art === 'feld' ? feld(struktur.enthaelt, am) : gruppe(struktur.enthaelt, am),
  }));
}

function regeln(of: { readonly regeln: readonly XdfRegel[] }, am: string): readonly XdfRegel[] {
  const typ = { code: 'K', listUri: 'urn:xoev-de:fim:codeliste:xdatenfelder.regeltyp', listVersion: '1.0' };
  return of.regeln.map((regel) => ({
    ...regel,
    kennung: kennung(regel.kennung),
    freitextRegel: regel.freitextRegel?.replace(/\b[FG]\d{8}\b/g, idInFassung3) ?? null,
    letzteAenderung: regel.letzteAenderung ?? am,
    typ: regel.typ ?? typ,
  }));
}

function gruppe(of: XdfDatenfeldgruppe, am: string): XdfDatenfeldgruppe {
  return { ...of, ...allgemein(of, am), strukturen: strukturen(of, am), regeln: regeln(of, am) };
}

function feld(of: XdfDatenfeld, am: string): XdfDatenfeld {
  return {
    ...of,
    ...allgemein(of, am),
    regeln: regeln(of, am),
    feldart: neueListe(of.feldart),
    datentyp: neueListe(of.datentyp),
    vorbefuellung: of.vorbefuellung ?? {
      code: 'keine',
      listUri: 'urn:xoev-de:fim:codeliste:xdatenfelder.vorbefuellung',
      listVersion: '1.0',
    },
  };
}

/** The lists of `feldart` and `datentyp` have a second version, with the same codes and more. */
function neueListe(code: XdfCode): XdfCode {
  return { ...code, listVersion: '2.0' };
}
