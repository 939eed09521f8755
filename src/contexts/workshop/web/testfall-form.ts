import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
import {
  button,
  buttonRow,
  errorOf,
  form,
  inputField,
  refusalNotice,
  section,
  selectField,
  textareaField,
} from '#ui';
import { type Json, listAt, property, textAt } from '../domain/json.ts';
import { adresse, entwurfSeite, type Offen } from './answers.ts';

export interface Werte {
  readonly id: string;
  readonly titel: string;
  readonly tag: string;
  readonly werte: string;
  readonly antworten: string;
  readonly seiten: string;
  readonly ende: string;
  readonly maengel: string;
  readonly gebuehr: string;
}

export function werteVon(fall: Json | null, today: string): Werte {
  const expect = fall === null ? undefined : property(fall, 'expect');
  const lines = (name: string) => listAt(expect, name).map(String).join('\n');
  const fee = property(expect, 'feeCents');
  const text = (value: Json | undefined) => (value === undefined ? '' : JSON.stringify(value, null, 2));
  return {
    id: fall === null ? '' : textAt(fall, 'id'),
    titel: fall === null ? '' : textAt(fall, 'title'),
    tag: (fall === null ? '' : textAt(fall, 'today')) || today,
    werte: fall === null ? '' : text(property(fall, 'parameters')),
    antworten: fall === null ? '{}' : text(property(fall, 'answers')),
    seiten: lines('pages'),
    ende: textAt(expect, 'end') || 'summary',
    maengel: lines('problems'),
    gebuehr: typeof fee === 'number' ? (fee / 100).toFixed(2).replace('.', ',') : '',
  };
}

export function content(offen: Offen, werte: Werte, reason: Refusal | null) {
  const { entwurf, request } = offen;
  const problems: readonly FieldProblem[] = reason?.fields ?? [];
  const field = (name: keyof Werte, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: werte[name],
    error: errorOf(problems, name),
  });
  const area = (name: keyof Werte, label: string, rows: number, hint: string) =>
    textareaField({ ...field(name, label, hint), rows, optional: name !== 'antworten' && name !== 'seiten' });
  const main = html`${refusalNotice(reason)}${form(
    {
      action: adresse(entwurf.dienst, 'testfall'),
      csrfToken: request.csrfToken,
      hidden: { id: werte.id, grundlage: String(entwurf.nummer) },
    },
    html`<div class="lw-stack">${inputField(field('titel', 'Was dieser Fall zeigt', 'Zum Beispiel: Zwei Sofas, Abholung an der Straße'))}${inputField({ ...field('tag', 'Tag, dessen Recht gilt'), type: 'date' })}${area('antworten', 'Antworten (JSON)', 10, 'Aus der Vorschau übernehmen: „Angaben prüfen“, unten „Antworten für einen Testfall“')}${area('werte', 'Werte der Kommune (JSON)', 4, 'Leer: Beispielwerte')}</div>${section(
      'Was herauskommen muss',
      html`<div class="lw-stack">${area(
        'seiten',
        'Seiten des Wegs, je Zeile eine',
        6,
        `Kurznamen, zum Beispiel ${listAt(entwurf.dokumente.formular, 'pages')
          .slice(0, 2)
          .map((each) => textAt(each, 'id'))
          .join(', ')}`,
      )}${selectField({
        ...field('ende', 'Ende'),
        placeholder: null,
        options: [
          { value: 'summary', label: 'Angaben prüfen' },
          { value: 'end', label: 'Ausgangsseite' },
        ],
      })}${area('maengel', 'Felder, die fehlen oder nicht passen, je Zeile eines', 3, 'Leer: alles ist richtig')}${inputField({ ...field('gebuehr', 'Gebühr in Euro', 'Leer: wird nicht geprüft'), optional: true, width: 'narrow', inputmode: 'decimal' })}</div>`,
      { id: 'erwartung' },
    )}${buttonRow(button('Speichern'), werte.id === '' ? '' : button('Testfall entfernen', { kind: 'tertiary', name: 'entfernen', value: 'ja' }))}`,
  )}`;
  return entwurfSeite(
    offen,
    'testfall',
    { title: werte.id === '' ? 'Testfall schreiben' : 'Testfall ändern', main },
    reason,
  );
}
