import { html } from 'hono/html';
import { formatLocalDate, type Refusal, type Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { badge, emptyState, heatMap, refusalNotice, section, statTiles, table } from '#ui';
import type { Angabe } from '../domain/angabe.ts';
import { anzahlKriterien } from '../domain/rangfolge.ts';
import { type Bereich, type Gewichtsfolge, ueblicheSpitze } from '../domain/stabilitaet.ts';
import { herkunftLabel } from '../herkunft-label.ts';
import { kriteriumText, tausendstel } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAngaben, readAngabenVerlauf } from '../store-angaben.ts';
import { type Erklaerung, explain, festigkeitSatz, rowOf } from '../use-cases/explain.ts';
import { type Rangfolge, readRangfolge } from '../use-cases/read-rangfolge.ts';
import { stateAngabe } from '../use-cases/state-angaben.ts';
import { managerOf, type Viewer, viewerOf } from '../use-cases/viewer.ts';
import { angabeForm } from './angabe-form.ts';
import { done, flashOf } from './answers.ts';
import { paths, withWeights } from './paths.ts';
import { weightsOf, wunschOf } from './weights-query.ts';

/** Why a Leistung stands where it does, how firmly, and what was stated of it. */
export function leistungRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'priorities.explain',
      method: 'GET',
      path: paths.leistung(':leistung'),
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'priorities.state',
      method: 'POST',
      path: paths.leistung(':leistung'),
      access: { permission: 'priorities.manage' },
      handle: (request) => receive(deps, request),
    },
  ];
}

interface Shown {
  readonly viewer: Viewer;
  readonly ranked: Rangfolge;
  readonly erklaerung: Erklaerung;
  readonly angaben: readonly Angabe[];
  readonly verlauf: readonly Angabe[];
}

async function shownOf(
  deps: PrioritiesDeps,
  { principal, params, query }: PageRequest,
): Promise<Result<Shown>> {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  const ranked = await readRangfolge(deps, viewer.value, wunschOf(query));
  if (!ranked.ok) return ranked;
  const { welt } = ranked.value;
  const row = rowOf(await deps.catalogue(), welt, params.leistung ?? '');
  if (!row.ok) return row;
  const about = {
    leistungId: welt.leistungen[row.value]?.id ?? '',
    ozgId: welt.leistungen[row.value]?.ozgId ?? null,
  };
  const { provider, tenant, actor } = viewer.value;
  const [angaben, verlauf] = await deps.db.withTenant(tenant, actor, async (tx) => [
    (await readAngaben(tx, provider.id)).filter(
      ({ bezugArt, bezugId }) => bezugId === (bezugArt === 'ozg' ? String(about.ozgId) : about.leistungId),
    ),
    await readAngabenVerlauf(tx, provider.id, about),
  ]);
  return {
    ok: true,
    value: {
      viewer: viewer.value,
      ranked: ranked.value,
      erklaerung: explain(ranked.value, row.value),
      angaben,
      verlauf,
    },
  };
}

async function show(deps: PrioritiesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const shown = await shownOf(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const made = content(request, shown.value, reason, deps);
  return reason ? refusedPage(made, reason) : page(made);
}

async function receive(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const manager = await managerOf(deps, request.principal, 'Angaben machen');
  if (!manager.ok) return refusal(manager.refusal);
  const { form } = request;
  const field = (name: string) => form.get(name) ?? '';
  const wunsch = {
    bezug: field('bezug'),
    kriterium: field('kriterium'),
    wert: field('wert'),
    quelle: field('quelle'),
    stand: field('stand'),
  };
  const before = numberIn(field(`fassung-${wunsch.bezug}-${wunsch.kriterium}`));
  const saved = await stateAngabe(deps, manager.value, wunsch, before ?? 0);
  return saved.ok
    ? done(paths.leistung(request.params.leistung ?? ''), 'angegeben')
    : show(deps, request, saved.refusal);
}

function content(
  request: PageRequest,
  shown: Shown,
  reason: Refusal | null,
  { clock }: PrioritiesDeps,
): PageContent {
  const { ranked, erklaerung, viewer, verlauf } = shown;
  const leistung = ranked.welt.leistungen[erklaerung.row];
  const weights = weightsOf(request.query);
  return {
    title: leistung?.name ?? '',
    preline: 'Warum steht diese Leistung hier?',
    wide: true,
    breadcrumb: [{ label: 'Prioritäten', href: withWeights(paths.rang, weights) }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${tiles(erklaerung, ranked)}${beitraegeSection(shown)}${stabilitaetSection(erklaerung)}${
      viewer.darfFuehren && leistung
        ? angabeForm({
            action: paths.leistung(leistung.id),
            csrfToken: request.csrfToken,
            leistung,
            angaben: shown.angaben,
            typed: reason ? request.form : new URLSearchParams(),
            problems: reason?.fields ?? [],
            today: clock.today(),
          })
        : ''
    }${verlaufSection(verlauf)}`,
    nextSteps: [
      {
        label: 'Mit einer anderen Leistung vergleichen',
        href: withWeights(paths.vergleich, weights, { a: leistung?.id ?? '' }),
      },
      { label: 'Woher die Werte kommen', href: paths.kriterien },
      { label: 'Die Leistung im Katalog', href: `/katalog/leistungen/${leistung?.id ?? ''}` },
    ],
  };
}

function tiles(erklaerung: Erklaerung, { welt }: Rangfolge) {
  return statTiles([
    {
      label: 'Platz',
      value: erklaerung.rang.toLocaleString('de-DE'),
      note: `von ${welt.leistungen.length.toLocaleString('de-DE')}`,
    },
    {
      label: 'Punkte von 1.000',
      value: `${erklaerung.punkte}`,
      note: `${erklaerung.summe.toLocaleString('de-DE')} Rechenpunkte geteilt durch Gewichte von zusammen ${erklaerung.gesamt}`,
    },
    { label: 'Bekannte Kriterien', value: `${erklaerung.bekannt} von ${anzahlKriterien}` },
  ]);
}

function beitraegeSection({ erklaerung, ranked }: Shown) {
  return section(
    'Was den Platz ausmacht',
    table({
      caption: 'Beitrag jedes Kriteriums',
      captionHidden: true,
      columns: [
        { label: 'Kriterium' },
        { label: 'Wert', numeric: true },
        { label: 'Gewicht', numeric: true },
        { label: 'Beitrag', numeric: true },
        { label: 'Beleg', width: 'wide' },
      ],
      rows: erklaerung.beitraege.map(({ kriterium, wert, bekannt, gewicht, beitrag, satz }, column) => [
        kriteriumText[kriterium].label,
        bekannt ? tausendstel(wert) : html`${badge('neutral', 'unbekannt')} zählt ${tausendstel(wert)}`,
        String(gewicht),
        beitrag.toLocaleString('de-DE'),
        html`${satz}${bekannt ? html` <span class="kern-body--muted">(${herkunftLabel[ranked.welt.belege[erklaerung.row]?.[column]?.herkunft ?? 'unbekannt']})</span>` : ''}`,
      ]),
      footer: ['Summe', '', String(erklaerung.gesamt), erklaerung.summe.toLocaleString('de-DE'), ''],
    }),
    { lead: 'Beitrag = Gewicht × Wert in Tausendsteln. Alle Beiträge zusammen sind genau die Summe.' },
  );
}

const shownWeights = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

function stabilitaetSection({ stabilitaet, rang }: Erklaerung) {
  const range = ({ von, bis }: Bereich) => (von === bis ? `nur bei ${von}` : `von ${von} bis ${bis}`);
  const top = ({ inSpitze, spitzeHaelt }: Gewichtsfolge) =>
    `${inSpitze ? 'ja' : 'nein'}, ${range(spitzeHaelt)}`;
  return section(
    'Wie fest steht der Platz?',
    html`<div class="lw-stack"><p class="kern-body">${festigkeitSatz(stabilitaet)}</p>${table({
      caption: 'Bereiche, in denen der Platz gleich bleibt',
      captionHidden: true,
      columns: [
        { label: 'Gewicht' },
        { label: 'jetzt', numeric: true },
        { label: `Platz ${rang.toLocaleString('de-DE')} hält` },
        { label: `Unter den ersten ${ueblicheSpitze}` },
      ],
      rows: stabilitaet.map((folge) => [
        kriteriumText[folge.kriterium].label,
        String(folge.gewicht),
        range(folge.rangHaelt),
        top(folge),
      ]),
    })}${heatMap({
      id: 'platz-je-gewicht',
      caption: 'Platz, wenn sich ein Gewicht ändert',
      description: 'Jede Zeile ändert ein Gewicht und lässt die anderen stehen. „–“: dann zählte gar nichts.',
      rowLabel: 'Gewicht',
      columns: shownWeights.map((weight) => ({ label: String(weight) })),
      rows: stabilitaet.map(({ kriterium, raenge }) => ({
        label: kriteriumText[kriterium].label,
        values: shownWeights.map((weight) => raenge[weight] ?? null),
      })),
      classes: [
        { from: 1, label: '1 bis 20' },
        { from: 21, label: '21 bis 100' },
        { from: 101, label: '101 bis 500' },
        { from: 501, label: 'ab 501' },
      ],
      format: (value) => value.toLocaleString('de-DE'),
    })}</div>`,
    { lead: 'Gerechnet für jedes ganze Gewicht von 0 bis 100, während die anderen bleiben.' },
  );
}

function verlaufSection(verlauf: readonly Angabe[]) {
  return section(
    'Verlauf der Angaben',
    table({
      caption: 'Verlauf der Angaben',
      captionHidden: true,
      columns: [
        { label: 'Kriterium' },
        { label: 'Wert' },
        { label: 'Quelle', width: 'wide' },
        { label: 'Stand' },
        { label: 'Gilt für' },
      ],
      rows: verlauf.map(({ kriterium, rohwert, quelle, stand, bezugArt }) => [
        kriteriumText[kriterium].label,
        rohwert ?? 'zurückgenommen',
        quelle,
        formatLocalDate(stand),
        bezugArt === 'ozg' ? 'OZG-Leistung' : 'Leistung',
      ]),
      empty: emptyState({
        title: 'Noch keine Angabe',
        body: 'Hier steht, was der IT-Dienstleister zu dieser Leistung angegeben hat, mit Quelle und Stand.',
      }),
    }),
  );
}
