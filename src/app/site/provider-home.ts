import { html } from 'hono/html';
import type { PageContent, PageRequest } from '#platform';
import { card, cardGrid, type Html } from '#ui';
import type { Startblick } from '#workshop';

/** The start page of whoever acts for no Kommune: what their roles let them begin. */
export function providerHome(
  { principal }: PageRequest,
  werkstatt: Startblick | null,
  wartend: Html | '',
): PageContent {
  const may = (permission: string) => principal?.permissions.has(permission) === true;
  const cards = [
    ...(may('circle.read')
      ? [
          card({
            title: 'Übersicht über den Verbund',
            href: '/uebersicht',
            body: 'Was ist online, wer hat noch nichts gesagt, und welche Lösung würde am meisten schließen?',
          }),
          card({
            title: 'Zuständigkeiten',
            href: '/ueberblick',
            body: 'Alle betreuten Kommunen: wer ist wofür zuständig, und wie viel ist entschieden?',
          }),
        ]
      : []),
    ...(may('connection.manage')
      ? [
          card({
            title: 'Cockpit',
            href: '/cockpit',
            body: 'Wie weit jede Kommune mit jedem Onlinedienst ist, und auf wen gewartet wird.',
          }),
        ]
      : []),
    ...(may('marketplace.manage')
      ? [
          card({
            title: 'Bestellungen',
            href: '/bestellungen',
            body: 'Was Kommunen bei Ihnen bestellt haben, und wer Interesse zeigt.',
          }),
        ]
      : []),
    ...(may('duties.bestimmung.confirm')
      ? [
          card({
            title: 'Bestimmungen bestätigen',
            href: '/bestimmungen',
            body: 'Was die Kommunen mit Datum und Quelle angegeben haben.',
          }),
        ]
      : []),
    ...(may('duties.rule.decide')
      ? [
          card({
            title: 'Regeln prüfen',
            href: '/regeln/pruefen',
            body: 'Die nächste ungeprüfte Regel lesen, Vorschläge der Kommunen entscheiden.',
          }),
        ]
      : []),
    ...(may('kommune.onboard')
      ? [
          card({
            title: 'Betreute Kommunen',
            href: '/betreuung',
            body: 'Eine Kommune aufnehmen und übergeben.',
          }),
        ]
      : []),
    ...(may('reference.import')
      ? [
          card({
            title: 'Referenzdaten',
            href: '/referenzdaten',
            body: 'Katalog, Gebietsstand und Regeln: was geladen ist und was neu wäre.',
          }),
        ]
      : []),
    ...(may('audit.read')
      ? [card({ title: 'Prüfspur', href: '/pruefspur', body: 'Wer hat wann was geändert oder gelesen?' })]
      : []),
    card({
      title: 'Katalog',
      href: '/katalog',
      body: 'Alle Leistungen mit Typisierung und Rechtsgrundlagen.',
    }),
    card({ title: 'Regeln', href: '/regeln', body: 'Nach welchen Normen Leitwerk entscheidet.' }),
  ];
  return {
    title: 'Womit möchten Sie beginnen?',
    main: html`${wartend}${cardGrid(...werkstattCards(werkstatt), ...cards)}`,
  };
}

function werkstattCards(werkstatt: Startblick | null) {
  if (werkstatt === null) return [];
  const { zuletzt } = werkstatt;
  return [
    card({
      title: 'Onlinedienste bauen',
      href: '/werkstatt',
      body: 'Die Werkstatt: einen Dienst beginnen, ändern, prüfen und veröffentlichen.',
    }),
    ...(zuletzt === null
      ? []
      : [
          card({
            title: `Weiter an „${zuletzt.titel}“`,
            href: zuletzt.href,
            body: 'Daran haben Sie zuletzt gearbeitet.',
          }),
        ]),
  ];
}
