import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type FieldProblem } from '#kernel';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  fieldset,
  form,
  type Html,
  inputField,
  linkButton,
  selectField,
  textareaField,
} from '#ui';
import { efaKriterien, efaUrteile } from '../domain/efa-kriterien.ts';
import { loesungsarten, loesungsstatus, niveaus } from '../domain/loesung.ts';
import { artLabel, kriteriumLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';
import { leistungField } from '../use-cases/read-leistungen.ts';
import type { LeistungName } from './leistung-names.ts';
import { paths } from './paths.ts';
import { rowsOfForm } from './read-form.ts';

/** Where a form of a Lösung goes, and what it carries unseen. */
export interface LoesungFormOptions {
  readonly action: string;
  readonly csrfToken: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Whether it may stay a draft. */
  readonly mayStayDraft: boolean;
  readonly submit: string;
  /** What a Leistung is called, where its number is known. */
  readonly leistungName: LeistungName;
}

type Field = (
  name: string,
  label: string,
) => { name: string; label: string; value: string; error: string | null };

/** The form of a Lösung: everything that the register keeps, required only what it cannot do without. */
export function loesungForm(
  values: URLSearchParams,
  problems: readonly FieldProblem[],
  { action, csrfToken, hidden, mayStayDraft, submit, leistungName }: LoesungFormOptions,
): Html {
  const field: Field = (name, label) => ({
    name,
    label,
    value: values.get(name) ?? '',
    error: errorOf(problems, name),
  });
  return html`${errorSummary(problems)}${form(
    { action, csrfToken, hidden: { ...hidden, zeilen: String(rowsOfForm(values)) } },
    html`${fieldset('Die Lösung', basics(field))}${fieldset('Preis', prices(field))}
      ${fieldset('Technik und Voraussetzungen', technics(field), { hint: 'In den Listen: ein Eintrag je Zeile.' })}
      ${fieldset('EfA-Mindestanforderungen', efaFields(field), { hint: 'Was niemand geprüft hat, bleibt „keine Angabe“ und zählt nicht als nicht erfüllt.' })}
      ${fieldset('Enthaltene Leistungen', leistungFields(values, field, leistungName))}
      ${fieldset('Herkunft', origin(field))}
      ${buttonRow(
        button(submit, { name: 'aktion', value: 'senden' }),
        mayStayDraft
          ? button('Als Entwurf speichern', { kind: 'secondary', name: 'aktion', value: 'entwurf' })
          : '',
        linkButton('Abbrechen', paths.register, { kind: 'tertiary' }),
      )}`,
  )}`;
}

function options<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

function basics(field: Field): Html {
  return html`
    ${inputField({ ...field('name', 'Name'), maxLength: 200, width: 'full' })}
    ${selectField({ ...field('art', 'Art'), options: options(loesungsarten, artLabel) })}
    ${selectField({ ...field('status', 'Status'), options: options(loesungsstatus, statusLabel) })}
    ${inputField({ ...field('verfuegbarAb', 'Verfügbar ab'), type: 'date', optional: true, hint: 'Auch ein geplanter Tag. Verfügbar wird die Lösung erst, wenn jemand den Status ändert.' })}
    ${inputField({ ...field('endetAm', 'Letzter Tag'), type: 'date', optional: true })}
    ${inputField({ ...field('anbieter', 'Anbieter'), optional: true, maxLength: 200, width: 'full' })}
    ${inputField({ ...field('hersteller', 'Hersteller'), optional: true, maxLength: 200, width: 'full' })}
    ${inputField({ ...field('url', 'Adresse'), type: 'url', optional: true, width: 'full' })}
    ${textareaField({ ...field('hinweis', 'Hinweis'), optional: true, rows: 3, maxLength: 1000 })}`;
}

function prices(field: Field): Html {
  const euro = {
    optional: true,
    inputmode: 'decimal',
    width: 'medium',
    hint: 'In Euro, zum Beispiel 1.200,50',
  } as const;
  return html`
    ${textareaField({ ...field('preisText', 'Preis in Worten'), optional: true, rows: 2, maxLength: 1000 })}
    ${inputField({ ...field('preisEinmalig', 'Einmalig'), ...euro })}
    ${inputField({ ...field('preisJaehrlich', 'Jährlich'), ...euro })}`;
}

function technics(field: Field): Html {
  const list = { optional: true, rows: 3 } as const;
  return html`
    ${textareaField({ ...field('schnittstellen', 'Schnittstellen'), ...list })}
    ${textareaField({ ...field('fachverfahren', 'Benötigte Fachverfahren (eines davon)'), ...list })}
    ${textareaField({ ...field('voraussetzungen', 'Weitere Voraussetzungen'), optional: true, rows: 3, maxLength: 1000 })}
    ${selectField({ ...field('vertrauensniveau', 'Mindest-Vertrauensniveau'), optional: true, placeholder: 'keine Angabe', options: options(niveaus, niveauLabel) })}
    ${textareaField({ ...field('zahlverfahren', 'Zahlverfahren'), ...list })}
    ${textareaField({ ...field('portale', 'Portale, auf denen sie läuft'), ...list })}`;
}

function efaFields(field: Field): Html {
  return html`${efaKriterien.map((each) =>
    selectField({
      ...field(`efa-${each}`, kriteriumLabel[each]),
      optional: true,
      placeholder: 'keine Angabe',
      options: options(efaUrteile, urteilLabel),
    }),
  )}`;
}

function leistungFields(values: URLSearchParams, field: Field, nameOf: LeistungName): Html {
  const rows = Array.from({ length: rowsOfForm(values) }, (_, index) =>
    leistungRow(index, field, nameOf(values.get(leistungField(index)) ?? '')),
  );
  return html`<p>Je Leistung Nummer (L…), LeiKa-Schlüssel oder genauer Name; leere Zeilen zählen nicht.</p>${rows}
    ${button('Weitere Zeilen', { kind: 'tertiary', name: 'aktion', value: 'zeilen' })}`;
}

function levels(highest: number) {
  return Array.from({ length: highest + 1 }, (_, level) => ({ value: String(level), label: String(level) }));
}

function leistungRow(index: number, field: Field, name: string | null): Html {
  const part = (name: string) => leistungField(index, name);
  const open = { optional: true, placeholder: 'keine Angabe' } as const;
  return fieldset(
    name === null ? `Leistung ${index + 1}` : `Leistung ${index + 1}: ${name}`,
    html`<div class="lw-inline-form">
      ${inputField({ ...field(leistungField(index), 'Leistung'), optional: true, maxLength: 300 })}
      ${selectField({ ...field(part('leistungStatus'), 'Status'), ...open, placeholder: 'verfügbar', options: options(loesungsstatus, statusLabel) })}
      ${selectField({ ...field(part('reifegrad11'), 'Reifegrad 1.1'), ...open, options: levels(4) })}
      ${selectField({ ...field(part('reifegrad20'), 'Reifegrad 2.0'), ...open, options: levels(7) })}
      ${inputField({ ...field(part('kommentar'), 'Kommentar'), optional: true, maxLength: 500 })}</div>`,
  );
}

function origin(field: Field): Html {
  return html`
    ${inputField({ ...field('quelle', 'Quelle'), hint: 'Woher wissen Sie das? Zum Beispiel die Seite des Anbieters.', maxLength: 200, width: 'full' })}
    ${inputField({ ...field('quelleUrl', 'Adresse der Quelle'), type: 'url', optional: true, width: 'full' })}
    ${inputField({ ...field('quelleStand', 'Stand der Quelle'), type: 'date' })}
    ${selectField({ ...field('evidenz', 'Wie gut ist die Quelle?'), options: options(evidenceGrades, evidenceLabel) })}
    ${inputField({ ...field('giltAb', 'Gilt im Register ab'), type: 'date', optional: true, hint: 'Ohne Angabe: ab heute' })}
    ${textareaField({ ...field('begruendung', 'Nachricht an die Moderation'), optional: true, rows: 3, maxLength: 1000 })}`;
}
