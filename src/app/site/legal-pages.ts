import { html } from 'hono/html';
import type { PageContent, PageRoute } from '#platform';
import { alert, descriptionList, section } from '#ui';

/** The pages that the law asks of every website. They stand on every host and need no sign-in. */
export function legalRoutes(demo: boolean): readonly PageRoute[] {
  const route = (path: string, capability: string, content: PageContent): PageRoute => ({
    capability,
    method: 'GET',
    path,
    access: 'public',
    handle: async () => ({ kind: 'page', content }),
  });
  return [
    route('/impressum', 'site.imprint', imprint(demo)),
    route('/datenschutz', 'site.privacy', privacy(demo)),
    route('/barrierefreiheit', 'site.accessibility', accessibility(demo)),
  ];
}

function imprint(demo: boolean): PageContent {
  return {
    title: 'Impressum',
    main: html`${demo ? demoNote : ''}${section('Anbieter', html`<p class="kern-body">Diese Installation von Leitwerk betreibt der IT-Dienstleister, der sie Ihrer Kommune bereitstellt. Name, Anschrift und Vertretung trägt er vor der Inbetriebnahme ein.</p>`)}
      ${section('Herkunft der Daten', dataSources)}`,
  };
}

const dataSources = descriptionList([
  [
    'OZG-Katalog',
    'OZG-Umsetzungskatalog und LeiKa, Stand 05.10.2019, aus der OZG-Datenbank des KDN (MIT-Lizenz)',
  ],
  [
    'Gemeinden und Kreise',
    '© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 31.12.2020',
  ],
  ['Einwohner 2022', 'Zensus 2022, Statistische Ämter des Bundes und der Länder (dl-de/by-2-0)'],
  ['Postleitzahlen', '© OpenStreetMap-Mitwirkende (ODbL)'],
  ['Größenklassen', 'Verordnung nach § 4 GO NRW, Fassung 01.01.2025'],
]);

function privacy(demo: boolean): PageContent {
  return {
    title: 'Datenschutz',
    lead: 'Was Leitwerk über Sie speichert, wozu und wie lange.',
    main: html`${demo ? demoNote : ''}
      ${section('Wer Leitwerk nutzt', html`<p class="kern-body">Für Ihr Konto speichert Ihre Organisation Namen und E-Mail-Adresse. Beides liegt verschlüsselt in der Datenbank, unter einem Schlüssel, den nur Ihre Organisation nutzt. Passwörter speichert Leitwerk nicht, nur eine Prüfsumme, aus der sie sich nicht zurückrechnen lassen.</p>`)}
      ${section('Prüfspur', html`<p class="kern-body">Jede Änderung und jedes Lesen von Personendaten hinterlässt eine Zeile: wer, wann, was. Die Zeilen nennen Personen nur mit einer Nummer. Einsehen darf sie, wer in Ihrer Organisation das Recht dazu hat.</p>`)}
      ${section('Cookies', html`<p class="kern-body">Leitwerk setzt nur Cookies, die für Anmeldung und Formulare nötig sind. Sie enden mit der Sitzung. Es gibt keine Messung von Besuchen und keine Inhalte von anderen Servern.</p>`)}
      ${section('Ihre Rechte', html`<p class="kern-body">Sie können Auskunft, Berichtigung und Löschung verlangen. Wenden Sie sich an die Organisation, für die Sie angemeldet sind; sie ist verantwortlich.</p>`)}`,
  };
}

function accessibility(demo: boolean): PageContent {
  return {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Diese Erklärung gilt für den Verwaltungsbereich von Leitwerk. Stand: 21.11.2026.',
    main: html`${demo ? demoNote : ''}
      ${section('Stand der Vereinbarkeit', html`<p class="kern-body">Ziel sind BITV 2.0 und WCAG 2.2, Stufe AA. Jede Seitenvorlage wird bei jeder Änderung mit axe in Chromium geprüft, bei 320 und 1280 Pixel Breite und mit gesperrten Skripten; Tastatur und Fokus prüft ein eigener Rundgang. Diese Prüfungen finden nur einen Teil möglicher Barrieren. Eine Prüfung durch Menschen mit Behinderung steht noch aus.</p>`)}
      ${section('Barriere melden', html`<p class="kern-body">Ist Ihnen etwas nicht zugänglich? <a class="kern-link" href="/feedback">Sagen Sie es uns.</a> Sie brauchen dafür kein Konto und müssen keinen Namen nennen.</p>`)}
      ${section('Schlichtung', html`<p class="kern-body">Antworten wir nicht binnen sechs Wochen oder hilft die Antwort nicht, können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden (§ 10d BGG NRW).</p>`)}`,
  };
}

const demoNote = alert({
  kind: 'warning',
  title: 'Vorführung, keine Behörde',
  body: 'Diese Installation dient der Vorführung. Personen und Organisationen sind erfunden.',
});
