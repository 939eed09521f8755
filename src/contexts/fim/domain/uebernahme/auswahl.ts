import type { XdfWert } from '#standards/xdatenfelder';
import { einzeilig, formularText } from '../text.ts';
import type { Entwurf, Werkbank } from './entwurf.ts';
import { textfeld } from './feldarten.ts';
import type { Feldplatz } from './feldplatz.ts';
import { lengthLimits } from './grenzen.ts';
import { bezeichnungOf } from './knoten.ts';

const fewOptions = 7;
const manyOptions = 60;

/** A choice from the list of the field; without the list a text, and a thing to do. */
export function auswahl(platz: Feldplatz, bank: Werkbank): Entwurf {
  const { feld, knoten } = platz;
  const liste = bank.listeOf(feld);
  if (liste === null || liste.length === 0) return ohneListe(platz, bank);
  if (zuLang(liste)) return ohneAuswahl(platz, bank, liste.length);
  const entries = liste.map(({ code, name, hilfe }) => ({
    value: code.trim(),
    label: einzeilig(name) || code.trim(),
    ...(hilfe && hilfe.trim() !== '' ? { hint: formularText(hilfe) } : {}),
  }));
  if (liste.some(({ code }) => code !== code.trim()))
    bank.befund(
      'code',
      'luecke',
      knoten,
      'Codes der Liste haben Leerzeichen am Rand. Das Formular lässt sie weg.',
    );
  const { min, max } = knoten.anzahl;
  const mehrere = max !== 1;
  const options =
    entries.length <= fewOptions
      ? entries
      : { list: bank.codelisten.nameOf(titleOf(platz), entries, urnOf(platz)) };
  if (!mehrere)
    return {
      type: 'choice',
      options,
      ...(entries.length > manyOptions
        ? { display: 'search' }
        : entries.length > fewOptions
          ? { display: 'select' }
          : {}),
    };
  return {
    type: 'multichoice',
    options,
    ...(min > 1 ? { minCount: Math.min(min, entries.length) } : {}),
    ...(max !== null && max < entries.length ? { maxCount: max } : {}),
  };
}

function titleOf({ feld }: Feldplatz): string {
  return einzeilig(bezeichnungOf(feld));
}

function urnOf({ feld }: Feldplatz): string | null {
  return feld.codelisteReferenz?.canonicalIdentification.trim() ?? null;
}

function ohneListe(platz: Feldplatz, bank: Werkbank): Entwurf {
  const { knoten, feld } = platz;
  const list = feld.codelisteReferenz;
  const which = list
    ? `„${list.canonicalIdentification.trim()}“${list.version ? `, Version ${list.version}` : ''}`
    : 'ohne Kennung';
  bank.befund(
    'codeliste-fehlt',
    'arbeit',
    knoten,
    `Die Codeliste ${which} liegt nicht vor. Bis sie eingelesen ist, nimmt das Formular freien Text an.`,
  );
  return textfeld(platz, bank);
}

function zuLang(liste: readonly XdfWert[]): boolean {
  if (liste.length > lengthLimits.eintraege) return true;
  const signs = liste.reduce(
    (sum, { code, name, hilfe }) => sum + code.length + name.length + (hilfe?.length ?? 0),
    0,
  );
  return signs > lengthLimits.zeichenJeListe;
}

/** One list that no form can hold does not cost the whole form. */
function ohneAuswahl(platz: Feldplatz, bank: Werkbank, count: number): Entwurf {
  bank.befund(
    'auswahl-zu-lang',
    'arbeit',
    platz.knoten,
    `Die Liste hat ${count.toLocaleString('de-DE')} Einträge. So viele fasst ein Formular nicht; es nimmt freien Text an. Im Schema bleibt die Liste ganz.`,
  );
  return textfeld(platz, bank);
}
