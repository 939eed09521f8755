import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest, Vorgang } from '#platform';
import { accordion, badge, progress, refusalNotice, section } from '#ui';
import type { ReleasesDeps } from '../deps.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import type { Viewer } from '../use-cases/actors.ts';
import { festhaltbarBis } from '../use-cases/hold-on.ts';
import type { Dienststand, Fassungsstand } from '../use-cases/read-fassungen.ts';
import { fassungen, flashOf } from './answers.ts';
import { holdForm, noteForm, putBackForm } from './dienst-forms.ts';
import { rolloutParts } from './rollout-parts.ts';
import { zeilenListe } from './zeilen.ts';

/** What the page of a service is made of: its versions, what the worker is at, and what was wrong with what was sent. */
interface Gezeigt {
  readonly stand: Dienststand;
  readonly vorgang: Vorgang | null;
  readonly reason: Refusal | null;
}

/** A service with its versions, for its provider or for a Kommune that uses it. */
export async function dienstContent(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  { stand, vorgang, reason }: Gezeigt,
): Promise<PageContent> {
  const running = vorgang !== null && !['done', 'failed'].includes(vorgang.state);
  const { dienst } = stand;
  const isProvider = viewer.art === 'anbieter';
  const typed = reason ? request.form : new URLSearchParams();
  const bar = running
    ? progress({
        label: 'Kommunen werden umgestellt',
        value: vorgang.percent,
        max: 100,
        text: vorgang.message,
        pollUrl: `/fassungen/${dienst}/fortschritt?vorgang=${vorgang.id}`,
        doneUrl: `/fassungen/${dienst}?getan=schritt`,
      })
    : '';
  const state = { stand, csrfToken: request.csrfToken, typed, reason };
  return {
    title: stand.titel,
    preline: 'Fassungen',
    breadcrumb: [fassungen],
    wide: true,
    ...flashOf(request),
    ...(running ? { refreshSeconds: 5 } : {}),
    main: html`${refusalNotice(reason)}${bar}${rolloutParts({ ...state, isProvider })}
    ${isProvider ? '' : await ownPart(deps, viewer, state)}
    ${section('Fassungen', html`${stand.fassungen.map(fassungPart)}`, { id: 'fassungen' })}
    ${isProvider ? html`${noteForm(state)}${putBackForm(state)}` : ''}`,
    nextSteps: isProvider ? providerSteps(stand) : kommuneSteps(stand),
  };
}

async function ownPart(
  deps: ReleasesDeps,
  viewer: Viewer,
  state: Parameters<typeof holdForm>[0],
): Promise<ReturnType<typeof holdForm>> {
  const { eigene, dienst } = state.stand;
  if (viewer.art !== 'kommune' || eigene === null) return '';
  const bis = await festhaltbarBis(deps, dienst, eigene.fassung);
  return holdForm(state, { darf: viewer.darfFesthalten, bis: bis.ok ? bis.value : null });
}

function fassungPart({ angebot, notiz, gegen, zeilen, kommunen }: Fassungsstand) {
  const marks = notiz?.sicherheit
    ? html`<p class="kern-body">${badge('danger', 'behebt eine Sicherheitslücke')}</p>`
    : '';
  const users = kommunen === 1 ? '1 Kommune nutzt sie' : `${kommunen} Kommunen nutzen sie`;
  return accordion({
    title: `Fassung ${angebot.fassung}${angebot.zurueckgezogen ? ', zurückgezogen' : ''}, ${users}`,
    open: kommunen > 0,
    body: html`${marks}${
      notiz
        ? html`${notiz.text.split('\n').map((line) => html`<p class="kern-body lw-measure">${line}</p>`)}`
        : html`<p class="kern-body kern-body--muted">Der IT-Dienstleister hat zu dieser Fassung nichts geschrieben.</p>`
    }${gegen === null ? html`<p class="kern-body">Die erste Fassung, die angeboten wurde.</p>` : html`<p class="kern-body">Gegenüber Fassung ${gegen}:</p>${zeilenListe(zeilen)}`}`,
  });
}

function providerSteps({ dienst, ausrollung }: Dienststand) {
  const busy = ausrollung !== null && istUnterwegs(ausrollung.zustand);
  return [
    { label: 'Wer welche Fassung nutzt', href: `/fassungen/${dienst}/kommunen` },
    ...(busy ? [] : [{ label: 'Eine Fassung ausrollen', href: `/fassungen/${dienst}/ausrollen` }]),
    { label: 'Was mit begonnenen Anträgen geschieht', href: `/werkstatt/unterschied/${dienst}` },
    { label: 'Wartung ankündigen', href: '/wartung' },
  ];
}

/** What is missing is stated where all values are. */
function kommuneSteps({ dienst }: Dienststand) {
  return [
    { label: 'Werte ansehen und eintragen', href: `/anbindungen/${dienst}` },
    { label: 'Wartung und Ankündigungen', href: '/wartung' },
  ];
}
