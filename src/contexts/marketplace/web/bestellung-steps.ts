import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, button, errorOf, inputField, problemsOf, section, textareaField, textLink } from '#ui';
import { nachBestellschritt } from '../domain/bestellung.ts';
import type { Bestelldetail, Betrachtende } from '../use-cases/read-bestellungen.ts';
import { type Steps, signParts, stepForm } from './bestellung-sign.ts';

/** What whoever looks can do with the order now. */
export function stepsSection(
  who: Betrachtende,
  detail: Bestelldetail,
  request: PageRequest,
  reason: Refusal | null,
) {
  const { zustand } = detail.bestellung;
  const steps = { detail, request, reason };
  const told = howOn(who, detail);
  const parts =
    who.seite === 'anbieter'
      ? providerParts(steps)
      : [
          ...(zustand === 'vorbereitet' ? signParts(who.wer, steps) : []),
          ...(nachBestellschritt(zustand, 'zurueckziehen') &&
          (who.wer.darfVorbereiten || who.wer.darfBestellen)
            ? [withdrawPart(steps)]
            : []),
          ...(nachBestellschritt(zustand, 'beenden') && who.wer.darfBestellen ? [endPart(steps)] : []),
        ];
  if (parts.length === 0 && told === null) return '';
  return section('Was jetzt zu tun ist', html`<div class="lw-stack">${told ?? ''}${parts}</div>`, {
    id: 'schritte',
  });
}

/** Who has to do something next, where it is not whoever looks. */
function howOn({ seite }: Betrachtende, { bestellung }: Bestelldetail) {
  const { zustand, dienst, inhalt } = bestellung;
  if (seite === 'anbieter')
    return zustand === 'angenommen'
      ? html`<p class="kern-body">Nichts: Die Kommune bindet sich jetzt an. ${textLink(`/cockpit/${dienst}`, 'Wie weit sie ist')}</p>`
      : null;
  const further = textLink(`/anbindungen/${dienst}`, 'Weiter mit der Anbindung');
  if (zustand === 'gezeichnet')
    return html`<p class="kern-body">${inhalt.haus} antwortet als Nächstes. Werte und Checkliste können Sie schon ausfüllen. ${further}</p>`;
  if (zustand === 'angenommen')
    return html`<p class="kern-body">Füllen Sie die Werte aus, und arbeiten Sie die Checkliste ab. ${further}</p>`;
  return null;
}

function reasonField({ reason, request }: Steps, label: string) {
  return textareaField({
    name: 'grund',
    label,
    rows: 2,
    maxLength: 1000,
    value: request.form.get('grund'),
    error: errorOf(problemsOf(reason), 'grund'),
  });
}

function hasProblem({ reason }: Steps, field: string): boolean {
  return problemsOf(reason).some((each) => each.field === field);
}

function withdrawPart(steps: Steps) {
  return accordion({
    title: 'Bestellung zurückziehen',
    open: hasProblem(steps, 'grund'),
    body: stepForm(
      steps,
      'zurueckziehen',
      'Bestellung zurückziehen',
      html`${reasonField(steps, 'Warum ziehen Sie sie zurück?')}${button('Bestellung zurückziehen', { kind: 'secondary' })}`,
    ),
  });
}

function endPart(steps: Steps) {
  const { eigene } = steps.detail;
  const { request, reason } = steps;
  return accordion({
    title: 'Vertrag beenden',
    open: hasProblem(steps, 'zum'),
    body: stepForm(
      steps,
      'beenden',
      'Vertrag beenden',
      html`${inputField({
        name: 'zum',
        label: 'Ende des Vertrags',
        type: 'date',
        hint: eigene ? `Frühestens ${formatLocalDate(eigene.fruehestesEnde)}.` : '',
        value: request.form.get('zum'),
        error: errorOf(problemsOf(reason), 'zum'),
      })}${button('Vertrag beenden', { kind: 'secondary' })}`,
    ),
  });
}

function providerParts(steps: Steps) {
  if (nachBestellschritt(steps.detail.bestellung.zustand, 'annehmen') === null) return [];
  const { zeitraum } = steps.detail;
  return [
    stepForm(
      steps,
      'annehmen',
      'Bestellung annehmen',
      html`<p class="kern-body">Mit der Annahme besteht der Vertrag. Die erste Periode wird für ${zeitraum.rechnungsjahr} abgerechnet.</p>${button('Bestellung annehmen')}`,
    ),
    accordion({
      title: 'Bestellung ablehnen',
      open: hasProblem(steps, 'grund'),
      body: stepForm(
        steps,
        'ablehnen',
        'Bestellung ablehnen',
        html`${reasonField(steps, 'Warum lehnen Sie ab?')}${button('Bestellung ablehnen', { kind: 'secondary' })}`,
      ),
    }),
  ];
}
