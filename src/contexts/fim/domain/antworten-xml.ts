import type { XdfDatenfeld, XdfNachricht, XdfWert } from '#standards/xdatenfelder';
import { xfallNamespace } from '#standards/xfall';
import { escapeAttribute, escapeText } from '#standards/xml-text';
import { einordnungOf } from './uebernahme/einordnung.ts';
import { baumVon, type Knoten } from './uebernahme/knoten.ts';
import { wendeRegelnAn } from './uebernahme/regeln-anwenden.ts';

type Antworten = Readonly<Record<string, unknown>>;

/**
 * Answers to an imported form as case data with FIM's ids: `S…V…` around all, `G…V…` for each group that has answers,
 * `F…V…` for each field, repeated ones as often as they were given. Questions that rules added are left out, for the schema
 * does not have them. Give answers that count only (`pruned`); no XSD of XFall is public, so the shape is that of FITKO's
 * published generators.
 */
export function antwortenXml(nachricht: XdfNachricht, answers: Antworten): string {
  const baum = baumVon(nachricht);
  const listeOf = (feld: XdfDatenfeld): readonly XdfWert[] | null => feld.werte;
  const { gesteuert } = wendeRegelnAn(nachricht, baum, listeOf).steuerung;
  const inner = baum.kinder.map((kind) => elemente(kind, answers, gesteuert)).join('');
  const name = nameOf(nachricht.inhalt.kennung);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xfd:${name} xmlns:xfd="${escapeAttribute(xfallNamespace)}">${inner}</xfd:${name}>\n`;
}

function nameOf({ id, version }: Knoten['quelle']['kennung']): string {
  return `${id}V${version ?? '0'}`;
}

function elemente(knoten: Knoten, answers: Antworten, gesteuert: ReadonlySet<Knoten>): string {
  const { quelle, kinder, name } = knoten;
  const rows = einordnungOf(knoten, gesteuert) === 'zeilen';
  if (quelle.art === 'feld') {
    const given = rows ? zeilenOf(answers[`${name}zeilen`]).map((row) => row[name]) : [answers[name]];
    return given
      .flatMap(werte)
      .map((text) => element(knoten, escapeText(text)))
      .join('');
  }
  const scopes = rows ? zeilenOf(answers[name]) : [answers];
  return scopes
    .map((scope) => kinder.map((kind) => elemente(kind, scope, gesteuert)).join(''))
    .map((inner) => (inner === '' ? '' : element(knoten, inner)))
    .join('');
}

function element({ quelle }: Knoten, inner: string): string {
  const name = `xfd:${nameOf(quelle.kennung)}`;
  return `<${name}>${inner}</${name}>`;
}

function zeilenOf(answer: unknown): readonly Antworten[] {
  return Array.isArray(answer) ? answer.filter(isObject) : [];
}

function isObject(value: unknown): value is Antworten {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer as the texts of its elements: one for each choice and file, by code and by name. */
function werte(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer.flatMap(werte);
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  if (typeof answer === 'number' || typeof answer === 'boolean') return [String(answer)];
  return isObject(answer) && typeof answer.name === 'string' ? [answer.name] : [];
}
