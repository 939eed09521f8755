import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { button, buttonRow, errorOf, form, inputField, refusalNotice, section, table, textLink } from '#ui';
import { kriteriumText, tausendstel } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { compare, type Gegenueber, rowOf, signed } from '../use-cases/explain.ts';
import { type Rangfolge, readRangfolge } from '../use-cases/read-rangfolge.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { paths, withWeights } from './paths.ts';
import { weightsOf, wunschOf } from './weights-query.ts';

/** Two Leistungen side by side: why one stands above the other. */
export function compareRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'priorities.compare',
      method: 'GET',
      path: paths.vergleich,
      access: 'signed-in',
      handle: (request) => answer(deps, request),
    },
  ];
}

async function answer(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const ranked = await readRangfolge(deps, viewer.value, wunschOf(request.query));
  if (!ranked.ok) return refusal(ranked.refusal);
  const asked = { a: request.query.get('a')?.trim() ?? '', b: request.query.get('b')?.trim() ?? '' };
  const rows = {
    a: await rowOrNull(deps, ranked.value, asked.a),
    b: await rowOrNull(deps, ranked.value, asked.b),
  };
  const shown = { request, ranked: ranked.value, asked, rows };
  const wrong = wrongOf(rows);
  if (wrong) return refusedPage(content(shown, null, wrong), wrong);
  const both = rows.a?.ok && rows.b?.ok ? compare(ranked.value, rows.a.value, rows.b.value) : null;
  if (both && !both.ok) return refusedPage(content(shown, null, both.refusal), both.refusal);
  return page(content(shown, both?.value ?? null, null));
}

type Rows = { readonly a: Result<number> | null; readonly b: Result<number> | null };

async function rowOrNull(
  deps: PrioritiesDeps,
  { welt }: Rangfolge,
  text: string,
): Promise<Result<number> | null> {
  return text === '' ? null : rowOf(await deps.catalogue(), welt, text);
}

function wrongOf({ a, b }: Rows): Refusal | null {
  const fields = [
    ...(a && !a.ok ? [{ field: 'a', message: a.refusal.message }] : []),
    ...(b && !b.ok ? [{ field: 'b', message: b.refusal.message }] : []),
  ];
  const [first] = fields;
  return first
    ? { kind: 'invalid', code: 'PRIORITIES_COMPARE_INVALID', message: first.message, fields }
    : null;
}

interface Shown {
  readonly request: PageRequest;
  readonly ranked: Rangfolge;
  readonly asked: { readonly a: string; readonly b: string };
  readonly rows: Rows;
}

function content(shown: Shown, both: Gegenueber | null, reason: Refusal | null): PageContent {
  const { request, ranked, asked, rows } = shown;
  const weights = weightsOf(request.query);
  const named = (row: Result<number> | null, text: string) =>
    row?.ok ? (ranked.welt.leistungen[row.value]?.id ?? text) : text;
  const problems = reason?.fields ?? [];
  return {
    title: 'Zwei Leistungen vergleichen',
    preline: 'Prioritäten',
    lead: 'Warum steht die eine über der anderen?',
    breadcrumb: [{ label: 'Prioritäten', href: withWeights(paths.rang, weights) }],
    main: html`${refusalNotice(reason)}${both ? result(shown, both) : ''}${section(
      both ? 'Andere Leistungen vergleichen' : 'Welche Leistungen?',
      form(
        {
          action: paths.vergleich,
          method: 'get',
          label: 'Leistungen wählen',
          hidden: Object.fromEntries(weights),
        },
        html`${inputField({ name: 'a', label: 'Erste Leistung', hint: 'Kennung (L00001), LeiKa-Schlüssel oder genauer Name', maxLength: 300, value: named(rows.a, asked.a), error: errorOf(problems, 'a') })}${inputField({ name: 'b', label: 'Zweite Leistung', maxLength: 300, value: named(rows.b, asked.b), error: errorOf(problems, 'b') })}${buttonRow(button('Vergleichen'))}`,
      ),
    )}`,
    nextSteps: [{ label: 'Zur Rangfolge', href: withWeights(paths.rang, weights) }],
  };
}

function result({ ranked: { welt, liste }, request }: Shown, both: Gegenueber) {
  const weights = weightsOf(request.query);
  const name = (row: number) => welt.leistungen[row]?.name ?? '';
  const link = (row: number) =>
    textLink(withWeights(paths.leistung(welt.leistungen[row]?.id ?? ''), weights), name(row));
  const value = ({ wert, bekannt }: { readonly wert: number; readonly bekannt: boolean }) =>
    bekannt ? tausendstel(wert) : `${tausendstel(wert)} (unbekannt)`;
  return section(
    both.gleich ? 'Beide stehen gleich' : 'Darum',
    html`<p class="kern-body lw-measure">${both.satz}</p><p class="kern-body">Oben: ${link(both.oben)}, Platz ${liste.raenge[both.oben]}. Unten: ${link(both.unten)}, Platz ${liste.raenge[both.unten]}.</p>${table(
      {
        caption: 'Unterschied je Kriterium',
        captionHidden: true,
        columns: [
          { label: 'Kriterium' },
          { label: 'Gewicht', numeric: true },
          { label: 'Oben', numeric: true },
          { label: 'Unten', numeric: true },
          { label: 'Unterschied in Rechenpunkten', numeric: true },
        ],
        rows: both.unterschiede.map(({ kriterium, gewicht, oben, unten, unterschied }) => [
          kriteriumText[kriterium].label,
          String(gewicht),
          value(oben),
          value(unten),
          unterschied === 0 ? '0' : signed(unterschied),
        ]),
        footer: ['Zusammen', '', '', '', both.differenz === 0 ? '0' : signed(both.differenz)],
      },
    )}`,
  );
}
