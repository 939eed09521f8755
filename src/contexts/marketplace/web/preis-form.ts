import { html } from 'hono/html';
import { formField } from '#platform';
import { button, checkboxField, errorOf, form, inputField, problemsOf, radioGroup, textareaField } from '#ui';
import { type Preistext, preisTextOf } from '../domain/preis-text.ts';
import type { Preisinhalt } from '../domain/preisblatt.ts';
import { centOfText, euroField } from '../geld.ts';
import { dienstHref } from './parts.ts';
import { type FormState, shownValue } from './pflege-forms.ts';

const leererPreis: Preistext = {
  art: 'fest',
  jahr: '',
  stufen: '',
  erste: '',
  einmalig: '',
  erlaeuterung: '',
  quelle: '',
  annahme: false,
};

export function preisForm(state: FormState, grundlage: number, stored: Preisinhalt | null, today: string) {
  const texts = stored ? preisTextOf(stored, { read: centOfText, write: euroField }) : leererPreis;
  const problems = state.request.path.endsWith('/preis') ? problemsOf(state.reason) : [];
  const field = (name: 'jahr' | 'stufen' | 'erste' | 'einmalig' | 'erlaeuterung' | 'quelle') => ({
    name,
    value: shownValue(state, '/preis', name, texts[name]),
    error: errorOf(problems, name),
    optional: true,
  });
  return form(
    {
      action: `${dienstHref(state.dienst)}/preis`,
      csrfToken: state.request.csrfToken,
      hidden: { grundlage: String(grundlage) },
      label: 'Neues Preisblatt',
    },
    html`${inputField({
      name: 'gueltigAb',
      label: 'Gilt ab',
      type: 'date',
      value: shownValue(state, '/preis', 'gueltigAb', today),
      error: errorOf(problems, 'gueltigAb'),
    })}${radioGroup({
      name: 'art',
      label: '1. Kalenderjährlich',
      value: shownValue(state, '/preis', 'art', texts.art),
      error: errorOf(problems, 'art'),
      options: [
        { value: 'fest', label: 'ein Preis für jede Kommune' },
        { value: 'staffel', label: 'nach Einwohnern' },
        { value: 'umlage', label: 'Anteil an umgelegten Kosten' },
      ],
    })}${inputField({ ...field('jahr'), label: 'Ein Preis (Euro)', inputmode: 'decimal', width: 'medium' })}${textareaField(
      {
        ...field('stufen'),
        label: 'Stufen nach Einwohnern',
        hint: 'Eine je Zeile, zum Beispiel „20.000: 1.200,00“ und zuletzt „darüber: 2.400,00“.',
        rows: 4,
      },
    )}${inputField({
      ...field('erste'),
      label: '2. Abweichender Betrag der ersten Periode (Euro)',
      hint: 'Leer, wenn auch sie ein Kalenderjahr kostet.',
      inputmode: 'decimal',
      width: 'medium',
    })}${textareaField({
      ...field('einmalig'),
      label: '3. Einmalig',
      hint: 'Eine Position je Zeile, zum Beispiel „Einrichtung: 500,00“.',
      rows: 3,
    })}${textareaField({ ...field('erlaeuterung'), label: '4. Erläuterungen', rows: 3, maxLength: 2000 })}${inputField(
      {
        ...field('quelle'),
        label: 'Quelle des Preises',
        hint: 'Beschluss, Veröffentlichung oder Preisliste mit Datum.',
        maxLength: 500,
      },
    )}${checkboxField({
      name: 'annahme',
      label: 'Dieser Preis ist eine Annahme ohne eigene Quelle.',
      optional: true,
      checked: shownValue(state, '/preis', 'annahme', texts.annahme ? 'ja' : '') === 'ja',
    })}${button('Preisblatt speichern')}`,
  );
}

export function readPreisFields(typed: URLSearchParams): Preistext {
  const text = (name: string) => formField(typed, name);
  return {
    art: text('art'),
    jahr: text('jahr'),
    stufen: text('stufen'),
    erste: text('erste'),
    einmalig: text('einmalig'),
    erlaeuterung: text('erlaeuterung').slice(0, 2000),
    quelle: text('quelle').slice(0, 500),
    annahme: typed.get('annahme') === 'ja',
  };
}
