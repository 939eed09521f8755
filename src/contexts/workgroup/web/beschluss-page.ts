import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formatLocalDate, ok } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  alert,
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  type Html,
  problemsOf,
  refusalNotice,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { WorkgroupDeps } from '../deps.ts';
import { type BeschlussSchritt, beschlussErlaubt, wahlen } from '../domain/abstimmung.ts';
import { gewichtungLabel, wahlLabel } from '../messages.ts';
import type { Ziel } from '../store/beschluesse.ts';
import { type BeschlussBlick, listBeschluesse, readBeschlussBlick } from '../use-cases/read-beschluesse.ts';
import type { Mitwirkende } from '../use-cases/wer.ts';
import { ergebnisText } from '../views/dokumente.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { absaetze, beschlussBadge, getippt, krume, sitzungHref, sitzungLink } from './teile.ts';

/** One decision: its words, what it concerns, and the vote as it stands. */
export const beschlussSeite: Seite = async (deps, wer, request, refused) => {
  const read = await readBeschlussBlick(deps, wer, request.params.id ?? '');
  if (!read.ok) return read;
  const one = read.value;
  const href = `/arbeitsgruppe/beschluesse/${one.id}`;
  const open = one.zustand === 'abstimmung';
  return ok({
    title: one.titel,
    preline: `Beschluss ${one.nummer}`,
    breadcrumb: [...krume, { label: one.sitzung.titel, href: sitzungHref(one.sitzung.id) }],
    ...(open ? { scripts: ['mitschrift'] } : {}),
    ...flashOf(request),
    main: html`${refusalNotice(refused)}<p>${beschlussBadge(one.zustand)}</p>${absaetze(one.text)}${fakten(one, zielLinks(deps, wer, one.ziele))}${stimmeSection(one, href, request.csrfToken)}${open || one.stand !== null ? section('Stand der Abstimmung', html`<div data-mitschrift="${href}">${standHtml(one)}</div>${open ? html`<p class="kern-body kern-body--small">${textLink(href, 'Stand neu laden')}</p>` : ''}`) : ''}${schritte(one, wer, request, refused)}`,
    nextSteps: [
      { label: 'Zur Sitzung', href: sitzungHref(one.sitzung.id) },
      ...(one.zustand === 'angenommen' && !wer.leitet
        ? [{ label: 'Nächste Schritte Ihrer Kommune', href: '/naechste-schritte' }]
        : []),
    ],
  });
};

function fakten({ sitzung, gewichtung, entschiedenAm, grund }: BeschlussBlick, betrifft: Html | ''): Html {
  return descriptionList([
    ['Sitzung', html`${sitzungLink(sitzung)}, ${formatLocalDate(sitzung.tag)}`],
    ['Gezählt wird', gewichtungLabel[gewichtung]],
    ['Betrifft', betrifft],
    ['Entschieden', entschiedenAm ? formatInstant(entschiedenAm) : ''],
    ['Grund', grund],
  ]);
}

/** What a decision concerns; a link only for whoever may read there. */
function zielLinks(
  { ziele: kinds }: WorkgroupDeps,
  { principal }: Mitwirkende,
  ziele: readonly Ziel[],
): Html | '' {
  if (ziele.length === 0) return '';
  const mayRead = (art: string) =>
    kinds.find((kind) => kind.art === art)?.mayRead(principal.permissions) ?? true;
  return html`${ziele.map(({ art, name, href }, at) => html`${at > 0 ? ', ' : ''}${mayRead(art) ? textLink(href, name) : name}`)}`;
}

function stimmeSection(
  { zustand, darfStimmen, eigene, gewichtung }: BeschlussBlick,
  href: string,
  csrfToken: string,
): Html | '' {
  if (zustand !== 'abstimmung') return '';
  if (!darfStimmen)
    return alert({
      kind: 'info',
      title:
        gewichtung === 'person'
          ? 'Sie haben in dieser Arbeitsgruppe keinen Sitz und keine Stimme.'
          : 'Hier stimmen die Kommunen mit einem Sitz ab.',
    });
  const own = eigene
    ? `${gewichtung === 'person' ? 'Sie haben' : 'Ihre Kommune hat'} mit ${wahlLabel[eigene.wahl]} gestimmt. Bis zum Ende können Sie das ändern.`
    : 'Sie haben noch nicht abgestimmt.';
  return section(
    'Ihre Stimme',
    html`<p class="kern-body">${own}</p>${form({ action: `${href}/stimme`, csrfToken, label: 'Abstimmen' }, buttonRow(...wahlen.map((wahl) => button(wahlLabel[wahl], { name: 'wahl', value: wahl, kind: eigene?.wahl === wahl ? 'primary' : 'secondary' }))))}`,
    { id: 'stimme' },
  );
}

function standHtml({ stand, stimmen, zustand }: BeschlussBlick): Html {
  const rows = stimmen.map(({ haus, wahl }) => [haus, wahlLabel[wahl]]);
  const sum = stand
    ? html`<p class="kern-body lw-measure">${ergebnisText(stand)} ${zustand === 'abstimmung' ? `Danach wäre der Beschluss ${stand.angenommen ? 'angenommen' : 'abgelehnt'}.` : ''}</p>`
    : '';
  return html`${sum}${table({ caption: 'Stimmen', captionHidden: true, columns: [{ label: 'Wer' }, { label: 'Stimme', width: 'narrow' }], rows, small: true, empty: html`<p class="kern-body">Noch keine Stimme.</p>` })}`;
}

const knopf: Readonly<Record<Exclude<BeschlussSchritt, 'zurueckziehen'>, string>> = {
  oeffnen: 'Abstimmung öffnen',
  schliessen: 'Abstimmung schließen und zählen',
  festhalten: 'Ohne Abstimmung als angenommen festhalten',
};

function schritte(
  { id, zustand, sitzung }: BeschlussBlick,
  wer: Mitwirkende,
  request: PageRequest,
  refused: Refusal | null,
): Html | '' {
  const may = (schritt: BeschlussSchritt) => beschlussErlaubt(zustand, schritt);
  if (!wer.leitet || sitzung.providerId !== wer.tenant || !may('zurueckziehen')) return '';
  const href = `/arbeitsgruppe/beschluesse/${id}`;
  const steps = (['oeffnen', 'schliessen', 'festhalten'] as const).filter(may);
  const error = errorOf(problemsOf(refused), 'grund');
  return section(
    'Wie es weitergeht',
    html`${steps.map((schritt, at) => form({ action: `${href}/${schritt}`, csrfToken: request.csrfToken, label: knopf[schritt] }, button(knopf[schritt], { kind: at === 0 ? 'primary' : 'secondary' })))}${accordion(
      {
        title: 'Vorschlag zurückziehen',
        open: error !== null,
        body: form(
          { action: `${href}/zurueckziehen`, csrfToken: request.csrfToken, label: 'Vorschlag zurückziehen' },
          html`${textareaField({ name: 'grund', label: 'Warum?', value: getippt(request, 'grund', ''), rows: 2, maxLength: 500, error })}${button('Zurückziehen', { kind: 'secondary' })}`,
        ),
      },
    )}`,
    { id: 'weiter' },
  );
}

/** All decisions of the group. */
export const beschluesseSeite: Seite = async (deps, wer, request) => {
  const all = await listBeschluesse(deps, wer);
  const rows = all.map(({ id, titel, zustand, ergebnis, ziele, sitzung }) => [
    textLink(`/arbeitsgruppe/beschluesse/${id}`, titel),
    sitzung ? html`${sitzungLink(sitzung)}, ${formatLocalDate(sitzung.tag)}` : '',
    beschlussBadge(zustand),
    ergebnis ? ergebnisText(ergebnis) : '',
    zielLinks(deps, wer, ziele),
  ]);
  return ok({
    title: 'Beschlüsse',
    breadcrumb: krume,
    wide: true,
    ...flashOf(request),
    main: table({
      caption: 'Beschlüsse',
      captionHidden: true,
      columns: [
        { label: 'Beschluss', width: 'wide' },
        { label: 'Sitzung' },
        { label: 'Stand' },
        { label: 'Ergebnis' },
        { label: 'Betrifft' },
      ],
      rows,
      empty: html`<p class="kern-body">Es wurde noch nichts beschlossen. Beschlüsse entstehen in einer Sitzung.</p>`,
    }),
  });
};
