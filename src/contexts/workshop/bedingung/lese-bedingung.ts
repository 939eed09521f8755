import { baueAusdruck, gleicheBedingung, leereZeile } from '#forms/bedingungen';
import type { Json } from '../domain/json.ts';
import { type Handgriff, handgriffAn } from './felder.ts';
import { nachHandgriff } from './handgriff.ts';
import { leseZeilen, ohneLeere } from './lese-zeilen.ts';
import { alsWert } from './offene-bedingung.ts';

/**
 * The condition that a form sent: its expression, as it was written where the lines say the same; empty where there is none.
 * What is not complete, or still being worked on, is an open condition.
 */
export function leseBedingung(sent: URLSearchParams, path: string, old: Json | undefined): Json {
  const handgriff = handgriffAn(sent, path);
  const zeilen = leseZeilen(sent, path);
  if (handgriff) return bearbeitet(sent, zeilen, handgriff);
  if (zeilen === null) return geschrieben(sent, path);
  const full = ohneLeere(zeilen);
  const built = baueAusdruck(full);
  if (!built.ok) return alsWert({ zeilen: full, text: '', alsText: false, bei: null });
  return typeof old === 'string' && gleicheBedingung(old, built.ausdruck) ? old : built.ausdruck;
}

function geschrieben(sent: URLSearchParams, path: string): string {
  return (sent.get(path) ?? '').replaceAll('\r\n', '\n').trim();
}

function bearbeitet(
  sent: URLSearchParams,
  zeilen: ReturnType<typeof leseZeilen>,
  handgriff: Handgriff,
): Json {
  if (handgriff.tat === 'text') {
    const built = zeilen === null ? null : baueAusdruck(ohneLeere(zeilen));
    return alsWert({ zeilen: null, text: built?.ok ? built.ausdruck : '', alsText: true, bei: [] });
  }
  const text = geschrieben(sent, handgriff.path);
  if (handgriff.tat === 'zeilen' && text !== '')
    return alsWert({ zeilen: null, text, alsText: false, bei: [] });
  const next = nachHandgriff(zeilen ?? { alle: true, teile: [] }, handgriff);
  return alsWert({ ...next, text: '', alsText: false });
}

/** A condition that begins with a line to fill in. */
export function ersteZeile(): Json {
  return alsWert({ zeilen: { alle: true, teile: [leereZeile] }, text: '', alsText: false, bei: null });
}
