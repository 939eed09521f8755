import { html } from 'hono/html';
import { schrittLabel } from '#efa/many';
import type { Refusal } from '#kernel';
import { groessenklasseLabel } from '#territory';
import {
  button,
  checkboxField,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  radioGroup,
  refusalNotice,
  selectField,
  textareaField,
} from '#ui';
import { platzhalter } from '../domain/annahmen.ts';
import { kuerzesterGrund } from '../domain/pruefe-fakt.ts';
import type { Punkt } from '../domain/punkt.ts';
import { sammelschritte, ziele } from '../domain/sammellauf.ts';
import { parteiLabel } from '../messages.ts';
import { zielLabel } from '../messages-cockpit.ts';
import { dienstPath } from './cockpit-paths.ts';

/** What can be done with ticked Kommunen: a step of the state table, or a line of the checklist. */
export function stepFields(punkte: readonly Punkt[], typed: URLSearchParams, reason: Refusal | null): Html {
  const problems = problemsOf(reason);
  return html`${selectField({
    name: 'was',
    label: 'Was soll geschehen?',
    value: typed.get('was'),
    error: errorOf(problems, 'was'),
    options: [
      ...sammelschritte.map((schritt) => ({ value: `schritt:${schritt}`, label: schrittLabel[schritt] })),
      { value: 'verbinden', label: 'Verbinden und fehlende Werte annehmen' },
      ...punkte.map(({ id, titel, wer }) => ({
        value: `punkt:${id}`,
        label: `Abhaken: ${titel} (${parteiLabel[wer]})`,
      })),
    ],
  })}${inputField({
    name: 'angabe',
    label: 'Nachweis beim Abhaken, Grund beim Aussetzen',
    value: typed.get('angabe'),
    error: errorOf(problems, 'angabe'),
    optional: true,
  })}`;
}

/** What the form for connecting many offers to choose. */
export interface VerbindenForm {
  readonly dienst: string;
  readonly laender: readonly { readonly key: string; readonly name: string }[];
  readonly parameter: readonly { readonly id: string; readonly label: string }[];
  /** Invented values are to be had. */
  readonly erfunden: boolean;
  readonly csrfToken: string;
  readonly values: URLSearchParams;
  readonly reason: Refusal | null;
}

/** The form that connects many Kommunen; it leads to a preview and changes nothing. */
export function verbindenForm(options: VerbindenForm): Html {
  const { dienst, laender, parameter, erfunden, csrfToken, values, reason } = options;
  const value = (name: string) => values.get(name) ?? '';
  const checked = (name: string) => values.get(name) === 'ja';
  const problems = reason?.fields ?? [];
  return html`${refusalNotice(reason)}${form(
    { action: `${dienstPath(dienst)}/verbinden`, csrfToken },
    html`${selectField({
      name: 'land',
      label: 'Welche Kommunen?',
      placeholder: null,
      value: value('land'),
      error: errorOf(problems, 'land'),
      options: [
        { value: '', label: 'Mein Kreis von Kommunen' },
        ...laender.map(({ key, name }) => ({ value: key, label: `Alle Kommunen: ${name}` })),
      ],
      hint: 'Kommunen, die diese Installation noch nicht nutzen, werden in Ihren Kreis aufgenommen.',
    })}${inputField({
      name: 'kreis',
      label: 'Nur dieser Kreis',
      hint: 'Name, oder Schlüssel mit fünf Ziffern, zum Beispiel 05766.',
      value: value('kreis'),
      error: errorOf(problems, 'kreis'),
      optional: true,
    })}${selectField({
      name: 'klasse',
      label: 'Nur diese Größenklasse',
      placeholder: 'alle',
      value: value('klasse'),
      optional: true,
      options: Object.entries(groessenklasseLabel).map(([key, label]) => ({ value: key, label })),
    })}${radioGroup({
      name: 'bis',
      label: 'Wie weit?',
      value: value('bis') || 'live',
      options: ziele.map((ziel) => ({ value: ziel, label: zielLabel[ziel] })),
    })}${checkboxField({
      name: 'annahmenGenuegen',
      label: 'Angenommene Werte genügen für den Start; die Kommune bestätigt sie danach',
      checked: checked('annahmenGenuegen'),
      optional: true,
    })}${checkboxField({
      name: 'auftritt',
      label: 'Wer noch keinen öffentlichen Auftritt hat, bekommt einen aus dem, was bekannt ist',
      checked: checked('auftritt'),
      optional: true,
    })}${
      erfunden
        ? checkboxField({
            name: 'erfunden',
            label: 'Was fehlt, mit den erfundenen Werten der Vorführung füllen',
            checked: checked('erfunden'),
            optional: true,
          })
        : ''
    }${inputField({
      name: 'nachweis',
      label: 'Wo Rahmenvereinbarung und Auftrag für alle liegen',
      hint: 'Aktenzeichen oder Ablageort. Leer, wenn jede Kommune selbst zeichnet.',
      value: value('nachweis'),
      optional: true,
    })}${textareaField({
      name: 'erklaerung',
      label: 'Worauf sich stützt, dass alle Checklisten erledigt sind',
      hint: `Mindestens ${kuerzesterGrund} Zeichen; es steht bei jedem Punkt. Leer, wenn jede Kommune ihre Checkliste selbst abarbeitet: dann endet der Zug für sie im Test.`,
      value: value('erklaerung'),
      error: errorOf(problems, 'erklaerung'),
      rows: 2,
      maxLength: 1000,
      optional: true,
    })}${textareaField({
      name: 'werte',
      label: 'Werte für alle',
      hint: html`Je Zeile ein Wert: <code>name = Wert</code>. Für die Kommune stehen ${platzhalter.map((name) => html`<code>{${name}}</code> `)}. Tabellen nimmt die Befehlszeile (--werte) und die Schnittstelle.`,
      value: value('werte'),
      error: errorOf(problems, 'werte'),
      optional: true,
    })}<details><summary>Namen der Werte dieses Onlinedienstes</summary><ul class="kern-list kern-list--bullet">${parameter.map(
      ({ id, label }) => html`<li><code>${id}</code>: ${label}</li>`,
    )}</ul></details>${button('Vorschau zeigen')}`,
  )}`;
}
