import { zustandLabel } from './messages.ts';
import type { Eingang } from './store/eingaenge.ts';
import type { EingangDetail, EingangRow } from './use-cases/read.ts';

/** What stands of a case in clear, as API and command line give it. */
export function standAnswer(eingang: Eingang) {
  const { nummer, leistung, stelle, zustand, bearbeiter, version, loeschenAm } = eingang;
  return {
    nummer,
    leistung,
    stelle,
    zustand,
    bearbeiter,
    version,
    eingegangenAm: eingang.eingegangenAm.toISOString(),
    geaendertAm: eingang.geaendertAm.toISOString(),
    loeschenAm,
  };
}

export function rowAnswer({ eingang, leistung, stelle, bearbeiter }: EingangRow) {
  return {
    ...standAnswer(eingang),
    leistungName: leistung,
    stelleName: stelle,
    bearbeiterName: bearbeiter,
  };
}

export function detailAnswer({
  eingang,
  inhalt,
  nachforderungen,
  verlauf,
  pruefungen,
  names,
}: EingangDetail) {
  const { antrag, anlagen, weiterleitung } = inhalt;
  return {
    ...standAnswer(eingang),
    titel: antrag.titel,
    antworten: antrag.dokument.sections,
    anlagen: anlagen.map((anlage) => {
      const pruefung = pruefungen.get(anlage.id);
      return { ...anlage, befund: pruefung?.befund ?? null, geprueftAm: pruefung?.am.toISOString() ?? null };
    }),
    weiterleitung,
    nachforderungen: nachforderungen.map((one) => ({
      ...{ id: one.id, zustand: one.zustand, frist: one.frist, verspaetet: one.verspaetet },
      ...{ grund: one.grund, felder: one.felder },
      gestelltAm: one.gestelltAm.toISOString(),
      erinnertAm: one.erinnertAm?.toISOString() ?? null,
      erledigtAm: one.erledigtAm?.toISOString() ?? null,
    })),
    verlauf: verlauf.map(({ nr, am, wer, art, ...rest }) => ({
      nr,
      am: am.toISOString(),
      wer: names(wer),
      art,
      text: 'text' in rest && typeof rest.text === 'string' ? rest.text : null,
      ergebnis: 'ergebnis' in rest && typeof rest.ergebnis === 'string' ? rest.ergebnis : null,
    })),
  };
}

/** One line of the list at the command line. */
export function rowLine({ eingang, leistung, bearbeiter }: EingangRow): string {
  const day = eingang.eingegangenAm.toISOString().slice(0, 10);
  return `${eingang.nummer.padEnd(22)}${day}  ${zustandLabel[eingang.zustand].padEnd(20)}${leistung}  ${bearbeiter ?? '–'}`;
}
