import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  alert,
  button,
  errorOf,
  form,
  formatNumber,
  problemsOf,
  section,
  textareaField,
  textLink,
} from '#ui';
import { abgabeUebergaenge } from '../domain/abgabe.ts';
import { annahmeIn } from '../domain/zustand.ts';
import { istZweite } from '../use-cases/abgeben.ts';
import type { Antwortende } from '../use-cases/people.ts';
import type { Bogen } from '../use-cases/read-bogen.ts';
import { vorbelegte } from '../use-cases/take-defaults.ts';
import { address } from './wer.ts';

export function abgabeSection(request: PageRequest, who: Antwortende, bogen: Bogen, reason: Refusal | null) {
  const { teilnahme, zustand } = bogen;
  const here = teilnahme?.zustand ?? 'unbearbeitet';
  if (annahmeIn(zustand) === 'nicht') return '';
  const possible = abgabeUebergaenge[here];
  const parts = [
    possible.eingereicht && who.darfVerteilen ? einreichenForm(request, bogen) : '',
    possible.freigegeben && who.darfFreigeben ? freigebenForms(request, who, bogen, reason) : '',
    here === 'eingereicht' && !who.darfFreigeben
      ? html`<p class="kern-body">Eine zweite Person gibt die Antworten frei. Bis dahin sieht Ihr IT-Dienstleister sie nicht.</p>`
      : '',
    here === 'freigegeben'
      ? html`<p class="kern-body">Ihr IT-Dienstleister sieht die freigegebenen Antworten. Bis zur Frist können Sie weiter ändern; dann braucht es eine neue Freigabe.</p>`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : section('Abgeben', html`${parts}`);
}

function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}

function stepOf({ abgaben }: Bogen): string {
  return String(abgaben.at(-1)?.nummer ?? 0);
}

function einreichenForm({ csrfToken }: PageRequest, bogen: Bogen) {
  const defaults = vorbelegte(bogen).length;
  const open = bogen.zeilen.filter(
    ({ antwort, vorbelegung }) => antwort === null && vorbelegung.werte.bedarf === null,
  ).length;
  return form(
    {
      action: address(bogen.umfrage.id, 'abgabe'),
      csrfToken,
      hidden: { art: 'eingereicht', schritt: stepOf(bogen) },
      label: 'Antworten einreichen',
    },
    html`<p class="kern-body lw-measure">${defaults === 0 ? '' : `${count(defaults, 'vorbelegte Leistung gilt', 'vorbelegte Leistungen gelten')} dann als beantwortet. `}${open === 0 ? '' : `${count(open, 'Leistung bleibt', 'Leistungen bleiben')} ohne Angabe. `}Danach gibt eine zweite Person die Antworten frei.</p>${button('Antworten einreichen', { kind: 'secondary' })}`,
  );
}

function freigebenForms(
  { csrfToken }: PageRequest,
  { actor }: Antwortende,
  bogen: Bogen,
  reason: Refusal | null,
) {
  if (!istZweite(bogen.abgaben, actor))
    return alert({
      kind: 'info',
      title: 'Die Antworten warten auf eine zweite Person',
      body: 'Sie haben sie eingereicht. Freigeben kann sie jemand anderes aus der OZG-Koordination oder der Verwaltungsleitung.',
    });
  const action = address(bogen.umfrage.id, 'abgabe');
  const schritt = stepOf(bogen);
  return html`${form(
    { action, csrfToken, hidden: { art: 'freigegeben', schritt }, label: 'Antworten freigeben' },
    html`<p class="kern-body lw-measure">Mit der Freigabe sieht Ihr IT-Dienstleister die Antworten, soweit Ihre Kommune mit ihm teilt. ${textLink(`${address(bogen.umfrage.id, 'antworten')}?modus=alle`, 'Antworten vorher ansehen')}</p>${button('Antworten freigeben')}`,
  )}${accordion({
    title: 'Zurückgeben',
    open: errorOf(problemsOf(reason), 'grund') !== null,
    body: form(
      { action, csrfToken, hidden: { art: 'zurueckgegeben', schritt }, label: 'Antworten zurückgeben' },
      html`${textareaField({ name: 'grund', label: 'Was ist noch zu tun?', rows: 2, maxLength: 1000, error: errorOf(problemsOf(reason), 'grund') })}${button('Zurückgeben', { kind: 'secondary' })}`,
    ),
  })}`;
}
