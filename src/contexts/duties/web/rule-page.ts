import { html } from 'hono/html';
import { formatLocalDate, type Validity } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { descriptionList, evidenceBadge, externalLink, section, table, textLink } from '#ui';
import { groessenklasseLabel, groessenklassen } from '../domain/groessenklasse.ts';
import type { Regel } from '../domain/regel.ts';
import { reaches } from '../domain/reichweite.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { wertLabel } from './wert-label.ts';

/** One rule with its norm, spread and reach. */
export function ruleAnswer(world: DutiesWorld, { params }: PageRequest) {
  const regel = world.duties.facts.regelwerk.regeln.find(({ id }) => id === params.id);
  if (regel) return { kind: 'page', content: ruleContent(world, regel) } as const;
  const suggestions = world.duties.facts.regelwerk.regeln
    .slice(0, 5)
    .map(({ id, aufgabe }) => ({ key: id, label: aufgabe }));
  return {
    kind: 'refusal',
    refusal: {
      kind: 'not-found',
      code: 'DUTIES_RULE_UNKNOWN',
      message: `Die Regel „${params.id}“ gibt es nicht.`,
      suggestions,
    },
  } as const;
}

function ruleContent(world: DutiesWorld, regel: Regel): PageContent {
  const reached = world.catalogue.leistungen.filter((leistung) => reaches(regel.reichweite, leistung));
  return {
    title: regel.aufgabe,
    preline: 'Regel',
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    main: html`
      ${descriptionList([
        ['Norm', regel.norm],
        ['Beleg', html`${evidenceBadge(regel.evidenz)} ${regel.beleg}`],
        ['Gilt', validity(regel)],
        ['Nachfolge geprüft', regel.nachfolgeGeprueft ? 'ja' : 'nein'],
        ['Stelle', regel.stelle],
        ['Bemerkung', regel.bemerkung],
        [
          'Quellen',
          html`<ul class="kern-list">${regel.quellen.map(({ title, url }) => html`<li>${url ? externalLink(url, title) : title}</li>`)}</ul>`,
        ],
      ])}
      ${section('Wer nimmt die Aufgabe wahr?', spread(regel))}
      ${regel.vorbehalte.length > 0 ? section('Vorbehalte', reservations(regel)) : ''}
      ${section(`Erreichte Leistungen (${reached.length})`, html`<ul class="lw-columns">${reached.slice(0, 400).map(({ id, name }) => html`<li>${textLink(`/katalog/leistungen/${id}`, name)}</li>`)}</ul>`)}`,
    nextSteps: [{ label: 'Alle Regeln', href: '/regeln' }],
  };
}

function spread(regel: Regel) {
  return table({
    caption: 'Verteilung auf die Klassen',
    captionHidden: true,
    columns: [{ label: 'Klasse' }, { label: 'nimmt wahr' }],
    rows: groessenklassen.map((klasse) => [groessenklasseLabel[klasse], wertLabel[regel.verteilung[klasse]]]),
  });
}

function reservations(regel: Regel) {
  return html`<ul class="kern-list kern-list--bullet">${regel.vorbehalte.map(
    ({ grund, ausser }) =>
      html`<li>${grund}${ausser.length > 0 ? html`<br>Ausgenommen: ${ausser.map((each) => each.grund).join('; ')}` : ''}</li>`,
  )}</ul>`;
}

function validity({ validFrom, validTo }: Validity): string {
  const from = validFrom ? formatLocalDate(validFrom) : 'unbekannt';
  return `ab ${from}, ${validTo ? `bis einschließlich ${formatLocalDate(validTo)}` : 'ohne bekanntes Ende'}`;
}
