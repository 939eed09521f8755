import type { FieldProblem } from '#kernel';
import { parseLocalDate } from '#kernel';
import { type Json, listAt, property, textAt } from '../../domain/json.ts';
import { kurznameAus } from '../../domain/umbauen.ts';
import type { FallAngaben } from './fall-angaben.ts';

const betrag = /^\d{1,9}(,\d{1,2})?$/;

/** The case as it is kept, and what is still wrong with it. Pages stand in the order of the form. */
export function fallAus(
  angaben: FallAngaben,
  { testfaelle, formular }: { readonly testfaelle: Json; readonly formular: Json },
): { readonly problems: readonly FieldProblem[]; readonly fall: Json; readonly id: string } {
  const cases = listAt(testfaelle, 'cases');
  const taken = new Set(cases.map((each) => textAt(each, 'id')));
  const id = angaben.id || freierName(kurznameAus(angaben.titel, 'fall'), taken);
  const before = cases.find((each) => textAt(each, 'id') === id);
  const offices = property(property(before, 'expect'), 'offices');
  const order = listAt(formular, 'pages').map((page) => textAt(page, 'id'));
  const { gebuehr, ergebnis, maengel, seiten } = angaben;
  const fall = {
    id,
    title: angaben.titel,
    today: angaben.tag,
    parameters: angaben.parameter,
    answers: angaben.antworten,
    expect: {
      pages: seiten.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
      end: ergebnis === 'ausgang' ? 'end' : 'summary',
      problems: [...maengel],
      feeCents: betrag.test(gebuehr) ? Math.round(Number(gebuehr.replace(',', '.')) * 100) : null,
      ...(offices === undefined ? {} : { offices }),
    },
  };
  return { problems: maengelDerAngaben(angaben), fall, id };
}

function maengelDerAngaben({ titel, tag, seiten, ergebnis, maengel, gebuehr }: FallAngaben) {
  const said = (field: string, right: boolean, message: string) => (right ? [] : [{ field, message }]);
  return [
    ...said('titel', titel !== '', 'Bitte sagen Sie, was dieser Fall zeigt.'),
    ...said('tag', parseLocalDate(tag).ok, 'Bitte nennen Sie den Tag.'),
    ...said('seiten', seiten.length > 0, 'Bitte wählen Sie die Seiten, die kommen müssen.'),
    ...said(
      'ergebnis',
      ergebnis !== 'vollstaendig' || maengel.length === 0,
      'Sie haben Fragen gewählt, bei denen eine Meldung steht. Dann ist nicht alles richtig ausgefüllt.',
    ),
    ...said(
      'maengel',
      ergebnis !== 'maengel' || maengel.length > 0,
      'Bitte wählen Sie, bei welcher Frage eine Meldung stehen muss.',
    ),
    ...said(
      'gebuehr',
      gebuehr === '' || betrag.test(gebuehr),
      'Bitte nennen Sie einen Betrag in Euro, zum Beispiel 12,50.',
    ),
  ];
}

function freierName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
