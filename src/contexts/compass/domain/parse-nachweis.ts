import { ok, type Result, refuse } from '#kernel';
import { type Nachweis, type NachweisArt, nachweisArten, type StandAenderung } from './stand.ts';

const longest = 2000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Parses an evidence; a link is an address of the web, since somebody will open it. */
export function parseNachweis(value: unknown): Result<StandAenderung, string> {
  if (value === null || value === '') return ok({ nachweis: null });
  if (typeof value !== 'object' || Array.isArray(value))
    return refuse('Der Nachweis hat Art, Link und Text.');
  const given = new Map(Object.entries(value));
  const art = nachweisArten.find((each) => each === given.get('art'));
  if (!art) return refuse(`Die Art des Nachweises ist eine von: ${nachweisArten.join(', ')}.`);
  const text = textOf(given.get('text'));
  if ((text?.length ?? 0) > longest) return refuse(`Bitte höchstens ${longest} Zeichen.`);
  const parsed = readers[art](text, given);
  return parsed.ok ? ok({ nachweis: parsed.value }) : parsed;
}

type ReadArt = (text: string | null, given: ReadonlyMap<string, unknown>) => Result<Nachweis, string>;

const readers: Readonly<Record<NachweisArt, ReadArt>> = {
  link: (text, given) => {
    const link = textOf(given.get('link'));
    return isWebAddress(link)
      ? ok({ art: 'link', link, text })
      : refuse('Der Link muss mit http:// oder https:// beginnen und eine vollständige Adresse sein.');
  },
  notiz: (text) =>
    text === null ? refuse('Bitte schreiben Sie die Notiz.') : ok({ art: 'notiz', link: null, text }),
  datei: (text, given) => {
    const datei = textOf(given.get('datei'));
    return datei !== null && uuid.test(datei)
      ? ok({ art: 'datei', link: null, text, datei })
      : refuse('Bitte laden Sie die Datei auf der Seite der Leistung hoch.');
  },
};

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isWebAddress(text: string | null): boolean {
  return text !== null && text.length <= longest && /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
