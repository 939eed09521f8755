import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { badge, emptyState, inputField, selectField, table } from '#ui';
import { type Befugnis, befugnisarten, hindernisOf } from '../domain/befugnis.ts';
import { euro } from '../geld.ts';
import type { Person } from '../marketplace-deps.ts';
import { befugnisLabel } from '../messages.ts';
import type { Bestellende } from '../use-cases/wer.ts';
import { paperLink } from './parts.ts';
import { addEntryForm, endForm, type RegisterField } from './register-parts.ts';

export const address = '/zeichnungsbefugnisse';

export interface Shown {
  readonly wer: Bestellende;
  readonly all: readonly Befugnis[];
  readonly personen: readonly Person[];
  readonly today: LocalDate;
}

export function list({ all, wer, today }: Shown, request: PageRequest, reason: Refusal | null) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch niemand eingetragen',
      body: 'Solange hier niemand steht, lassen sich Bestellungen nur vorbereiten.',
    });
  const mayEnd = wer.darfVorbereiten;
  return table({
    caption: 'Zeichnungsbefugnisse',
    captionHidden: true,
    columns: [
      { label: 'Person', width: 'wide' },
      { label: 'Als' },
      { label: 'Bis zu welchem Wert' },
      { label: 'Gilt' },
      { label: 'Heute' },
      ...(mayEnd ? [{ label: 'Widerrufen' }] : []),
    ],
    rows: all.map((each) => [
      html`${each.name}<p class="kern-body kern-body--small kern-body--muted">${each.grundlage}${each.mitglied ? '' : ', ohne Zugang hier: unterschreibt auf Papier'}</p>${each.datei ? paperLink(each.datei, `Vollmacht für ${each.name}`) : ''}`,
      befugnisLabel[each.art],
      each.grenzeCent === null ? 'ohne Grenze' : euro(each.grenzeCent),
      `ab ${formatLocalDate(each.gueltigVon)}${each.gueltigBis ? ` bis ${formatLocalDate(each.gueltigBis)}` : ''}${each.widerrufenZum ? `, widerrufen zum ${formatLocalDate(each.widerrufenZum)}` : ''}`,
      todayBadge(each, today),
      ...(mayEnd ? [each.widerrufenZum === null ? revokeForm(each, request, reason) : 'widerrufen'] : []),
    ]),
  });
}

function todayBadge(befugnis: Befugnis, tag: LocalDate) {
  const hindernis = hindernisOf(befugnis, { tag, wertCent: 0, laufendeVerwaltung: true });
  if (hindernis === null) return badge('success', 'gilt');
  return badge(
    'neutral',
    hindernis === 'noch-nicht'
      ? 'gilt später'
      : hindernis === 'ohne-papier'
        ? 'ohne Papier'
        : 'gilt nicht mehr',
  );
}

function revokeForm({ id, name }: Befugnis, request: PageRequest, reason: Refusal | null) {
  const words = {
    title: 'Widerruf eintragen',
    label: `Befugnis von ${name} widerrufen`,
    day: 'Ab welchem Tag?',
    press: 'Widerrufen',
  };
  return endForm({ id, action: `${address}/${id}/widerrufen`, ...words }, request, reason);
}

export function addForm({ personen }: Shown, request: PageRequest, reason: Refusal | null) {
  const paper = {
    label: 'Vollmacht als Datei',
    hint: 'Bei einer Vollmacht nötig. PDF, PNG oder JPEG, höchstens 10 MB. Nur Ihre Kommune kann sie lesen.',
  };
  const fields = (field: (name: string) => RegisterField) =>
    html`${inputField({ ...field('name'), label: 'Name', maxLength: 200 })}${selectField({
      ...field('mitglied'),
      label: 'Zugang hier',
      optional: true,
      placeholder: 'kein Zugang, unterschreibt auf Papier',
      options: personen.map(({ id, name, darfBestellen }) => ({
        value: id,
        label: darfBestellen ? name : `${name} (ohne die Rolle „Verwaltungsleitung“)`,
      })),
    })}${selectField({
      ...field('art'),
      label: 'Unterschreibt als',
      options: befugnisarten.map((each) => ({ value: each, label: befugnisLabel[each] })),
    })}${inputField({
      ...field('grenze'),
      label: 'Bis zu welchem Wert (Euro)',
      hint: 'Bei Vollmacht und laufender Verwaltung nötig.',
      inputmode: 'decimal',
      width: 'medium',
      optional: true,
    })}${inputField({ ...field('gueltigVon'), label: 'Gilt ab', type: 'date' })}${inputField({
      ...field('gueltigBis'),
      label: 'Gilt bis',
      type: 'date',
      optional: true,
    })}${inputField({
      ...field('grundlage'),
      label: 'Worauf beruht das?',
      hint: 'Zum Beispiel Wahl, Bestellung durch den Rat, Vollmacht vom …, Zuständigkeitsordnung.',
      maxLength: 500,
    })}`;
  return addEntryForm(
    { action: address, label: 'Zeichnungsbefugnis eintragen', paper, fields },
    request,
    reason,
  );
}
