import { escapeAttribute } from '../xml-text/index.ts';
import type {
  XdfAllgemein,
  XdfDatenfeld,
  XdfDatenfeldgruppe,
  XdfNachricht,
  XdfRegel,
  XdfStammdatenschema,
  XdfStruktur,
} from './modell.ts';
import { namespace3 } from './rahmen.ts';
import { feldInhalt } from './schreibe-feld.ts';
import {
  bezugElemente,
  codeElement,
  element,
  kennungElement,
  stichwortElemente,
  teilElement,
  textElement,
} from './xml-schreiben.ts';

/**
 * Writes a schema or a group as XDatenfelder 3.0.0, in the order of elements that the released schemas have. Every element
 * that was read is written, text to the letter; comments, processing instructions and the layout around elements are not.
 * What is still in version 2 must go through `toFassung3` first.
 */
export function writeXdatenfelder({ kopf, inhalt }: XdfNachricht): string {
  const name = inhalt.art === 'schema' ? 'stammdatenschema.0102' : 'datenfeldgruppe.0103';
  const schema = kopf.schemaLocation;
  const location = schema === null ? '' : ` xsi:schemaLocation="${escapeAttribute(schema)}"`;
  const xsi = schema === null ? '' : ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const root = `xdf3:xdatenfelder.${name}`;
  const header =
    textElement('nachrichtID', kopf.nachrichtId) +
    textElement('erstellungszeitpunkt', kopf.erstellungszeitpunkt);
  const body = inhalt.art === 'schema' ? schemaElement(inhalt) : gruppeElement(inhalt);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns:xdf3="${namespace3}"${xsi}${location}>${element('header', header)}${body}</${root}>\n`;
}

function allgemein(of: XdfAllgemein): string {
  return [
    kennungElement('identifikation', of.kennung),
    textElement('name', of.name),
    textElement('beschreibung', of.beschreibung),
    textElement('definition', of.definition),
    bezugElemente(of.bezuege),
    codeElement('freigabestatus', of.freigabestatus),
    textElement('statusGesetztAm', of.statusGesetztAm),
    textElement('statusGesetztDurch', of.statusGesetztDurch),
    textElement('gueltigAb', of.gueltigAb),
    textElement('gueltigBis', of.gueltigBis),
    textElement('versionshinweis', of.versionshinweis),
    textElement('veroeffentlichungsdatum', of.veroeffentlichungsdatum),
    textElement('letzteAenderung', of.letzteAenderung),
    ...of.relationen.map(({ praedikat, objekt }) =>
      element('relation', codeElement('praedikat', praedikat) + kennungElement('objekt', objekt)),
    ),
    stichwortElemente(of.stichworte),
  ].join('');
}

function schemaElement(schema: XdfStammdatenschema): string {
  const own = [
    textElement('bezeichnung', schema.bezeichnung),
    textElement('hilfetext', schema.hilfetext),
    codeElement('ableitungsmodifikationenStruktur', schema.ableitungsmodifikationenStruktur),
    codeElement('ableitungsmodifikationenRepraesentation', schema.ableitungsmodifikationenRepraesentation),
    kennungElement('dokumentsteckbrief', schema.dokumentsteckbrief),
  ];
  const inner = [...own, ...schema.regeln.map(regelElement), ...schema.strukturen.map(strukturElement)];
  return element('stammdatenschema', allgemein(schema) + inner.join(''));
}

function bausteinAnfang(of: XdfDatenfeld | XdfDatenfeldgruppe): string {
  return [
    allgemein(of),
    textElement('bezeichnungEingabe', of.bezeichnungEingabe),
    textElement('bezeichnungAusgabe', of.bezeichnungAusgabe),
    codeElement('schemaelementart', of.schemaelementart),
    textElement('hilfetextEingabe', of.hilfetextEingabe),
    textElement('hilfetextAusgabe', of.hilfetextAusgabe),
  ].join('');
}

function gruppeElement(gruppe: XdfDatenfeldgruppe): string {
  const inner = [
    codeElement('art', gruppe.gruppenart),
    ...gruppe.regeln.map(regelElement),
    ...gruppe.strukturen.map(strukturElement),
  ];
  return element('datenfeldgruppe', bausteinAnfang(gruppe) + inner.join(''));
}

function strukturElement({ anzahl, bezuege, enthaelt }: XdfStruktur): string {
  const inner =
    enthaelt.art === 'gruppe'
      ? gruppeElement(enthaelt)
      : element(
          'datenfeld',
          bausteinAnfang(enthaelt) + feldInhalt(enthaelt) + enthaelt.regeln.map(regelElement).join(''),
        );
  return element(
    'struktur',
    textElement('anzahl', `${anzahl.min}:${anzahl.max ?? '*'}`) +
      bezugElemente(bezuege) +
      element('enthaelt', inner),
  );
}

function regelElement(regel: XdfRegel): string {
  const teile = (...names: readonly string[]) =>
    regel.teile.filter(({ name }) => names.includes(name)).map(teilElement);
  const inner = [
    kennungElement('identifikation', regel.kennung),
    textElement('name', regel.name),
    textElement('beschreibung', regel.beschreibung),
    textElement('freitextRegel', regel.freitextRegel),
    bezugElemente(regel.bezuege),
    stichwortElemente(regel.stichworte),
    textElement('fachlicherErsteller', regel.fachlicherErsteller),
    textElement('letzteAenderung', regel.letzteAenderung),
    codeElement('typ', regel.typ),
    ...teile('param', 'ziel'),
    textElement('skript', regel.skript),
    ...teile('fehler'),
  ];
  return element('regel', inner.join(''));
}
