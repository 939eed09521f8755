import { html } from 'hono/html';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import { button, emptyState, form, formatInstant, formatNumber, type Html, table, textLink } from '#ui';
import type { CompassDeps } from '../doors-deps.ts';
import { bezugLabel, feldLabel } from '../messages.ts';
import type { Angabenummer } from '../store-gesehen.ts';
import { markiereGesehen, meineNeuigkeiten, type Neuigkeit } from '../use-cases/digest.ts';
import { readerOf } from '../use-cases/editor.ts';

const access = { permission: 'compass.stand.read' } as const;
const address = '/meine-aenderungen';
const shown = 100;

/** What others changed in the cells that concern the person who asks. */
export function meineAenderungenRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.news',
      method: 'GET',
      path: address,
      access,
      handle: (request) => show(deps, request),
    },
    {
      capability: 'compass.news.seen',
      method: 'POST',
      path: address,
      access,
      handle: (request) => seen(deps, request),
    },
  ];
}

async function show(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const news = await meineNeuigkeiten(deps, reader.value);
  return news.ok ? page(content(news.value, request)) : refusal(news.refusal);
}

async function seen(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const marked = await markiereGesehen(deps, reader.value, nummernIn(request.form.get('gesehen') ?? ''));
  return marked.ok ? { kind: 'redirect', to: `${address}?getan=gesehen` } : refusal(marked.refusal);
}

/** `L00001.3 L00002.1` */
function nummernIn(text: string): readonly Angabenummer[] {
  return text.split(' ').flatMap((each) => {
    const [, leistungId, fassung] = /^(L\d{5})\.(\d{1,9})$/.exec(each) ?? [];
    return leistungId ? [{ leistungId, fassung: Number(fassung) }] : [];
  });
}

function content(news: readonly Neuigkeit[], { csrfToken, query }: PageRequest): PageContent {
  const some = news.slice(0, shown);
  return {
    title: 'Was sich für mich geändert hat',
    preline: 'Umsetzungsstand',
    lead: 'Was andere an Leistungen geändert haben, für die Sie zuständig sind, die Sie vertreten oder die zu Ihrem Fachbereich gehören. Höchstens die letzten 90 Tage.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    wide: true,
    ...(query.get('getan') === 'gesehen'
      ? { flash: { kind: 'success', title: 'Als gesehen vermerkt.' } as const }
      : {}),
    main:
      some.length === 0
        ? emptyState({
            title: 'Nichts Neues',
            body: 'Seit Ihrem letzten Blick hat niemand sonst etwas geändert.',
          })
        : html`${newsTable(news.length, some)}${seenForm(some, csrfToken)}`,
    nextSteps: [{ label: 'Meine Leistungen', href: '/stand?umfang=meine' }],
  };
}

function newsTable(total: number, news: readonly Neuigkeit[]): Html {
  return table({
    caption:
      total > news.length
        ? `Die neuesten ${formatNumber(news.length)} von ${formatNumber(total)} Änderungen`
        : `${formatNumber(total)} ${total === 1 ? 'Änderung' : 'Änderungen'}`,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Was', width: 'wide' },
      { label: 'Wer und wann' },
      { label: 'Warum Sie es sehen' },
    ],
    rows: news.map(({ leistungId, name, unterschiede, wer, angegebenAm, bezug }) => [
      textLink(`/stand/${leistungId}`, name),
      unterschiede.length === 0
        ? 'bestätigt, unverändert'
        : html`<dl class="lw-import__changes">${unterschiede.map(
            ({ feld, vorher, nachher }) =>
              html`<div><dt>${feldLabel[feld]}</dt><dd>${vorher === 'leer' ? '' : html`<del>${vorher}</del> <span aria-hidden="true">→</span><span class="kern-sr-only">wird</span> `}<ins>${nachher}</ins></dd></div>`,
          )}</dl>`,
      `${wer}, ${formatInstant(angegebenAm)}`,
      bezugLabel[bezug],
    ]),
  });
}

function seenForm(news: readonly Neuigkeit[], csrfToken: string): Html {
  const gesehen = news.map(({ leistungId, fassung }) => `${leistungId}.${fassung}`).join(' ');
  return form(
    { action: address, csrfToken, hidden: { gesehen }, label: 'Als gesehen vermerken' },
    button('Alle gezeigten als gesehen vermerken'),
  );
}
