import type { GemeinsameAntwort, RueckfrageZeile } from '../domain/rueckfrage.ts';
import { recordText } from '../record-kind.ts';
import type { GelesenerThread } from '../use-cases/read.ts';

/** A question in a list, for the API and `--json`. */
export function zeileJson(zeile: RueckfrageZeile) {
  const { id, betreff, zustand, adressat, haus, empfaenger, beitraege, ungelesen, folgt, record } = zeile;
  return {
    id,
    betreff,
    zustand,
    zu: recordText(record),
    zuName: record.name,
    href: record.href,
    adressat,
    haus,
    empfaenger,
    beitraege,
    ungelesen,
    folgt,
    gestelltAm: zeile.gestelltAm.toISOString(),
    zuletztAm: zeile.zuletztAm.toISOString(),
    zuletztVon: zeile.zuletztVon,
  };
}

/** A whole thread; people are named within their house only. */
export function threadJson({ zeile, beitraege, antwort }: GelesenerThread) {
  return {
    ...zeileJson(zeile),
    verlauf: beitraege.map(({ nr, art, haus, von, am, fassungen }) => ({
      nr,
      art,
      haus,
      von,
      am: am.toISOString(),
      text: fassungen.at(-1)?.text ?? '',
      fassungen: fassungen.map((fassung) => ({ text: fassung.text, am: fassung.am.toISOString() })),
    })),
    veroeffentlicht: antwort === null ? null : antwortJson(antwort),
  };
}

/** A published answer. */
export function antwortJson({ id, record, frage, antwort, haus, veroeffentlichtAm }: GemeinsameAntwort) {
  return {
    id,
    zu: recordText(record),
    zuName: record.name,
    frage,
    antwort,
    haus,
    veroeffentlichtAm: veroeffentlichtAm.toISOString(),
  };
}
