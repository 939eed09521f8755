import { html } from 'hono/html';
import { addDays, formatLocalDate, ok } from '#kernel';
import {
  accordion,
  badge,
  button,
  emptyState,
  errorOf,
  form,
  type Html,
  problemsOf,
  refusalNotice,
  section,
  table,
  textareaField,
} from '#ui';
import { readGruppenBlick } from '../use-cases/read-uebersicht.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { type Auf, gaesteTeil } from './mitglieder-gaeste.ts';
import { getippt, krume, sitzFeld } from './teile.ts';

/** Seats and guests of each group. */
export const mitgliederSeite: Seite = async (deps, wer, request, refused) => {
  const { gruppen, sitze, gaeste } = await readGruppenBlick(deps, wer);
  const eigene = new Map((await deps.colleagues(wer.tenant)).map(({ id, name }) => [id, name]));
  const bisTag = addDays(deps.clock.today(), 180);
  const parts = gruppen.map((gruppe) => {
    const mine = sitze.filter(({ gruppeId }) => gruppeId === gruppe.id);
    return eineGruppe({
      gruppe,
      sitze: mine,
      gaeste: gaeste.filter(({ gruppeId }) => gruppeId === gruppe.id),
      wer,
      request,
      refused,
      bisTag,
      eigene,
    });
  });
  return ok({
    title: 'Mitglieder und Gäste',
    lead: 'Sitze gehören Organisationen. Wer ihn einnimmt, sehen mit Namen nur Menschen derselben Organisation.',
    breadcrumb: krume,
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${gruppen.length === 0 ? emptyState({ title: 'Noch keine Arbeitsgruppe', body: 'Arbeitsgruppen gründet der IT-Dienstleister.' }) : parts}`,
  });
};

function eineGruppe(auf: Auf): Html {
  const { gruppe, sitze, wer } = auf;
  const there = sitze.filter(({ bis }) => bis === null);
  const gone = sitze.filter(({ bis }) => bis !== null);
  const name = (id: string | null) => sitze.find((sitz) => sitz.id === id)?.haus ?? null;
  return section(
    gruppe.name,
    html`<p class="kern-body lw-measure">${gruppe.zweck}</p>${mitmachen(auf)}
      ${table({
        caption: `Sitze (${there.length})`,
        columns: [
          { label: 'Organisation', width: 'wide' },
          { label: 'Besetzt' },
          { label: 'Seit', width: 'narrow' },
        ],
        rows: there.map(({ haus, hausId, memberId, seit }) => [
          haus,
          besetzt(auf, hausId, memberId),
          formatLocalDate(seit),
        ]),
        empty: html`<p class="kern-body">Noch kein Sitz.</p>`,
      })}
      ${gone.length === 0 ? '' : accordion({ title: `Ausgeschieden (${gone.length})`, open: auf.request.query.get('getan') === 'beendet', body: html`<ul class="kern-list kern-list--bullet">${gone.map(({ haus, bis, nachfolge }) => html`<li>${haus}, bis ${bis ? formatLocalDate(bis) : ''}. ${name(nachfolge) ? `Aufgaben und Fragen übernahm ${name(nachfolge)}.` : 'Aufgaben und Fragen haben noch niemanden, der zuständig ist; die Leitung teilt sie neu zu.'}</li>`)}</ul>` })}
      ${beenden(auf)}${wer.leitet ? html`${sitzeForm(auf)}${gaesteTeil(auf)}` : ''}`,
    { id: `gruppe-${gruppe.id}` },
  );
}

function besetzt({ eigene, wer }: Auf, hausId: string, memberId: string | null): Html | string {
  if (memberId === null) return badge('warning', 'noch frei');
  return hausId === wer.tenant ? (eigene.get(memberId) ?? 'ja') : 'ja';
}

function mitmachen({ gruppe, sitze, wer, request }: Auf): Html | '' {
  if (wer.memberId === null || sitze.some(({ memberId, bis }) => memberId === wer.memberId && bis === null))
    return '';
  return html`<p class="kern-body">Sie haben in dieser Arbeitsgruppe noch keinen Sitz.</p>${form({ action: `/arbeitsgruppe/gruppen/${gruppe.id}/beitreten`, csrfToken: request.csrfToken, label: 'Sitz einnehmen' }, button('Sitz einnehmen'))}`;
}

function beenden({ sitze, wer, request, refused }: Auf): Html {
  const mine = sitze.filter(({ bis, hausId }) => bis === null && (hausId === wer.tenant || wer.leitet));
  return html`${mine
    .filter(({ hausId, memberId }) => hausId === wer.tenant || memberId !== null)
    .map((sitz) => {
      const here = request.params.sitz === sitz.id && refused !== null;
      return accordion({
        title: `Sitz von ${sitz.haus} beenden`,
        open: here,
        body: form(
          {
            action: `/arbeitsgruppe/sitze/${sitz.id}/beenden`,
            csrfToken: request.csrfToken,
            label: `Sitz von ${sitz.haus} beenden`,
          },
          html`<p class="kern-body lw-measure">Offene Aufgaben und Fragen gehen an die Nachfolge. Nennen Sie niemanden, übernimmt ein anderer Sitz derselben Organisation; gibt es keinen, sieht sie die Leitung und teilt sie neu zu. Zu Sitzungen, zu denen dieser Sitz schon eingeladen ist, kommt eine Absage, die nur diesen Termin aus dem Kalender nimmt.</p>${sitzFeld(
            sitze.filter(({ id }) => id !== sitz.id),
            {
              name: 'nachfolge',
              id: here ? 'feld-nachfolge' : `nachfolge-${sitz.id}`,
              label: 'Nachfolge',
              value: here ? getippt(request, 'nachfolge', '') : '',
              error: here ? errorOf(problemsOf(refused), 'nachfolge') : null,
            },
          )}${button('Sitz beenden', { kind: 'secondary' })}`,
        ),
      });
    })}`;
}

function sitzeForm({ gruppe, request, refused }: Auf): Html {
  const here = request.params.gruppe === gruppe.id && request.path.endsWith('/sitze');
  return accordion({
    title: 'Kommunen einen Sitz geben',
    open: here,
    body: form(
      {
        action: `/arbeitsgruppe/gruppen/${gruppe.id}/sitze`,
        csrfToken: request.csrfToken,
        label: 'Kommunen einen Sitz geben',
      },
      html`${textareaField({ name: 'kommunen', id: here ? 'feld-kommunen' : `kommunen-${gruppe.id}`, label: 'Kommunen', hint: 'Namen oder AGS, durch Komma getrennt; „alle“ für alle betreuten. Wer schon einen Sitz hat, behält ihn.', value: here ? getippt(request, 'kommunen', '') : '', rows: 2, maxLength: 5000, error: here ? errorOf(problemsOf(refused), 'kommunen') : null })}${button('Sitze vergeben', { kind: 'secondary' })}`,
    ),
  });
}
