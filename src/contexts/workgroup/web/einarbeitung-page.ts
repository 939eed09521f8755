import { html } from 'hono/html';
import { formatLocalDate, ok } from '#kernel';
import {
  button,
  errorOf,
  form,
  formatNumber,
  type Html,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import { makePaket, type Paket, type PaketTeil, personenFuer } from '../use-cases/paket.ts';
import type { Seite } from './deps-page.ts';
import { krume } from './teile.ts';

/** The newcomer's and hand-over pack of a person and a role. */
export const einarbeitungSeite: Seite = async (deps, wer, request) => {
  const felder = { person: request.query.get('person') ?? '', rolle: request.query.get('rolle') ?? '' };
  const made = await makePaket(deps, wer, felder);
  const problems = made.ok ? [] : problemsOf(made.refusal);
  const people = await personenFuer(deps, wer);
  const choice = form(
    { action: '/arbeitsgruppe/einarbeitung', method: 'get', label: 'Paket wählen' },
    html`${selectField({ name: 'person', label: 'Wessen Arbeit wird übergeben?', options: people, value: made.ok ? (made.value.person?.id ?? '') : felder.person, placeholder: 'ich selbst', optional: true, error: errorOf(problems, 'person') })}${selectField({ name: 'rolle', label: 'Für welche Rolle?', options: deps.rollen, value: made.ok ? made.value.rolle.value : felder.rolle, placeholder: null, error: errorOf(problems, 'rolle') })}${button('Paket zeigen', { kind: 'secondary' })}`,
  );
  return ok({
    title: 'Einarbeitung und Übergabe',
    lead: 'Pflichten, offene Punkte, Beschlüsse, Termine, Ansprechstellen und Begriffe: für alle, die eine Aufgabe übernehmen oder abgeben.',
    breadcrumb: krume,
    main: html`${made.ok ? '' : refusalNotice(made.refusal)}${choice}${made.ok ? inhalt(made.value) : ''}`,
  });
};

function inhalt({ person, rolle, haus, stand, teile }: Paket): Html {
  const query = new URLSearchParams({ rolle: rolle.value, ...(person ? { person: person.id } : {}) });
  return html`<p class="kern-body">${haus}, ${rolle.label}${person ? `, ${person.name}` : ''}. Stand ${formatLocalDate(stand)}.</p><p>${linkButton('Als PDF', `/arbeitsgruppe/einarbeitung.pdf?${query}`, { kind: 'secondary' })}</p>${teile.map(teilSection)}`;
}

function teilSection({ key, titel, leer, zeilen, gesamt, alle }: PaketTeil): Html {
  const rest =
    gesamt > zeilen.length ? `Gezeigt sind ${formatNumber(zeilen.length)} von ${formatNumber(gesamt)}.` : '';
  return section(
    titel,
    html`${table({
      caption: titel,
      captionHidden: true,
      columns: [{ label: 'Was', width: 'wide' }, { label: 'Näheres' }, { label: 'Tag', width: 'narrow' }],
      rows: zeilen.map(({ text, zusatz, tag, href }) => [
        href ? textLink(href, text) : text,
        zusatz,
        tag ? formatLocalDate(tag) : '',
      ]),
      empty: html`<p class="kern-body">${leer}</p>`,
    })}${rest === '' && alle === null ? '' : html`<p class="kern-body">${rest} ${alle === null ? '' : textLink(alle, 'Alle ansehen')}</p>`}`,
    { id: `paket-${key}` },
  );
}
