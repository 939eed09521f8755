import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { emptyState, inputField, selectField, table } from '#ui';
import { gilt, letzterTag, type Rahmenvereinbarung } from '../domain/rahmen.ts';
import type { Haus } from '../use-cases/rahmen.ts';
import { paperLink } from './parts.ts';
import { addEntryForm, endForm, type RegisterField } from './register-parts.ts';

export const address = '/rahmenvereinbarungen';

export interface Shown {
  readonly all: readonly Rahmenvereinbarung[];
  readonly haeuser: readonly Haus[];
  readonly today: LocalDate;
}

export function list({ all, today }: Shown, mayEnd: boolean, request: PageRequest, reason: Refusal | null) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch keine Rahmenvereinbarung',
      body: 'Hier steht, mit wem eine Rahmenvereinbarung gilt, seit wann, und wie sie endet.',
    });
  return table({
    caption: 'Rahmenvereinbarungen',
    captionHidden: true,
    columns: [
      { label: 'Vereinbarung', width: 'wide' },
      { label: 'Zwischen' },
      { label: 'Gilt' },
      { label: 'Kündigungsfrist' },
      { label: 'Unterschrieben' },
      ...(mayEnd ? [{ label: 'Kündigen' }] : []),
    ],
    rows: all.map((each) => [
      html`${each.titel}${each.datei ? html`<p class="kern-body kern-body--small">${paperLink(each.datei, `Papier zu „${each.titel}“`)}</p>` : ''}`,
      `${each.kommune} und ${each.anbieter}`,
      spanText(each, today),
      `${each.kuendigungMonate} Monate zum Ende eines Jahres`,
      each.gezeichnetVon,
      ...(mayEnd ? [each.gekuendigtZum === null ? noticeForm(each, request, reason) : 'gekündigt'] : []),
    ]),
  });
}

function spanText(each: Rahmenvereinbarung, today: LocalDate): string {
  const last = letzterTag(each);
  const span = `ab ${formatLocalDate(each.gueltigVon)}${last ? ` bis ${formatLocalDate(last)}` : ', ohne Ende'}`;
  return gilt(each, today) ? span : `${span} (gilt heute nicht)`;
}

function noticeForm({ id, titel }: Rahmenvereinbarung, request: PageRequest, reason: Refusal | null) {
  const words = {
    title: 'Kündigung eintragen',
    label: `Kündigung von „${titel}“`,
    day: 'Zum',
    press: 'Kündigung eintragen',
  };
  return endForm({ id, action: `${address}/${id}/kuendigen`, ...words }, request, reason);
}

export function addForm({ haeuser }: Shown, request: PageRequest, reason: Refusal | null) {
  const paper = {
    label: 'Unterschriebenes Dokument',
    hint: 'PDF, PNG oder JPEG, höchstens 10 MB. Auch der Anbieter kann es lesen.',
  };
  const fields = (field: (name: string) => RegisterField) =>
    html`${selectField({
      ...field('anbieter'),
      label: 'Mit wem?',
      options: haeuser.map(({ id, name }) => ({ value: id, label: name })),
    })}${inputField({ ...field('titel'), label: 'Titel der Vereinbarung', maxLength: 200 })}${inputField({
      ...field('gueltigVon'),
      label: 'Gilt ab',
      type: 'date',
    })}${inputField({ ...field('gueltigBis'), label: 'Gilt bis', type: 'date', optional: true, hint: 'Leer heißt ohne Ende.' })}${inputField(
      {
        ...field('kuendigungMonate'),
        label: 'Kündigungsfrist in Monaten zum Ende eines Jahres',
        inputmode: 'numeric',
        width: 'narrow',
      },
    )}${inputField({
      ...field('gezeichnetVon'),
      label: 'Wer hat für die Kommune unterschrieben?',
      hint: 'Name und Amt.',
      maxLength: 200,
    })}`;
  return addEntryForm(
    { action: address, label: 'Rahmenvereinbarung eintragen', paper, fields },
    request,
    reason,
  );
}
