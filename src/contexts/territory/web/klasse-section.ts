import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { descriptionList, evidenceBadge, externalLink, type Html, section, table } from '#ui';
import { isKreis } from '../domain/body-names.ts';
import type { Body, GroessenklasseFact, GroessenklasseOn, Territory } from '../domain/territory.ts';
import { groessenklasseLabel, messages } from '../messages.ts';

/** The class of a body on a day with everything that speaks for it, and what other sets say over time. */
export function klasseSection(
  territory: Territory,
  body: Body,
  klasse: GroessenklasseOn,
  date: LocalDate,
): Html {
  const facts = territory.klassenByAgs.get(body.ags) ?? [];
  const { source, validFrom, validTo, grade, note } = klasse;
  const current = descriptionList([
    [`Am ${formatLocalDate(date)}`, groessenklasseLabel[klasse.klasse]],
    ['Gültig', validity(validFrom, validTo)],
    ['Quelle', source.url ? externalLink(source.url, source.title) : source.title],
    ['Beleg', evidenceBadge(grade)],
    ['Hinweis', note],
  ]);
  const history = facts.length > 1 ? historyTable(facts) : '';
  return section(
    messages.groessenklasse,
    html`${current}${history}`,
    isKreis(body) ? {} : { lead: messages.klasseLead },
  );
}

function historyTable(facts: readonly GroessenklasseFact[]): Html {
  return table({
    caption: 'Größenklasse im Lauf der Zeit',
    small: true,
    columns: [
      { label: messages.groessenklasse },
      { label: 'Gültig' },
      { label: 'Beleg' },
      { label: 'Quelle', width: 'wide' },
    ],
    rows: facts.map(({ klasse, validFrom, validTo, evidence, source }) => [
      groessenklasseLabel[klasse],
      validity(validFrom, validTo),
      evidenceBadge(evidence),
      source.title,
    ]),
  });
}

function validity(from: LocalDate | null, to: LocalDate | null): string {
  const start = from === null ? 'Beginn unbekannt' : `ab ${formatLocalDate(from)}`;
  return to === null ? `${start}, ohne Ende` : `${start} bis ${formatLocalDate(to)}`;
}
