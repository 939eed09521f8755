import type { FieldProblem } from '#kernel';
import { type Json, listAt, property, textAt } from '../domain/json.ts';
import { kurznameAus } from '../domain/umbauen.ts';
import type { Werte } from './testfall-form.ts';

export function fallAus(
  werte: Werte,
  testfaelle: Json,
): { readonly problems: readonly FieldProblem[]; readonly fall: Json; readonly id: string } {
  const problems: FieldProblem[] = [];
  const json = (name: 'antworten' | 'werte'): Json => {
    try {
      return JSON.parse(werte[name] || '{}') as Json;
    } catch (fault) {
      problems.push({
        field: name,
        message: `Das ist kein gültiges JSON: ${fault instanceof Error ? fault.message : ''}`,
      });
      return {};
    }
  };
  if (werte.titel === '')
    problems.push({ field: 'titel', message: 'Bitte sagen Sie, was dieser Fall zeigt.' });
  const fee = werte.gebuehr.replace(',', '.');
  if (fee !== '' && !/^\d{1,9}(\.\d{1,2})?$/.test(fee))
    problems.push({ field: 'gebuehr', message: 'Bitte nennen Sie einen Betrag wie 12,50.' });
  const taken = new Set(listAt(testfaelle, 'cases').map((each) => textAt(each, 'id')));
  const id = werte.id || freierName(kurznameAus(werte.titel, 'fall'), taken);
  const lines = (text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  const before = listAt(testfaelle, 'cases').find((each) => textAt(each, 'id') === id);
  const offices = property(property(before, 'expect'), 'offices');
  const fall = {
    id,
    title: werte.titel,
    today: werte.tag,
    parameters: json('werte'),
    answers: json('antworten'),
    expect: {
      pages: lines(werte.seiten),
      end: werte.ende,
      problems: lines(werte.maengel),
      feeCents: fee === '' ? null : Math.round(Number(fee) * 100),
      ...(offices === undefined ? {} : { offices }),
    },
  };
  return { problems, fall, id };
}

function freierName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
