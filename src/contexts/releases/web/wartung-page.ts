import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  emptyState,
  form,
  type Html,
  linkButton,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { lageOf, type Meldung, type Reichweite, zeitraumText } from '../domain/meldung.ts';
import { meldungUnknown } from '../errors.ts';
import { wartungskalender } from '../kalender.ts';
import { lageLabel, nichtsGehtVerloren } from '../messages.ts';
import { minuteOf } from '../minute.ts';
import type { Viewer } from '../use-cases/actors.ts';
import {
  cancelMeldung,
  listMeldungen,
  type Namen,
  namenFor,
  reichweiteOf,
  saveMeldung,
} from '../use-cases/meldungen.ts';
import { done, flashOf, leadRoute, viewerRoute } from './answers.ts';
import { inputOf, meldungForm, startingWith, type Typed, typedIn } from './meldung-form.ts';

/** Maintenance windows and announcements: for Kommunen to read, for the provider to enter. */
export function wartungRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  return [
    viewerRoute(deps, 'releases.maintenance', '/wartung.ics', async (viewer) => ({
      kind: 'download',
      fileName: 'wartung.ics',
      contentType: 'text/calendar; charset=utf-8',
      body: wartungskalender(await listMeldungen(deps, viewer)),
    })),
    viewerRoute(deps, 'releases.maintenance', '/wartung', async (viewer, request) =>
      page(await listContent(deps, viewer, request, startingWith(null), null)),
    ),
    leadRoute(deps, 'releases.maintenance.save', 'POST', '/wartung', async (lead, request) => {
      const typed = typedIn(request.form);
      const saved = await saveMeldung(deps, lead, { ...inputOf(typed), id: null, fassung: 0 });
      if (saved.ok) return done('/wartung', 'meldung');
      const viewer = { art: 'anbieter', lead } as const;
      return refusedPage(await listContent(deps, viewer, request, typed, saved.refusal), saved.refusal);
    }),
    ...oneRoutes(deps),
  ];
}

function oneRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  const path = '/wartung/:meldung';
  const ownOf = async (lead: Lead, { params }: PageRequest) =>
    (await listMeldungen(deps, { art: 'anbieter', lead })).find(({ id }) => id === params.meldung);
  return [
    leadRoute(deps, 'releases.maintenance.save', 'GET', path, async (lead, request) => {
      const meldung = await ownOf(lead, request);
      if (!meldung) return refusal(meldungUnknown());
      const { kommunen } = await namenFor(deps, [meldung]);
      const typed = startingWith(meldung, kommunen);
      return page(oneContent(request, meldung, { typed, reason: null, ...(await reichweiteOf(deps, lead)) }));
    }),
    leadRoute(deps, 'releases.maintenance.save', 'POST', path, async (lead, request) => {
      const meldung = await ownOf(lead, request);
      if (!meldung) return refusal(meldungUnknown());
      const typed = typedIn(request.form);
      const fassung = numberIn(request.form.get('stand'));
      const saved = await saveMeldung(deps, lead, { ...inputOf(typed), id: meldung.id, fassung });
      if (saved.ok) return done('/wartung', 'meldung');
      const state = { typed, reason: saved.refusal, ...(await reichweiteOf(deps, lead)) };
      return refusedPage(oneContent(request, meldung, state), saved.refusal);
    }),
    leadRoute(deps, 'releases.maintenance.cancel', 'POST', `${path}/entfallen`, async (lead, request) => {
      const fassung = numberIn(request.form.get('stand'));
      const gone = await cancelMeldung(deps, lead, { id: request.params.meldung ?? '', fassung });
      return gone.ok ? done('/wartung', 'entfallen') : refusal(gone.refusal);
    }),
  ];
}

async function listContent(
  deps: ReleasesDeps,
  viewer: Viewer,
  request: PageRequest,
  typed: Typed,
  reason: Refusal | null,
): Promise<PageContent> {
  const meldungen = await listMeldungen(deps, viewer);
  const isProvider = viewer.art === 'anbieter';
  const reach = isProvider ? await reichweiteOf(deps, viewer.lead) : null;
  const liste = meldungTable(deps, meldungen, { isProvider, namen: await namenFor(deps, meldungen) });
  return {
    title: 'Wartung und Ankündigungen',
    lead: isProvider
      ? 'Was Sie hier eintragen, lesen die betroffenen Kommunen, und auf deren Portalen die Bürgerinnen und Bürger.'
      : 'Wann Onlinedienste Ihrer Kommune gewartet werden. Auf Ihrem Portal steht es von selbst.',
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${section('Meldungen', liste, { id: 'meldungen' })}
    <p class="kern-body">${textLink('/wartung.ics', 'Als Kalender herunterladen (ICS)')}</p>
    ${
      reach
        ? section(
            'Neue Meldung',
            html`${alert({ kind: 'info', title: 'Auf den Portalen steht von selbst dabei', body: `„${nichtsGehtVerloren}“` })}${meldungForm({ action: '/wartung', csrfToken: request.csrfToken, typed, reason, hidden: {}, dienste: reach.dienste })}`,
            { id: 'neu' },
          )
        : ''
    }`,
    nextSteps: [{ label: 'Fassungen der Onlinedienste', href: '/fassungen' }],
  };
}

const lageKind = { kommt: 'info', gilt: 'warning', vorbei: 'neutral', entfallen: 'neutral' } as const;

function meldungTable(
  { clock }: ReleasesDeps,
  meldungen: readonly Meldung[],
  { isProvider, namen }: { readonly isProvider: boolean; readonly namen: Namen },
): Html {
  const jetzt = minuteOf(clock.now());
  if (meldungen.length === 0)
    return emptyState({
      title: 'Keine Meldung',
      body: 'Sobald eine Wartung angekündigt ist, steht sie hier.',
    });
  return table({
    caption: 'Wartung und Ankündigungen',
    captionHidden: true,
    columns: [{ label: 'Meldung', width: 'wide' }, { label: 'Wann' }, { label: 'Für' }, { label: 'Stand' }],
    rows: meldungen.map((meldung) => {
      const lage = lageOf(meldung, jetzt);
      const open = isProvider && (lage === 'kommt' || lage === 'gilt');
      return [
        html`${open ? textLink(`/wartung/${meldung.id}`, meldung.titel) : meldung.titel}${meldung.text ? html`<p class="kern-body kern-body--small">${meldung.text}</p>` : ''}`,
        zeitraumText(meldung),
        fuerText(meldung, namen),
        badge(lageKind[lage], lageLabel[lage]),
      ];
    }),
  });
}

/** So many Kommunen are named; more are counted. */
const mostNamed = 3;

function fuerText({ dienste, kommunen }: Meldung, namen: Namen): string {
  const what =
    dienste.length === 0
      ? 'alle Onlinedienste'
      : dienste.map((id) => `„${namen.dienste.get(id) ?? id}“`).join(', ');
  if (kommunen.length === 0) return `${what}; alle Kommunen, die sie nutzen`;
  if (kommunen.length > mostNamed) return `${what}; ${kommunen.length} Kommunen`;
  return `${what}; ${kommunen.map((ags) => namen.kommunen.get(ags) ?? ags).join(', ')}`;
}

interface OneState extends Pick<Reichweite, 'dienste'> {
  readonly typed: Typed;
  readonly reason: Refusal | null;
}

function oneContent(
  request: PageRequest,
  { id, titel, fassung }: Meldung,
  { typed, reason, dienste }: OneState,
): PageContent {
  const hidden = { stand: reason ? formField(request.form, 'stand') : String(fassung) };
  const { csrfToken } = request;
  return {
    title: 'Meldung ändern',
    preline: titel,
    breadcrumb: [{ label: 'Wartung und Ankündigungen', href: '/wartung' }],
    main: html`${refusalNotice(reason)}${meldungForm({ action: `/wartung/${id}`, csrfToken, typed, reason, hidden, dienste })}
    ${section(
      'Die Meldung entfällt',
      form(
        { action: `/wartung/${id}/entfallen`, csrfToken, hidden, label: 'Die Meldung entfällt' },
        buttonRow(
          button('Entfällt', { kind: 'secondary' }),
          linkButton('Zurück', '/wartung', { kind: 'tertiary' }),
        ),
      ),
      {
        lead: 'Sie bleibt in der Liste; auf den Portalen steht sie nicht mehr, im Kalender ist sie abgesagt.',
      },
    )}`,
  };
}
