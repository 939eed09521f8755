import { html } from 'hono/html';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type PageAnswer, type PageContent, type PageRequest, page, refusal, refusedPage } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  refusalNotice,
  selectField,
  textareaField,
} from '#ui';
import type { FieldsDeps } from '../deps.ts';
import { type Feld, feldTypen } from '../domain/feld.ts';
import { notYours } from '../errors.ts';
import { typLabel } from '../messages.ts';
import { addField, changeField } from '../use-cases/change-field.ts';
import { type Editor, editorOf } from '../use-cases/person.ts';
import { darfFeldAendern, type Felderstand, findField, readKind } from '../use-cases/read-fields.ts';
import { done } from './answers.ts';
import { type Getippt, getipptIn, getipptOf, leer, readFieldForm } from './read-field-form.ts';

/** What the page of a field is about; without a field it is a new one. */
interface Place {
  readonly editor: Editor;
  readonly stand: Felderstand;
  readonly feld: Feld | null;
}

/** The form of one field, or of a new one. */
export async function showField(deps: FieldsDeps, request: PageRequest): Promise<PageAnswer> {
  const place = await placeOf(deps, request);
  if (!place.ok) return refusal(place.refusal);
  const { feld, stand } = place.value;
  const grundlage = stand.eigene?.fassung ?? 0;
  return page(fieldContent(place.value, request.csrfToken, feld ? getipptOf(feld) : leer, grundlage, null));
}

/** Saves the form; refused, it stands there again with what was typed. */
export async function postField(deps: FieldsDeps, request: PageRequest): Promise<PageAnswer> {
  const place = await placeOf(deps, request);
  if (!place.ok) return refusal(place.refusal);
  const { editor, stand, feld } = place.value;
  const getippt = getipptIn(request.form);
  const grundlage = Number(request.form.get('grundlage') ?? '0');
  const again = (reason: Refusal) =>
    refusedPage(fieldContent(place.value, request.csrfToken, getippt, grundlage, reason), reason);
  const eingabe = readFieldForm(getippt);
  if (!eingabe.ok) return again(eingabe.refusal);
  const { art } = stand.kind;
  const saved = feld
    ? await changeField(deps, editor, { art, key: feld.key, grundlage }, eingabe.value)
    : await addField(deps, editor, { art, grundlage }, eingabe.value);
  return saved.ok ? done(art, feld ? 'feld' : 'neu') : again(saved.refusal);
}

async function placeOf(deps: FieldsDeps, { principal, params }: PageRequest): Promise<Result<Place>> {
  const editor = await editorOf(deps, principal);
  if (!editor.ok) return editor;
  const stand = await readKind(deps, editor.value, params.art ?? '');
  if (!stand.ok) return stand;
  if (params.key === undefined) return ok({ editor: editor.value, stand: stand.value, feld: null });
  const feld = findField(stand.value.felder, params.key);
  if (!feld.ok) return feld;
  if (!darfFeldAendern(editor.value, feld.value, stand.value.eigene)) return refuse(notYours);
  return ok({ editor: editor.value, stand: stand.value, feld: feld.value });
}

function fieldContent(
  { stand: { kind }, feld }: Place,
  csrfToken: string,
  getippt: Getippt,
  grundlage: number,
  reason: Refusal | null,
): PageContent {
  const back = `/felder/${kind.art}`;
  const own = feld === null || feld.herkunft !== 'system';
  return {
    title: feld === null ? 'Feld ergänzen' : feld.label,
    preline: kind.label,
    lead:
      feld === null
        ? 'Die Art eines Feldes lässt sich später nicht ändern, alles andere schon.'
        : `Schlüssel: ${feld.key}`,
    breadcrumb: [
      { label: 'Felder', href: '/felder' },
      { label: kind.label, href: back },
    ],
    main: html`${refusalNotice(reason)}${form(
      {
        action: feld === null ? `${back}/neu` : `${back}/feld/${feld.key}`,
        csrfToken,
        hidden: { grundlage: String(grundlage) },
      },
      html`${wordFields(getippt, reason)}${own ? ownFields(feld, getippt, reason) : ''}${countFields(getippt, reason)}${buttonRow(
        button('Speichern'),
        linkButton('Abbrechen', back, { kind: 'tertiary' }),
      )}`,
    )}`,
  };
}

function wordFields(getippt: Getippt, reason: Refusal | null) {
  const error = (name: string) => errorOf(reason?.fields, name);
  return html`${inputField({ name: 'label', label: 'Beschriftung', value: getippt.label, maxLength: 80, error: error('label') })}
${inputField({ name: 'tooltip', label: 'Kurzhinweis', hint: 'Ein Satz, der immer beim Feld steht.', value: getippt.tooltip, maxLength: 200, optional: true, error: error('tooltip') })}
${textareaField({ name: 'hilfe', label: 'Hilfetext', hint: 'Öffnet sich auf Wunsch. Eine Leerzeile beginnt einen Absatz.', value: getippt.hilfe, maxLength: 2000, optional: true, error: error('hilfe') })}`;
}

function ownFields(feld: Feld | null, getippt: Getippt, reason: Refusal | null) {
  const error = (name: string) => errorOf(reason?.fields, name);
  const typ =
    feld === null
      ? selectField({
          name: 'typ',
          label: 'Art',
          options: feldTypen.map((value) => ({ value, label: typLabel[value] })),
          value: getippt.typ,
          placeholder: null,
          error: error('typ'),
        })
      : html`<input type="hidden" name="typ" value="${feld.typ}"><p class="kern-body">Art: ${typLabel[feld.typ]}</p>`;
  const optionen = textareaField({
    name: 'optionen',
    label: 'Möglichkeiten der Auswahl',
    hint: 'Je Zeile eine. Was schon gewählt wurde, bleibt lesbar, auch wenn Sie es hier entfernen.',
    value: getippt.optionen,
    optional: true,
    error: error('optionen'),
  });
  return html`${typ}${feld === null || feld.typ === 'auswahl' ? optionen : ''}${fieldset(
    'Gültigkeit',
    html`${inputField({ name: 'gueltigVon', type: 'date', label: 'Erster Tag', value: getippt.gueltigVon, optional: true, error: error('gueltigVon') })}
${inputField({ name: 'gueltigBis', type: 'date', label: 'Letzter Tag', hint: 'Danach wird das Feld nicht mehr erfasst. Werte bleiben erhalten.', value: getippt.gueltigBis, optional: true, error: error('gueltigBis') })}`,
  )}`;
}

function countFields(getippt: Getippt, reason: Refusal | null) {
  const error = (name: string) => errorOf(reason?.fields, name);
  return html`${checkboxField({ name: 'pflicht', label: 'Pflichtfeld', checked: getippt.pflicht === 'ja', optional: true })}
${checkboxField({ name: 'zaehlt', label: 'Zählt für die Vollständigkeit', checked: getippt.zaehlt === 'ja', optional: true })}
${inputField({ name: 'gruppe', label: 'Gruppe', hint: 'Von Feldern mit derselben Gruppe genügt eines, zum Beispiel „Termin“.', value: getippt.gruppe, maxLength: 40, optional: true, error: error('gruppe') })}
${inputField({ name: 'position', label: 'Position', hint: 'Felder stehen in der Reihenfolge dieser Zahlen.', value: getippt.position, inputmode: 'numeric', width: 'narrow', maxLength: 5, optional: true, error: error('position') })}`;
}
