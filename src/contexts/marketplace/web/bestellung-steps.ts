import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, button, errorOf, inputField, problemsOf, section, textareaField } from '#ui';
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
  if (parts.length === 0) return '';
  return section('Nächste Schritte', html`<div class="lw-stack">${parts}</div>`, { id: 'schritte' });
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
