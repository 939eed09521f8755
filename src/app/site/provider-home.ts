import type { PageContent, PageRequest } from '#platform';
import { card, cardGrid } from '#ui';

/** The start page of whoever acts for no Kommune: what their roles let them begin. */
export function providerHome({ principal }: PageRequest): PageContent {
  const may = (permission: string) => principal?.permissions.has(permission) === true;
  const cards = [
    ...(may('circle.read')
      ? [
          card({
            title: 'Überblick',
            href: '/ueberblick',
            body: 'Alle betreuten Kommunen: wer ist wofür zuständig, und wie viel ist entschieden?',
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
  return { title: 'Womit möchten Sie beginnen?', main: cardGrid(...cards) };
}
