import { html } from 'hono/html';
import type { LocalDate, Refusal, Result } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { angebotId, type RankedSolution, statusLabel } from '#solutions';
import {
  button,
  card,
  descriptionList,
  emptyState,
  errorOf,
  form,
  formatNumber,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  textLink,
} from '#ui';
import { quartaleAb, quartalText } from '../../domain/matching/quartal.ts';
import { editorOf, type Reader, readerOf } from '../../use-cases/editor.ts';
import { zustandCell } from '../../views/zustand-badge.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { lueckenartLabel } from '../messages.ts';
import { quartaleVoraus } from '../use-cases/buendel.ts';
import { markInteresse } from '../use-cases/buendel-interesse.ts';
import { type Luecke, lueckeOf } from '../use-cases/luecken.ts';
import { gruendeTable, punkteText } from '../views/gruende.ts';
import { gesagt, zeige } from './flashes.ts';

/** One gap: everything that would close it, with every ground, and the mark that others may join. */
export function lueckeRoutes(deps: MatchingDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.gap',
      method: 'GET',
      path: '/stand/luecken/:leistung',
      access: { permission: 'compass.stand.read' },
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'compass.interest',
      method: 'POST',
      path: '/stand/luecken/:leistung/interesse',
      access: { permission: 'compass.stand.edit' },
      handle: (request) => receive(deps, request),
    },
  ];
}

interface Asked {
  readonly reader: Reader;
  readonly luecke: Luecke;
}

async function ask(deps: MatchingDeps, { principal, params }: PageRequest): Promise<Result<Asked>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const found = await lueckeOf(deps, reader.value, params.leistung ?? '');
  return found.ok ? { ok: true, value: { reader: reader.value, luecke: found.value.luecke } } : found;
}

async function show(deps: MatchingDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const asked = await ask(deps, request);
  if (!asked.ok) return refusal(reason ?? asked.refusal);
  const shown = content(asked.value, request, deps.clock.today(), reason);
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function receive(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const leistungId = request.params.leistung ?? '';
  const quartal = request.form.get('quartal') ?? '';
  const marked = await markInteresse(deps, editor.value, { leistungId, quartal });
  return marked.ok ? gesagt('/buendel', 'interesse') : show(deps, request, marked.refusal);
}

function content(
  { reader, luecke }: Asked,
  request: PageRequest,
  today: LocalDate,
  reason: Refusal | null,
): PageContent {
  const { ort } = luecke.zeile;
  return {
    title: `Lösungen für „${ort.name}“`,
    preline: `Lücke von ${reader.kommune.name}`,
    breadcrumb: [
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Lücken', href: '/stand/luecken' },
    ],
    ...zeige(request),
    main: html`${refusalNotice(reason)}${section('Die Lücke', facts(luecke))}
      ${section(`Lösungen im Register (${formatNumber(luecke.kandidaten.length)})`, candidates(luecke), {
        id: 'loesungen',
        lead: 'Gemessen an allen Lücken derselben OZG-Leistung. Jeder Grund gibt höchstens die genannten Punkte; die Summe ist der Rang.',
      })}
      ${reader.darfPflegen ? section('Gemeinsam mit anderen', interestForm(luecke, request, today, reason), { id: 'interesse' }) : ''}`,
    nextSteps: [
      { label: 'Stand dieser Leistung ändern', href: `/stand/${ort.id}` },
      { label: 'Alle Lücken', href: '/stand/luecken' },
      { label: 'Kommunen mit demselben Bedarf', href: '/buendel' },
    ],
  };
}

function facts({ zeile, art }: Luecke) {
  const { ort, stand, verstrichen, zuordnung } = zeile;
  return descriptionList([
    ['Warum eine Lücke', lueckenartLabel[art]],
    ['Stand', zustandCell(stand, verstrichen)],
    ['OZG-Leistung', ort.ozgName],
    ['Themenfeld', ort.themenfeld],
    ['Fachbereich', zuordnung?.fachbereich.name ?? null],
    ['Priorität', stand?.prioritaet?.toString() ?? null],
    ['Fallzahl im Jahr', stand?.fallzahl == null ? null : formatNumber(stand.fallzahl)],
  ]);
}

function candidates({ kandidaten }: Luecke) {
  if (kandidaten.length === 0)
    return emptyState({
      title: 'Keine Lösung im Register',
      body: html`Kennen Sie eine? ${textLink('/loesungen/neu', 'Tragen Sie sie bei')}, dann sehen sie alle.`,
    });
  return html`${kandidaten.map(candidate)}`;
}

function candidate(rang: RankedSolution, index: number) {
  const { id, inhalt, status, herkunft } = rang.loesung;
  const shown = card({
    title: `${index + 1}. ${inhalt.name}`,
    href: `/loesungen/${id}`,
    headingLevel: 3,
    body: html`<p class="kern-body">${punkteText(rang.punkte)} von 100 Punkten, ${statusLabel[status]}${inhalt.anbieter ? `, ${inhalt.anbieter}` : ''}.</p>${gruendeTable(inhalt.name, rang)}`,
  });
  if (herkunft !== 'angebot') return shown;
  const market = `/marktplatz/${id.slice(angebotId('').length)}`;
  return html`${shown}<p class="kern-body">${textLink(market, `„${inhalt.name}“: Preis ansehen und bestellen`)}</p>`;
}

function interestForm({ zeile }: Luecke, request: PageRequest, today: LocalDate, reason: Refusal | null) {
  return form(
    {
      action: `/stand/luecken/${zeile.ort.id}/interesse`,
      csrfToken: request.csrfToken,
      label: 'Interesse vormerken',
    },
    html`${selectField({
      name: 'quartal',
      label: 'In welchem Quartal möchten Sie die Leistung online bringen?',
      hint: 'Kommunen mit demselben Bedarf im selben Quartal lernen Sie unter „Bündel“ kennen, wenn beide Seiten eingewilligt haben.',
      options: quartaleAb(today, quartaleVoraus).map((each) => ({ value: each, label: quartalText(each) })),
      value: request.form.get('quartal'),
      error: errorOf(problemsOf(reason), 'quartal'),
    })}${button('Interesse vormerken')}`,
  );
}
