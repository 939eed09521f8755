import { html } from 'hono/html';
import { formatLocalDate, isValidOn, type LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { badge, dateForm, evidenceBadge, externalLink, section, table } from '#ui';
import type { Schwelle } from '../domain/schwelle.ts';
import type { Territory } from '../domain/territory.ts';
import { groessenklasseLabel } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { conditionText, targetText } from '../views/status-texts.ts';

/** The thresholds of § 4 GO NRW in every version of the law, those in force on the day marked. */
export function thresholdsPage({ schwellen }: Territory, date: LocalDate): PageContent {
  const versions = [...Map.groupBy(schwellen, ({ fassung }) => fassung)].toSorted(newestFirst);
  return {
    title: 'Schwellen der Größenklassen',
    preline: '§ 4 GO NRW',
    breadcrumb: [{ label: 'Größenklassen', href: addresses.groessenklassen }],
    lead: 'Die Schwellen sind mehrfach geändert worden. Jede Fassung steht hier mit ihren Tagen und Quellen; Widersprüche der Quellen sind genannt.',
    wide: true,
    main: html`${dateForm(addresses.schwellen, date)}${versions.map(([fassung, rules]) => versionSection(fassung, rules, date))}`,
    nextSteps: [{ label: 'Größenklassen aller Gemeinden', href: addresses.groessenklassen }],
  };
}

function newestFirst([, [a]]: [string, Schwelle[]], [, [b]]: [string, Schwelle[]]): number {
  return (a?.validFrom ?? '') < (b?.validFrom ?? '') ? 1 : -1;
}

function versionSection(fassung: string, rules: readonly Schwelle[], date: LocalDate) {
  const [first] = rules;
  const inForce = first !== undefined && isValidOn(first, date);
  const from = first?.validFrom ? `ab ${formatLocalDate(first.validFrom)}` : 'Beginn unbekannt';
  const to = first?.validTo ? `bis ${formatLocalDate(first.validTo)}` : 'ohne bekanntes Ende';
  return section(
    fassung,
    html`<p>${inForce ? badge('success', `gilt am ${formatLocalDate(date)}`) : badge('info', `gilt am ${formatLocalDate(date)} nicht`)} ${from}, ${to}.</p>${table(
      {
        caption: fassung,
        captionHidden: true,
        columns: [
          { label: 'Ziel' },
          { label: 'Für' },
          { label: 'Bedingung', width: 'wide' },
          { label: 'Beleg' },
          { label: 'Quelle und Hinweis', width: 'wide' },
        ],
        rows: rules.map((rule) => [
          targetText(rule),
          rule.von.map((klasse) => groessenklasseLabel[klasse]).join(', '),
          conditionText(rule),
          evidenceBadge(rule.evidence),
          sourceCell(rule),
        ]),
      },
    )}`,
  );
}

function sourceCell({ source, note }: Schwelle) {
  const link = source.url ? externalLink(source.url, source.title) : source.title;
  return html`${link}${note ? html`<p class="kern-body kern-body--small">${note}</p>` : ''}`;
}
