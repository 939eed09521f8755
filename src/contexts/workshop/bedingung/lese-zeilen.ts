import {
  type Block,
  type Gegenstand,
  istBlock,
  leereZeile,
  meisteZeilen,
  passtZu,
  type Quantor,
  vergleiche,
  type Zeile,
  type Zusammenstellung,
} from '#forms/bedingungen';
import { zeilenName } from './felder.ts';

/** The lines that a form sent for the setting of this name; `null` where it was written as text or is not in the form. */
export function leseZeilen(sent: URLSearchParams, path: string): Zusammenstellung | null {
  const base = zeilenName(path);
  if (sent.get(base) !== 'zeilen') return null;
  const teile = nummern(sent, base).map((index) => {
    const at = `${base}[${index}]`;
    return sent.get(at) === 'block' ? leseBlock(sent, at) : leseZeile(sent, at);
  });
  return { alle: sent.get(`${base}.alle`) !== 'eine', teile };
}

function nummern(sent: URLSearchParams, at: string): readonly number[] {
  const count = Math.min(meisteZeilen, Number(sent.get(`${at}.n`) ?? 0) || 0);
  return Array.from({ length: count }, (_, index) => index);
}

function leseBlock(sent: URLSearchParams, at: string): Block {
  const [quantor = '', gruppe = ''] = (sent.get(`${at}.in`) ?? '').split(' ');
  return {
    gruppe: /^[\w.]{1,100}$/.test(gruppe) ? gruppe : null,
    quantor: quantorVon(quantor),
    alle: sent.get(`${at}.alle`) !== 'eine',
    zeilen: nummern(sent, at).map((index) => leseZeile(sent, `${at}[${index}]`)),
  };
}

function quantorVon(text: string): Quantor {
  return text === 'jedem' || text === 'keinem' ? text : 'einem';
}

/** A line whose question was changed asks anew for the value: the old one was an answer to another question. */
function leseZeile(sent: URLSearchParams, at: string): Zeile {
  const frage = sent.get(`${at}.frage`) ?? '';
  const gegenstand = gegenstandVon(frage);
  if (gegenstand === null) return leereZeile;
  const vergleich = sent.get(`${at}.vergleich`) ?? '';
  const same = frage === sent.get(`${at}.war`);
  const bezug = sent.get(`${at}.bezug`) || null;
  return {
    gegenstand,
    quantor: quantorVon(sent.get(`${at}.quantor`) ?? ''),
    vergleich: passtZu(vergleich, gegenstand.art) ? vergleich : null,
    werte: same ? werteVon(sent, at) : [],
    bezug: same && bezug !== null && /^[\w.]{1,200}$/.test(bezug) ? bezug : null,
  };
}

function werteVon(sent: URLSearchParams, at: string): readonly string[] {
  return sent
    .getAll(`${at}.wert`)
    .flatMap((each) => each.split(/\r?\n/))
    .map((each) => each.trim())
    .filter(Boolean);
}

/** What stands in the list of questions comes back as it was; anything else is no question. */
function gegenstandVon(text: string): Gegenstand | null {
  const [, art = '', ausdruck = '', gruppe = ''] = /^(\w+) ([\w.()]{1,200}) ([\w.]{0,100})$/.exec(text) ?? [];
  if (!istArt(art)) return null;
  return { art, ausdruck, gruppe: gruppe === '' ? null : gruppe };
}

function istArt(art: string): art is keyof typeof vergleiche {
  return Object.hasOwn(vergleiche, art);
}

/** Without lines that ask nothing, and groups of none. */
export function ohneLeere({ alle, teile }: Zusammenstellung): Zusammenstellung {
  const full = ({ gegenstand }: Zeile) => gegenstand !== null;
  return {
    alle,
    teile: teile
      .map((teil) => (istBlock(teil) ? { ...teil, zeilen: teil.zeilen.filter(full) } : teil))
      .filter((teil) => (istBlock(teil) ? teil.zeilen.length > 0 : full(teil))),
  };
}
