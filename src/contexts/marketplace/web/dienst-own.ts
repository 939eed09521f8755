import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  alert,
  button,
  descriptionList,
  errorOf,
  form,
  formatNumber,
  linkButton,
  problemsOf,
  section,
  textareaField,
  textLink,
} from '#ui';
import { offeneZustaende } from '../domain/bestellung.ts';
import { ersterZeitraum, quartalsregel } from '../domain/erster-zeitraum.ts';
import { euro } from '../geld.ts';
import { zustandText } from '../messages.ts';
import type { Dienstseite, EigeneSicht } from '../use-cases/read-dienst.ts';
import { jahrespreisText, ohnePreisblattText } from './dienst-facts.ts';
import { invitation } from './einladung-note.ts';
import { einmaligText } from './einmalig-text.ts';
import { bestellBadge, bestellungHref, dienstHref, warumKeinPreis } from './parts.ts';

/** What it costs the asking Kommune a year; honest where nobody knows. */
export function costSection({ eigene, offering, today }: Dienstseite) {
  if (eigene === null)
    return section(
      'Was er kostet',
      html`<p class="kern-body">${offering.preisblatt ? jahrespreisText(offering.preisblatt.inhalt.jaehrlich) : ohnePreisblattText}</p>`,
      { id: 'kosten' },
    );
  const { preis, einwohner, schaetzung } = eigene.preis;
  const heading = `Was er ${eigene.wer.kommune.name} kostet`;
  if (preis.jahrCent === null || preis.ersteCent === null)
    return section(
      heading,
      alert({
        kind: 'info',
        title: 'Noch kein Preis',
        body: `${warumKeinPreis(preis)} Interesse können Sie trotzdem bekunden.`,
      }),
      { id: 'kosten' },
    );
  const zeitraum = ersterZeitraum(today, preis.ersteCent);
  const sheet = offering.preisblatt;
  return section(
    heading,
    html`<p class="kern-heading-large">${euro(preis.jahrCent)} im Jahr</p>${descriptionList([
      [
        'Erste Periode, wenn der Vertrag heute zustande käme',
        `${euro(zeitraum.cent)}, abgerechnet für ${zeitraum.rechnungsjahr}, bis ${formatLocalDate(zeitraum.bis)}`,
      ],
      ['Einmalig', einmaligText(eigene.einmalig)],
      [
        'Worauf das beruht',
        preis.woher === 'umlage' && schaetzung
          ? html`Umlage: ${schaetzung.erlaeuterung} ${schaetzung.href ? textLink(schaetzung.href, 'Berechnung ansehen') : ''}`
          : basis(sheet?.nummer ?? 0, einwohner),
      ],
      [
        'Regel für die erste Periode',
        `${quartalsregel.text} ${quartalsregel.annahme} Quelle: ${quartalsregel.quelle}.`,
      ],
    ])}${sheet?.inhalt.annahme ? alert({ kind: 'warning', title: 'Der Preis ist eine Annahme.', body: 'Der Anbieter nennt keine veröffentlichte Quelle. Lassen Sie ihn sich bestätigen.' }) : ''}`,
    { id: 'kosten' },
  );
}

function basis(nummer: number, einwohner: EigeneSicht['preis']['einwohner']): string {
  const people = einwohner
    ? ` Gerechnet mit ${formatNumber(einwohner.zahl)} Einwohnern am ${formatLocalDate(einwohner.stichtag)}.`
    : '';
  return `Preisblatt Nummer ${nummer} des Anbieters.${people}`;
}

/** The one next step: interest, order, or how far the order is. */
export function nextSection(seite: Dienstseite, request: PageRequest, reason: Refusal | null) {
  const { eigene, offering, inhalt, today } = seite;
  if (eigene === null) return '';
  const { dienst } = offering.angebot;
  const { bestellung, fuerAlle, wer } = eigene;
  const over = inhalt.eingestelltZum !== null && inhalt.eingestelltZum < today;
  const open = bestellung && offeneZustaende.includes(bestellung.zustand);
  if (open)
    return section(
      'Ihre Bestellung',
      html`${bestellung.zustand === 'vorbereitet' ? invitation(eigene) : ''}<p class="kern-body">${bestellBadge(bestellung.zustand)} ${zustandText[bestellung.zustand]}</p>${linkButton('Zur Bestellung', bestellungHref(bestellung.id))}${bestellung.zustand === 'vorbereitet' ? '' : textLink(`/anbindungen/${dienst}`, 'Weiter mit der Anbindung')}`,
      { id: 'schritt' },
    );
  if (fuerAlle)
    return section(
      'Für Ihre Kommune ist bestellt',
      html`<p class="kern-body">${fuerAlle.auftraggeber} hat für alle bestellt (${fuerAlle.rechtsgrundlage}). ${fuerAlle.zahlt === 'auftraggeber' ? 'Die Kosten trägt, wer bestellt hat.' : 'Die Kosten trägt Ihre Kommune.'}</p>${linkButton('Zur Anbindung', `/anbindungen/${dienst}`)}`,
      { id: 'schritt' },
    );
  if (over)
    return section(
      'Bestellen',
      alert({
        kind: 'warning',
        title: `Nur bis ${formatLocalDate(inhalt.eingestelltZum ?? today)} angeboten`,
        body: html`Er kann nicht mehr bestellt werden. ${textLink('/marktplatz', 'Andere Onlinedienste ansehen')}`,
      }),
      { id: 'schritt' },
    );
  return section(
    'Nächster Schritt',
    html`${invitation(eigene)}${orderPart(seite, eigene)}${interestPart(eigene, dienst, request, reason)}`,
    {
      id: 'schritt',
      lead:
        wer.darfBestellen || wer.darfVorbereiten
          ? leadOf(eigene)
          : 'Bestellungen bereitet die OZG-Koordination vor.',
    },
  );
}

function leadOf({ bestellung }: EigeneSicht): string {
  return bestellung
    ? `Ihre letzte Bestellung: ${zustandText[bestellung.zustand]} Sie können neu bestellen.`
    : 'Interesse verpflichtet zu nichts. Eine Bestellung bindet erst mit der Unterschrift.';
}

function orderPart({ offering }: Dienstseite, { wer, preis }: EigeneSicht) {
  if (!wer.darfBestellen && !wer.darfVorbereiten) return '';
  if (preis.preis.jahrCent === null)
    return html`<p class="kern-body">Bestellen können Sie, sobald ein Preis genannt ist.</p>`;
  const label = wer.darfBestellen ? 'Bestellen' : 'Bestellung vorbereiten';
  return linkButton(label, `${dienstHref(offering.angebot.dienst)}/bestellen`);
}

function interestPart(
  { wer, interesse }: EigeneSicht,
  dienst: string,
  { csrfToken, form: typed }: PageRequest,
  reason: Refusal | null,
) {
  if (!wer.darfVorbereiten) return '';
  if (interesse?.interessiert)
    return form(
      { action: `${dienstHref(dienst)}/interesse/zurueckziehen`, csrfToken, label: 'Interesse zurückziehen' },
      html`<p class="kern-body">Interesse bekundet am ${formatLocalDate(interesse.stand)}${interesse.bemerkung ? `: „${interesse.bemerkung}“` : ''}. ${textLink(`/anbindungen/${dienst}`, 'Zur Anbindung')}</p>${button('Interesse zurückziehen', { kind: 'tertiary' })}`,
    );
  return form(
    { action: `${dienstHref(dienst)}/interesse`, csrfToken, label: 'Interesse bekunden' },
    html`${textareaField({
      name: 'bemerkung',
      label: 'Was der Anbieter wissen soll',
      rows: 2,
      maxLength: 1000,
      optional: true,
      value: typed.get('bemerkung'),
      error: errorOf(problemsOf(reason), 'bemerkung'),
    })}${button('Interesse bekunden', { kind: 'secondary' })}`,
  );
}
