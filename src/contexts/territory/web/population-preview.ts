import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { alert, button, buttonRow, form, formatNumber, linkButton, section, statTiles, table } from '#ui';
import type { PopulationPreview } from '../use-cases/report-population.ts';
import { addresses } from '../views/addresses.ts';

const shown = 100;

/** What a table of figures would change, what is wrong with it, and the button that takes it. */
export function previewContent(
  { csrfToken, form: values }: PageRequest,
  preview: PopulationPreview,
): PageContent {
  const { neu, geaendert, gleich, ausserhalb, probleme } = preview;
  const good = [...neu, ...geaendert];
  return {
    title: 'Einwohnerzahlen prüfen',
    preline: 'Größenklassen',
    breadcrumb: [{ label: 'Einwohnerzahlen einlesen', href: addresses.einwohnerImport }],
    wide: true,
    main: html`${statTiles([
      { label: 'Neu', value: formatNumber(neu.length) },
      { label: 'Geändert', value: formatNumber(geaendert.length), note: 'die alte Zahl bleibt nachlesbar' },
      { label: 'Unverändert', value: formatNumber(gleich) },
      { label: 'Nicht zu verstehen', value: formatNumber(probleme.length), note: 'werden ausgelassen' },
    ])}
      ${ausserhalb > 0 ? alert({ kind: 'info', title: 'Nicht alle Tage sind Stichtage', body: html`<p>${formatNumber(ausserhalb)} Zahlen gelten für andere Tage. Sie werden geführt, zählen aber nach § 4 GO NRW nicht.</p>` }) : ''}
      ${probleme.length > 0 ? section('Was nicht zu verstehen ist', problemTable(probleme)) : ''}
      ${good.length > 0 ? section('Was übernommen würde', goodTable(good)) : html`<p>Die Tabelle ändert nichts.</p>`}
      ${good.length > 0 ? confirmForm(csrfToken, values, good, probleme.length) : linkButton('Zurück', addresses.einwohnerImport, { kind: 'secondary' })}`,
  };
}

function confirmForm(
  csrfToken: string,
  values: URLSearchParams,
  good: PopulationPreview['neu'],
  broken: number,
) {
  const lines = good.map(({ body, stichtag, einwohner }) => `${body.ags};${stichtag};${einwohner}`);
  const hidden = {
    daten: ['ags;stichtag;einwohner', ...lines].join('\n'),
    quelle: values.get('quelle') ?? '',
    quelleUrl: values.get('quelleUrl') ?? '',
  };
  const label = broken > 0 ? `Die ${formatNumber(good.length)} guten Zeilen übernehmen` : 'Übernehmen';
  return form(
    { action: `${addresses.einwohnerImport}/uebernehmen`, csrfToken, hidden },
    buttonRow(button(label), linkButton('Abbrechen', addresses.einwohnerImport, { kind: 'secondary' })),
  );
}

function problemTable(probleme: PopulationPreview['probleme']) {
  const rest = probleme.length - shown;
  return html`${table({
    caption: 'Zeilen mit Fehlern',
    captionHidden: true,
    columns: [
      { label: 'Zeile', numeric: true },
      { label: 'Was fehlt', width: 'wide' },
    ],
    rows: probleme.slice(0, shown).map(({ line, message }) => [formatNumber(line), message]),
  })}${rest > 0 ? html`<p>Und ${formatNumber(rest)} weitere Zeilen.</p>` : ''}`;
}

function goodTable(good: PopulationPreview['neu']) {
  const rest = good.length - shown;
  return html`${table({
    caption: 'Neue und geänderte Zahlen',
    captionHidden: true,
    columns: [
      { label: 'Gemeinde' },
      { label: 'Stichtag' },
      { label: 'Bisher', numeric: true },
      { label: 'Neu', numeric: true },
    ],
    rows: good
      .slice(0, shown)
      .map(({ body, stichtag, bisher, einwohner }) => [
        body.name,
        formatLocalDate(stichtag),
        bisher === null ? '–' : formatNumber(bisher),
        formatNumber(einwohner),
      ]),
  })}${rest > 0 ? html`<p>Und ${formatNumber(rest)} weitere.</p>` : ''}`;
}
