import { html } from 'hono/html';
import { type Leistung, resolveLeistung } from '#catalogue';
import { type LocalDate, ok, type Result } from '#kernel';
import { dayOfAddress, type Html, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { type Body, resolveBody } from '#territory';
import { alert, dateForm, evidenceBadge, onDay, section, verdictBadge } from '#ui';
import { fallFor } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import type { Regel } from '../domain/regel.ts';
import type { Verdict } from '../domain/verdict.ts';
import { verdictOf } from '../domain/verdict-of.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { type Asked, achsen, chainSection, gemeindenSection, leistungSection } from './duty-sections.ts';
import { openAdvice, verdictSentence } from './messages.ts';

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
