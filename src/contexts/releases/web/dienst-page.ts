import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  parseVorgangId,
  readVorgang,
  refusal,
  refusedPage,
} from '#platform';
import { accordion, badge, progress, refusalNotice, section } from '#ui';
import type { ReleasesDeps } from '../deps.ts';
import { isSchritt, istUnterwegs } from '../domain/zustand.ts';
import { coordinatorOf, type Viewer, viewerOf } from '../use-cases/actors.ts';
import { festhaltbarBis, holdOn } from '../use-cases/hold-on.ts';
import { putBack } from '../use-cases/put-back.ts';
import { type Dienststand, type Fassungsstand, readFassungen } from '../use-cases/read-fassungen.ts';
import { takeStep } from '../use-cases/take-step.ts';
import { writeNote } from '../use-cases/write-note.ts';
import { done, fassungen, flashOf, leadRoute, viewerRoute } from './answers.ts';
import { holdForm, noteForm, putBackForm } from './dienst-forms.ts';
import { rolloutParts } from './rollout-parts.ts';
import { zeilenListe } from './zeilen.ts';

const path = '/fassungen/:dienst';

/** One service: its versions, the rollout with its steps, and for a Kommune its own part in it. */
export function dienstRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  return [
    viewerRoute(deps, 'releases.show', `${path}/fortschritt`, fortschritt(deps)),
    viewerRoute(deps, 'releases.show', path, async (viewer, request) => answer(deps, viewer, request, null)),
    leadRoute(deps, 'releases.step', 'POST', `${path}/schritt`, async (lead, request) => {
      const { form } = request;
      const schritt = formField(form, 'schritt');
      const dienst = request.params.dienst ?? '';
      if (!isSchritt(schritt)) return answer(deps, { art: 'anbieter', lead }, request, null);
      const stepped = await takeStep(deps, lead, {
        ...{ dienst, schritt, version: numberIn(form.get('version')), grund: formField(form, 'grund') },
        trotzSicherheit: form.get('trotzSicherheit') === 'ja',
      });
      if (!stepped.ok) return answer(deps, { art: 'anbieter', lead }, request, stepped.refusal);
      const { vorgang } = stepped.value;
      if (vorgang === null) return done(`/fassungen/${dienst}`, 'schritt');
      return { kind: 'redirect', to: `/fassungen/${dienst}?vorgang=${vorgang}` };
    }),
    leadRoute(deps, 'releases.note', 'POST', `${path}/notiz`, async (lead, request) => {
      const { form } = request;
      const dienst = request.params.dienst ?? '';
      const written = await writeNote(deps, lead, {
        ...{ dienst, fassung: formField(form, 'fassung'), text: formField(form, 'text') },
        sicherheit: form.get('sicherheit') === 'ja',
        festhaltenBis: formField(form, 'festhaltenBis'),
      });
      return after(deps, { art: 'anbieter', lead }, request, written, 'notiz');
    }),
    leadRoute(deps, 'releases.put-back', 'POST', `${path}/zurueckstellen`, async (lead, request) => {
      const dienst = request.params.dienst ?? '';
      const kommune = formField(request.form, 'kommune');
      const moved = await putBack(deps, lead, {
        dienst,
        kommune,
        fassung: formField(request.form, 'fassung'),
      });
      return after(deps, { art: 'anbieter', lead }, request, moved, 'gestellt');
    }),
    holdRoute(deps),
  ];
}

function holdRoute(deps: ReleasesDeps): PageRoute {
  return {
    capability: 'releases.hold-on',
    method: 'POST',
    path: `${path}/festhalten`,
    access: { permission: 'efa.anbindung.manage' },
    handle: async (request) => {
      const [editor, viewer] = [
        await coordinatorOf(deps, request.principal),
        await viewerOf(deps, request.principal),
      ];
      if (!editor.ok) return refusal(editor.refusal);
      if (!viewer.ok) return refusal(viewer.refusal);
      const loesen = request.form.get('loesen') === 'ja';
      const held = await holdOn(deps, editor.value, {
        dienst: request.params.dienst ?? '',
        grund: formField(request.form, 'grund'),
        bis: formField(request.form, 'bis'),
        loesen,
      });
      return after(deps, viewer.value, request, held, loesen ? 'geloest' : 'fest');
    },
  };
}

async function after(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  result: Result<unknown>,
  name: Parameters<typeof done>[1],
): Promise<PageAnswer> {
  if (result.ok) return done(`/fassungen/${request.params.dienst}`, name);
  return answer(deps, viewer, request, result.refusal);
}

function fortschritt(deps: ReleasesDeps) {
  return async (viewer: Viewer, request: PageRequest): Promise<PageAnswer> => {
    const vorgang = await vorgangOf(deps, viewer, request);
    return {
      kind: 'json',
      body: {
        value: vorgang?.percent ?? 100,
        max: 100,
        text: vorgang?.message ?? '',
        done: vorgang === null || ['done', 'failed'].includes(vorgang.state),
      },
    };
  };
}

async function vorgangOf(deps: ReleasesDeps, viewer: Viewer, { query }: PageRequest) {
  const id = parseVorgangId(query.get('vorgang') ?? '');
  if (id === null || viewer.art !== 'anbieter') return null;
  return deps.db.withTenant(viewer.lead.anbieter.tenant, viewer.lead.actor, (tx) => readVorgang(tx, id));
}

async function answer(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const stand = await readFassungen(deps, viewer, request.params.dienst ?? '');
  if (!stand.ok) return refusal(stand.refusal);
  const content = await contentOf(deps, viewer, request, stand.value, reason);
  return reason ? refusedPage(content, reason) : page(content);
}

async function contentOf(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  stand: Dienststand,
  reason: Refusal | null,
): Promise<PageContent> {
  const vorgang = await vorgangOf(deps, viewer, request);
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
