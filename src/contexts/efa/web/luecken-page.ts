import { html } from 'hono/html';
import { formatLocalDate, type Result, refuse } from '#kernel';
import { type PageContent, type PageRequest, type PageRoute, refusal } from '#platform';
import {
  type AnsweredList,
  card,
  cardGrid,
  emptyState,
  formatNumber,
  type ListDefinition,
  listEndings,
  listPage,
  section,
  statTiles,
} from '#ui';
import type { Anbindung } from '../domain/anbindung.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { kommuneMissing } from '../errors.ts';
import { zustandLabel } from '../messages.ts';
import {
  findLuecken,
  type Luecke,
  type LueckenView,
  type Schliessend,
  schliessende,
} from '../use-cases/find-gaps.ts';
import { listAnbindungen } from '../use-cases/read-anbindungen.ts';
import { listAnswer } from './answers.ts';
import { manage } from './freigabe-content.ts';
import { lueckenDefinition } from './luecken-list.ts';

interface Asked {
  readonly view: LueckenView;
  readonly anbindungen: readonly Anbindung[];
  /** The Kommune is the visitor's own, so that its Anbindungen may be shown. */
  readonly own: boolean;
}

/** What a Kommune owes and has not online; a provider names the Kommune in the address. */
export function lueckenRoutes(deps: EfaDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'efa.gaps',
    method: 'GET',
    path: `/luecken${ending}`,
    access: 'signed-in',
    handle: async (request) => {
      const asked = await ask(deps, request);
      if (!asked.ok) return refusal(asked.refusal);
      const { own, view } = asked.value;
      const { body, date, luecken } = view;
      const mayRelease = own && request.principal?.permissions.has(manage.permission) === true;
      const list = { definition: lueckenDefinition(body.ags, mayRelease), rows: luecken };
      const file = {
        fileName: `luecken-${body.ags}-${date}`,
        title: `Lücken ${body.name}`,
        source: 'Pflichten nach Katalog und Regeln, Angebote und Anbindungen dieser Installation',
        state: formatLocalDate(date),
      };
      return listAnswer(deps, request, list, file, (answered) => content(asked.value, list, answered));
    },
  }));
}

async function ask(deps: EfaDeps, { principal, query }: PageRequest): Promise<Result<Asked>> {
  const kommune = await deps.ownKommune(principal);
  const named = query.get('kommune') ?? kommune?.ags;
  if (named === undefined) return refuse({ ...kommuneMissing, message: chooseKommune });
  const view = await findLuecken(deps, named);
  if (!view.ok) return view;
  const own = kommune !== null && kommune.ags === view.value.body.ags;
  const editor = own && principal ? { actor: principal.actor, kommune } : null;
  const views = editor ? await listAnbindungen(deps, editor) : [];
  return { ok: true, value: { view: view.value, anbindungen: views.map(({ anbindung }) => anbindung), own } };
}

const chooseKommune =
  'Für welche Kommune? Bitte öffnen Sie die Lücken über die Seite der Kommune, oder hängen Sie ?kommune=<AGS> an die Adresse.';

function content(
  { view, anbindungen, own }: Asked,
  { definition }: { readonly definition: ListDefinition<Luecke> },
  { result, problems }: AnsweredList<Luecke>,
): PageContent {
  const { body, luecken, date } = view;
  const closing = schliessende(luecken, anbindungen);
  return {
    title: `Lücken: ${body.name}`,
    preline: 'Pflichten ohne Onlinedienst',
    lead: `Was ${body.name} am ${formatLocalDate(date)} selbst schuldet und noch nicht online anbietet. Wo die Zuständigkeit offen ist, steht es dabei.`,
    wide: true,
    breadcrumb: [{ label: body.name, href: `/kommunen/${body.ags}` }],
    main: html`${tiles(view)}
      ${closing.length > 0 ? section('Angebote, die Lücken schließen', cardGrid(...closing.map((each) => closingCard(each, own)))) : ''}
      ${section(
        'Alle Lücken',
        listPage(definition, result, {
          action: '/luecken',
          caption: `Lücken von ${body.name}`,
          problems,
          noun: ['Leistung', 'Leistungen'],
          emptyState: emptyState({
            title: 'Keine Lücken',
            body: 'Zu jeder belegten Pflicht gibt es einen Onlinedienst, der live ist.',
          }),
        }),
      )}`,
    nextSteps: [
      { label: 'Alle Onlinedienste', href: '/onlinedienste' },
      ...(own ? [{ label: 'Eigene Anbindungen', href: '/anbindungen' }] : []),
      { label: `Was ${body.name} schuldet, mit Gründen`, href: `/kommunen/${body.ags}/pflichten` },
    ],
  };
}

function tiles({ luecken, pflichten, online, body }: LueckenView) {
  const own = luecken.filter(({ verdict }) => verdict === 'selbst');
  const closable = own.filter(({ angebote }) => angebote.length > 0).length;
  const hrefOf = (verdict: string) => `/luecken?kommune=${body.ags}&zustaendig=${verdict}#liste`;
  return statTiles([
    {
      label: 'Pflichten „selbst“',
      value: formatNumber(pflichten),
      note: 'belegt zuständig',
      href: `/kommunen/${body.ags}/pflichten?urteil=selbst`,
    },
    { label: 'davon online', value: formatNumber(online), note: 'mit Onlinedienst, der live ist' },
    {
      label: 'Lücken',
      value: formatNumber(own.length),
      note: `für ${formatNumber(closable)} gibt es ein Angebot`,
      href: hrefOf('selbst'),
    },
    {
      label: 'Zuständigkeit offen',
      value: formatNumber(luecken.length - own.length),
      note: 'mit Angebot, aber nicht als Pflicht belegt',
      href: hrefOf('offen'),
    },
  ]);
}

function closingCard({ angebot, luecken, anbindung }: Schliessend, own: boolean) {
  const owned = luecken.filter(({ verdict }) => verdict === 'selbst').length;
  const open = luecken.length - owned;
  const counts = [
    owned > 0 ? `schließt ${owned} ${owned === 1 ? 'Lücke' : 'Lücken'}` : '',
    open > 0 ? `deckt ${open} ${open === 1 ? 'Leistung' : 'Leistungen'} mit offener Zuständigkeit` : '',
  ].filter(Boolean);
  return card({
    title: angebot.data.title,
    headingLevel: 3,
    href: own && anbindung ? `/anbindungen/${angebot.dienst}` : `/marktplatz/${angebot.dienst}`,
    preline: counts.join(', '),
    body: html`<ul class="kern-list kern-list--bullet">${luecken.map(
      ({ leistung, verdict }) =>
        html`<li>${leistung.name}${verdict === 'offen' ? ' (Zuständigkeit noch offen)' : ''}</li>`,
    )}</ul>`,
    footer: own
      ? anbindung
        ? `Ihre Anbindung: ${zustandLabel[anbindung.zustand]}`
        : 'Noch nicht angebunden. Preis ansehen und bestellen'
      : `angeboten von ${angebot.anbieter}`,
  });
}
