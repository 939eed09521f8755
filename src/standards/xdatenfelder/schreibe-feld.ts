import { escapeText } from '../xml-text/index.ts';
import type { XdfCodelisteReferenz, XdfDatenfeld, XdfPraezisierung, XdfWert } from './modell.ts';
import { codeElement, element, textElement } from './xml-schreiben.ts';

/** What only a field has. */
export function feldInhalt(feld: XdfDatenfeld): string {
  return [
    codeElement('feldart', feld.feldart),
    codeElement('datentyp', feld.datentyp),
    praezisierungElement(feld.praezisierung),
    textElement('inhalt', feld.inhalt),
    codeElement('vorbefuellung', feld.vorbefuellung),
    werteElement(feld.werte),
    codelisteElement(feld.codelisteReferenz),
    textElement('codeKey', feld.codeKey),
    textElement('nameKey', feld.nameKey),
    textElement('helpKey', feld.helpKey),
    textElement('maxSize', feld.maxSize),
    ...feld.mediaTypes.map((mediaType) => textElement('mediaType', mediaType)),
  ].join('');
}

function praezisierungElement(praezisierung: XdfPraezisierung | null): string {
  if (praezisierung === null) return '';
  const { text, ...attribute } = praezisierung;
  return element('praezisierung', escapeText(text), attribute);
}

function werteElement(werte: readonly XdfWert[] | null): string {
  if (werte === null) return '';
  const inner = werte.map(({ code, name, hilfe }) =>
    element('wert', textElement('code', code) + textElement('name', name) + textElement('hilfe', hilfe)),
  );
  return element('werte', inner.join(''));
}

function codelisteElement(liste: XdfCodelisteReferenz | null): string {
  if (liste === null) return '';
  const inner = [
    textElement('id', liste.id),
    textElement('canonicalIdentification', liste.canonicalIdentification),
    textElement('version', liste.version),
    textElement('canonicalVersionUri', liste.canonicalVersionUri),
  ];
  return element('codelisteReferenz', inner.join(''));
}
