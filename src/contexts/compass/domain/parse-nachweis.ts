import { ok, type Result, refuse } from '#kernel';
import { nachweisArten, type StandAenderung } from './stand.ts';

const longest = 2000;

/** Parses an evidence; a link is an address of the web, since somebody will open it. */
export function parseNachweis(value: unknown): Result<StandAenderung, string> {
  if (value === null || value === '') return ok({ nachweis: null });
  if (typeof value !== 'object' || Array.isArray(value))
    return refuse('Der Nachweis hat Art, Link und Text.');
  const given = new Map(Object.entries(value));
  const art = nachweisArten.find((each) => each === given.get('art'));
  if (!art) return refuse(`Die Art des Nachweises ist eine von: ${nachweisArten.join(', ')}.`);
  const link = textOf(given.get('link'));
  const text = textOf(given.get('text'));
  if (art === 'link' && !isWebAddress(link))
    return refuse('Der Link muss mit http:// oder https:// beginnen und eine vollständige Adresse sein.');
  if (art === 'notiz' && text === null) return refuse('Bitte schreiben Sie die Notiz.');
  if (art === 'datei' && link === null) return refuse('Bitte wählen Sie die Datei.');
  if ((text?.length ?? 0) > longest) return refuse(`Bitte höchstens ${longest} Zeichen.`);
  return ok({ nachweis: { art, link: art === 'notiz' ? null : link, text } });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isWebAddress(text: string | null): boolean {
  return text !== null && text.length <= longest && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
