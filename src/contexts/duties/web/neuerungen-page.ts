import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  button,
  emptyState,
  form,
  formatNumber,
  linkButton,
  listEndings,
  listPage,
  statTiles,
} from '#ui';
import { neuerungAktionen, wirkungen } from '../domain/neuerung.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { markNeuerungen } from '../use-cases/mark-neuerungen.ts';
import { type KommuneNews, ownNeuerungen } from '../use-cases/neuerungen.ts';
import { neuerungenAddress, neuerungenList } from './neuerungen-list.ts';

/** What a new Fassung of the catalogue means for one's own Kommune: list, exports, and ticking off. */
export function neuerungenRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const see = { capability: 'duties.neuerungen', method: 'GET', access: 'signed-in' } as const;
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        ...see,
        path: `${neuerungenAddress}${ending}`,
        handle: (request) => show(deps, request),
      }),
    ),
    {
      capability: 'duties.neuerung.mark',
      method: 'POST',
      path: neuerungenAddress,
      access: { permission: 'duties.neuerung.mark' },
      handle: (request) => mark(deps, request),
    },
  ];
}

async function show(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const news = await ownNeuerungen(deps, request.principal);
  if (!news.ok) return { kind: 'refusal', refusal: news.refusal };
  const { name, ags, neuerungen } = news.value;
  const mayMark = request.principal?.permissions.has('duties.neuerung.mark') === true;
  const markForm = mayMark ? { csrfToken: request.csrfToken, query: request.query.toString() } : null;
  const definition = neuerungenList(ags, markForm);
  const answered = await answerList(deps, { definition, rows: neuerungen }, request, {
    fileName: `neuerungen-${ags}`,
    title: 'Neuerungen im Katalog',
    source: `Fassungen des Katalogs und Regeln der Zuständigkeit, gelesen für ${name}`,
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  return {
    kind: 'page',
    content: {
      title: `Was sich für ${name} ändert`,
      lead: `Neue Fassungen des Katalogs, gelesen mit den Pflichten von ${name}: nur, was Ihre Kommune selbst schuldet oder was für sie offen ist.`,
      wide: true,
      main: html`<div class="lw-stack">${tiles(news.value)}${listPage(definition, answered.result, {
        action: neuerungenAddress,
        caption: `Was sich für ${name} ändert`,
        problems: answered.problems,
        noun: ['Neuerung', 'Neuerungen'],
        emptyState: emptyState({
          title: 'Nichts Neues',
          body: `Keine Fassung des Katalogs hat bisher etwas an den Pflichten von ${name} geändert. Sobald eine neue eingelesen wird, steht hier, was sie für Sie bedeutet.`,
          action: linkButton('Zu den Pflichten', `/kommunen/${ags}/pflichten`, { kind: 'secondary' }),
        }),
      })}${mayMark ? allRead(news.value, request) : ''}</div>`,
      nextSteps: [
        { label: `Alle Pflichten von ${name}`, href: `/kommunen/${ags}/pflichten` },
        { label: 'Alle Änderungen im Katalog', href: '/katalog/aenderungen' },
      ],
    },
  };
}

function tiles({ neuerungen }: KommuneNews) {
  if (neuerungen.length === 0) return '';
  const open = neuerungen.filter(({ stand, zurueckgenommen }) => stand === 'neu' && !zurueckgenommen);
  return statTiles([
    {
      label: 'noch nicht gelesen',
      value: formatNumber(open.length),
      href: `${neuerungenAddress}?stand=neu#liste`,
    },
    ...wirkungen
      .map((wirkung) => ({ wirkung, count: neuerungen.filter((one) => one.wirkung === wirkung).length }))
      .filter(({ count }) => count > 0)
      .map(({ wirkung, count }) => ({
        label: wirkung,
        value: formatNumber(count),
        href: `${neuerungenAddress}?wirkung=${encodeURIComponent(wirkung)}#liste`,
      })),
  ]);
}

function allRead({ neuerungen }: KommuneNews, { csrfToken, query }: PageRequest) {
  const fassungen = [
    ...new Set(neuerungen.filter(({ stand }) => stand === 'neu').map(({ fassung }) => fassung)),
  ];
  return fassungen.map((fassung) =>
    form(
      {
        action: neuerungenAddress,
        csrfToken,
        label: `Fassung ${fassung}: alles gelesen`,
        hidden: { fassung: String(fassung), leistung: 'alle', aktion: 'lesen', liste: query.toString() },
      },
      button(`Fassung ${fassung}: alle neuen als gelesen markieren`, { kind: 'secondary' }),
    ),
  );
}

async function mark(deps: DutiesDeps, { principal, form: fields }: PageRequest): Promise<PageAnswer> {
  const fassung = Number(fields.get('fassung'));
  const leistung = fields.get('leistung') ?? '';
  const aktion = neuerungAktionen.find((known) => known === fields.get('aktion')) ?? 'lesen';
  const leistungen = leistung === 'alle' ? 'alle' : [leistung];
  const done = await markNeuerungen(deps, principal, { fassung, leistungen, aktion });
  if (!done.ok) return { kind: 'refusal', refusal: done.refusal };
  const list = new URLSearchParams(fields.get('liste') ?? '').toString();
  return { kind: 'redirect', to: `${neuerungenAddress}${list ? `?${list}` : ''}` };
}
