import { html } from 'hono/html';
import { type Leistung, regelungOf, resolveLeistung } from '#catalogue';
import { formatLocalDate, type LocalDate, ok, type Result } from '#kernel';
import { dayOfAddress, type Html, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { type Body, resolveBody } from '#territory';
import {
  alert,
  dateForm,
  descriptionList,
  evidenceBadge,
  onDay,
  reasonChain,
  section,
  textLink,
  verdictBadge,
} from '#ui';
import { fallFor } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import type { Gemeindelage } from '../domain/decision.ts';
import { endeBy } from '../domain/ende.ts';
import { herkunftOf, herkunftText, regelungZweifel } from '../domain/herkunft.ts';
import type { Regel } from '../domain/regel.ts';
import { chainStepLabel, type Verdict } from '../domain/verdict.ts';
import { verdictOf } from '../domain/verdict-of.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { openAdvice, verdictSentence } from './messages.ts';

interface Asked {
  readonly world: DutiesWorld;
  readonly body: Body;
  readonly leistung: Leistung;
  readonly date: LocalDate;
}

/** One Leistung of one body: who is competent, and every reason. */
export function dutyRoutes(deps: DutiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'duties.explain',
      method: 'GET',
      path: '/kommunen/:ags/pflichten/:leistung',
      access: 'public',
      handle: async (request) => {
        const asked = await askFor(deps, request);
        return asked.ok
          ? {
              kind: 'page',
              content: dutyContent(asked.value, await rueckfragenOf(deps, request, asked.value)),
            }
          : { kind: 'refusal', refusal: asked.refusal };
      },
    },
  ];
}

async function askFor(deps: DutiesDeps, { params, query }: PageRequest): Promise<Result<Asked>> {
  const world = await deps.world();
  const body = resolveBody(world.territory, params.ags ?? '');
  if (!body.ok) return body;
  const leistung = resolveLeistung(world.catalogue, params.leistung ?? '');
  if (!leistung.ok) return leistung;
  const date = dayOfAddress(query, deps.clock);
  if (!date.ok) return date;
  return ok({ world, body: body.value, leistung: leistung.value, date: date.value });
}

function rueckfragenOf(
  deps: DutiesDeps,
  { principal }: PageRequest,
  { body, leistung }: Asked,
): Promise<Html> {
  const allgemein = { art: 'leistung', id: leistung.id };
  return deps.rueckfragen(principal, { art: 'pflicht', id: `${body.ags}/${leistung.id}` }, allgemein);
}

function dutyContent({ world, body, leistung, date }: Asked, rueckfragen: Html): PageContent {
  const verdict = verdictOf(world.duties, leistung, body, date);
  const { gemeinden, regeln, ende } = decide(world.duties, fallFor(world.duties, leistung), body, date);
  return {
    title: leistung.name,
    preline: `${body.name}, ${onDay(date)}`,
    breadcrumb: [
      { label: 'Kommunen', href: '/kommunen' },
      { label: body.name, href: `/kommunen/${body.ags}` },
      { label: 'Pflichten', href: `/kommunen/${body.ags}/pflichten?datum=${date}` },
    ],
    main: html`<div class="lw-stack">${dateForm(`/kommunen/${body.ags}/pflichten/${leistung.id}`, date)}<div>${answer(verdict, body)}</div></div>
      ${section('Wer regelt, wer vollzieht?', achsen({ world, body, leistung, date }, verdict))}
      ${section('Warum?', chainSection(verdict), { lead: 'Jedes Glied der Kette nennt seine Quelle. Fiele eines weg, lautete die Antwort anders.' })}
      ${gemeinden ? section('Für welche Gemeinden?', gemeindenSection(gemeinden, leistung, date)) : ''}
      ${section('Die Leistung im Katalog', leistungSection(world, leistung, date))}
      ${rueckfragen}`,
    nextSteps: [
      {
        label: 'Bund, Land, Kommune: Wer macht was?',
        href: `/wer-macht-was/leistungen/${leistung.id}?datum=${date}`,
      },
      {
        label: 'Wer ist in den anderen Kommunen zuständig?',
        href: `/leistungen/${leistung.id}/zustaendigkeit?datum=${date}`,
      },
      { label: 'Zurück zu allen Pflichten', href: `/kommunen/${body.ags}/pflichten?datum=${date}` },
      ...(verdict.open?.code === 'bestimmung-fehlt'
        ? [{ label: 'Bestimmung mit Datum und Quelle angeben', href: '/bestimmungen' }]
        : []),
      ende === null ? doubt(regeln, leistung) : doubtOfEnde(leistung, date),
    ],
  };
}

function achsen({ world, body, leistung, date }: Asked, { verdict, stelle }: Verdict) {
  const regelung = regelungOf(world.catalogue, leistung);
  const fall = fallFor(world.duties, leistung);
  const herkunft = herkunftOf(fall, body.land, date);
  const typ = regelung.typ === null ? '' : ` (Typ ${regelung.typ})`;
  return descriptionList([
    ['Regelung', regelung.wer === null ? 'nicht belegt' : `${regelung.wer}${typ}`],
    ['Zweifel', regelungZweifel(regelung.wer, herkunft)],
    ['Vollzug', stelle && stelle.name !== body.name ? `${verdict}: ${stelle.name}` : verdict],
    [
      'Regel des Vollzugs',
      endeBy(fall.ende, date) === null
        ? html`${herkunftText(herkunft, leistung.ozgId)}${herkunft.regeln.map(({ id, norm }) => html`<br>${textLink(`/regeln/${id}`, norm)}`)}`
        : null,
    ],
    [
      'Geht vor',
      herkunft.verdraengt.length > 0 ? herkunft.verdraengt.map(({ norm }) => norm).join('; ') : null,
    ],
  ]);
}

/** Where somebody who doubts the answer finds why it says so and whom to ask, and corrects it with a source. */
function doubt([regel]: readonly Regel[], leistung: Leistung) {
  return regel === undefined
    ? { label: 'Stimmt das nicht? Eine Regel vorschlagen', href: `/regeln/neu?leistung=${leistung.id}` }
    : { label: `Stimmt das nicht? Die Regel „${regel.aufgabe}“ prüfen`, href: `/regeln/${regel.id}` };
}

function doubtOfEnde(leistung: Leistung, date: LocalDate) {
  return {
    label: 'Stimmt das nicht? Das Ende der Leistung und seine Quelle ansehen',
    href: `/katalog/leistungen/${leistung.id}?datum=${date}`,
  };
}

function answer(verdict: Verdict, body: Body) {
  const sentence = verdictSentence(verdict, body.name);
  const badges = html`<p class="lw-verdict">${verdictBadge(verdict.verdict)} ${verdict.grade ? evidenceBadge(verdict.grade) : ''}</p>`;
  if (verdict.open === null) return html`${badges}<p class="kern-body kern-body--large">${sentence}</p>`;
  return html`${badges}${alert({ kind: 'warning', title: `Offen: ${verdict.open.label}`, body: html`<p>${verdict.open.text}</p><p>${openAdvice(verdict.open.code)}</p>` })}`;
}

function chainSection({ chain }: Verdict) {
  return reasonChain(
    chain.map((link) => ({
      title: chainStepLabel[link.step],
      text: link.note
        ? html`<p>${link.text}</p><p class="kern-body--small kern-body--muted">${link.note}</p>`
        : link.text,
      source: link.source ?? { title: 'ohne Angabe', url: null },
      evidence: link.grade,
      validity: link.validFrom === null && link.validTo === null && link.step !== 'norm' ? undefined : link,
    })),
  );
}

function gemeindenSection(lage: Gemeindelage, leistung: Leistung, date: LocalDate) {
  const names = (bodies: Gemeindelage['offen']) =>
    bodies.length === 0
      ? null
      : html`<ul class="lw-columns">${bodies.map(({ ags, name }) => html`<li>${textLink(`/kommunen/${ags}/pflichten/${leistung.id}?datum=${date}`, name)}</li>`)}</ul>`;
  return descriptionList([
    [`Handelt für (${lage.handeltFuer.length})`, names(lage.handeltFuer)],
    [`Offen (${lage.offen.length})`, names(lage.offen)],
    [`Nicht für (${lage.andere.length})`, names(lage.andere)],
  ]);
}

function leistungSection({ catalogue }: DutiesWorld, leistung: Leistung, date: LocalDate) {
  const ozg = leistung.ozgId === null ? undefined : catalogue.ozgById.get(leistung.ozgId);
  return descriptionList([
    ['Leistung', textLink(`/katalog/leistungen/${leistung.id}?datum=${date}`, leistung.name)],
    ['LeiKa-Schlüssel', leistung.leika ?? 'ohne (nicht im LeiKa)'],
    [
      'OZG-Leistung',
      ozg
        ? textLink(`/katalog/ozg/${ozg.ozgId}?datum=${date}`, `${ozg.ozgId} ${ozg.name}`)
        : 'ohne OZG-Leistung',
    ],
    ['Typisierung', leistung.typ ?? 'ohne'],
    ['Katalogstand', formatLocalDate(catalogue.fassung.stand)],
  ]);
}
