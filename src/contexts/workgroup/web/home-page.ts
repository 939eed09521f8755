import { html } from 'hono/html';
import { formatLocalDate, ok } from '#kernel';
import {
  button,
  card,
  cardGrid,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  statTiles,
  textareaField,
  textLink,
} from '#ui';
import type { WorkgroupDeps } from '../deps.ts';
import { wartetFaden } from '../domain/frage.ts';
import type { Gruppe } from '../store/gruppen.ts';
import { readFragen } from '../use-cases/fragen.ts';
import { listBeschluesse } from '../use-cases/read-beschluesse.ts';
import {
  type AufgabeZeile,
  listAufgaben,
  listSitzungen,
  naechsteUndLetzte,
  readGruppenBlick,
  type SitzungZeile,
} from '../use-cases/read-uebersicht.ts';
import type { Mitwirkende } from '../use-cases/wer.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { beschlussBadge, sitzungBadge, sitzungHref, sitzungLink, wannWo } from './teile.ts';

/** The working group at a glance: the next session, what waits for me, what was decided last. */
export const homeSeite: Seite = async (deps, wer, request, refused) => {
  const { gruppen } = await readGruppenBlick(deps, wer);
  const blick = gruppen.length === 0 ? leer(wer) : await filled(deps, wer, gruppen);
  const problems = problemsOf(refused);
  const found = wer.leitet
    ? section(
        gruppen.length === 0 ? 'Arbeitsgruppe gründen' : 'Weitere Arbeitsgruppe gründen',
        form(
          { action: '/arbeitsgruppe/gruppen', csrfToken: request.csrfToken, label: 'Arbeitsgruppe gründen' },
          html`${inputField({ name: 'name', label: 'Name', value: request.form.get('name'), maxLength: 200, error: errorOf(problems, 'name') })}${textareaField({ name: 'zweck', label: 'Wozu es sie gibt', value: request.form.get('zweck'), rows: 2, maxLength: 2000, optional: true, error: errorOf(problems, 'zweck') })}${button('Arbeitsgruppe gründen', { kind: 'secondary' })}`,
        ),
      )
    : '';
  return ok({
    title: 'Arbeitsgruppe',
    lead: gruppen.map(({ name }) => name).join(', '),
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${blick}${found}`,
  });
};

function leer({ leitet }: Mitwirkende): Html {
  return emptyState({
    title: 'Noch keine Arbeitsgruppe',
    body: leitet
      ? 'Gründen Sie unten eine Arbeitsgruppe. Danach geben Sie den Kommunen einen Sitz und planen die erste Sitzung.'
      : 'Ihr IT-Dienstleister hat noch keine Arbeitsgruppe gegründet. Sobald es eine gibt, stehen hier die nächste Sitzung und Ihre Aufgaben.',
  });
}

async function filled(deps: WorkgroupDeps, wer: Mitwirkende, gruppen: readonly Gruppe[]): Promise<Html> {
  const sitzungen = await listSitzungen(deps, wer);
  const { next, last } = naechsteUndLetzte(sitzungen);
  const mine = (await listAufgaben(deps, wer)).filter(({ eigene, zustand }) => eigene && zustand === 'offen');
  const { fragen } = await readFragen(deps, wer);
  const open = fragen.filter(({ faden }) => wartetFaden(faden)).length;
  const decided = (await listBeschluesse(deps, wer)).filter(
    ({ zustand }) => zustand === 'angenommen' || zustand === 'abgelehnt',
  );
  return html`<div class="lw-section">${statTiles([
    {
      label: open === 1 ? 'offene Frage' : 'offene Fragen',
      value: String(open),
      href: '/arbeitsgruppe/fragen',
    },
    {
      label: mine.length === 1 ? 'offene Aufgabe Ihrer Organisation' : 'offene Aufgaben Ihrer Organisation',
      value: String(mine.length),
      href: '/arbeitsgruppe/aufgaben',
    },
    {
      label: decided.length === 1 ? 'Beschluss' : 'Beschlüsse',
      value: String(decided.length),
      href: '/arbeitsgruppe/beschluesse',
    },
  ])}</div>${section('Nächste Sitzung', html`${next ? nextCard(next) : html`<p class="kern-body">Es ist keine Sitzung geplant. Offene Fragen warten auf den nächsten Termin.</p>`}${plan(wer, gruppen)}`)}
  ${section('Ihre Aufgaben', aufgabenListe(mine))}
  ${last ? section('Letzte Sitzung', html`<p class="kern-body">${sitzungLink(last.sitzung)}, ${wannWo(last.sitzung)}</p><ul class="kern-list kern-list--bullet">${decided.filter(({ sitzungId }) => sitzungId === last.sitzung.id).map(({ id, titel, zustand }) => html`<li>${textLink(`/arbeitsgruppe/beschluesse/${id}`, titel)} ${beschlussBadge(zustand)}</li>`)}</ul>`) : ''}`;
}

function nextCard({ sitzung, gruppe }: SitzungZeile): Html {
  const body = html`<p class="kern-body">${sitzungBadge(sitzung.zustand)} ${gruppe}</p><p class="kern-body">${wannWo(sitzung)}</p>
    <p class="kern-body">${textLink(sitzungHref(sitzung.id), 'Tagesordnung und Anmeldung')}</p><p class="kern-body">${textLink(`${sitzungHref(sitzung.id)}/neues`, 'Was ist neu seit der letzten Sitzung')}</p>`;
  return cardGrid(card({ title: sitzung.titel, headingLevel: 3, body }));
}

function aufgabenListe(mine: readonly AufgabeZeile[]): Html {
  if (mine.length === 0) return html`<p class="kern-body">Für Ihre Organisation ist keine Aufgabe offen.</p>`;
  return html`<ul class="kern-list kern-list--bullet">${mine.map(({ titel, faellig }) => html`<li>${titel}${faellig ? `, fällig am ${formatLocalDate(faellig)}` : ''}</li>`)}</ul>`;
}

function plan(
  { leitet }: Mitwirkende,
  gruppen: readonly { readonly id: string; readonly name: string }[],
): Html | '' {
  if (!leitet || gruppen.length === 0) return '';
  return html`<p>${gruppen.map(({ id, name }) => linkButton(gruppen.length === 1 ? 'Sitzung planen' : `Sitzung planen: ${name}`, `/arbeitsgruppe/sitzungen/neu?gruppe=${id}`, { kind: 'secondary' }))}</p>`;
}
