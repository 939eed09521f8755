import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { answerList, formatNumber, listFormatOf, listPage, section } from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { type Vergleich, vergleichen } from '../../use-cases/vergleichen.ts';
import { wunschOf } from '../../use-cases/vergleichswunsch.ts';
import { bandLabel } from '../../views/vergleich-text.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { fileOf } from './file-of.ts';
import { vergleichForm } from './vergleich-form.ts';
import { fieldSection, nobody, notCompared } from './vergleich-parts.ts';
import { vorsprungDefinition } from './vorsprung-list.ts';
import { askedOf, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const address = '/vergleich';

/** A fair comparison of a Kommune: equal duties, similar size, and it says with whom. */
export function vergleichRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.vergleich', path: address }, (frage, request) =>
    answer(deps, frage, request),
  );
}

async function answer(deps: CompassDeps, frage: GestellteFrage, request: PageRequest): Promise<PageAnswer> {
  const { path, query } = request;
  const wunsch = wunschOf(frage, query);
  if (!wunsch.ok) return listFormatOf(path) === null ? chooseFirst(frage, query) : refusal(wunsch.refusal);
  const found = await vergleichen(frage, wunsch.value);
  if (!found.ok) return refusal(found.refusal);
  const definition = vorsprungDefinition(frage);
  const list = await answerList(
    deps,
    { definition, rows: found.value.vorspruenge },
    askedOf(request, frage),
    fileOf(
      frage,
      `vergleich-${wunsch.value.ags}`,
      `Was andere als ${found.value.eigene.name} schon online haben`,
    ),
  );
  if (list.kind !== 'list') return list;
  const vorspruenge = listPage(definition, list.result, {
    action: address,
    caption: 'Leistungen, bei denen andere weiter sind',
    problems: list.problems,
    noun: ['Leistung', 'Leistungen'],
    emptyState: html`<p class="kern-body">Bei keiner Pflicht ist eine verglichene Kommune weiter.</p>`,
  });
  return zahlenPage(frage, address, {
    title: `Vergleich: ${found.value.eigene.name}`,
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: lead(frage, found.value),
    main: html`${vergleichForm(frage, query)}
      ${found.value.feld.length > 1 ? fieldSection(frage, found.value) : nobody(frage)}
      ${section('Wo andere weiter sind', vorspruenge)}
      ${notCompared(found.value)}`,
  });
}

/** An IT-Dienstleister first says which of its Kommunen it means. */
function chooseFirst(frage: GestellteFrage, query: URLSearchParams): PageAnswer {
  return zahlenPage(frage, address, {
    title: 'Vergleich',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Welche Kommune möchten Sie mit ähnlichen vergleichen? ${werGezaehltIst(frage)}`,
    main: vergleichForm(frage, query),
  });
}

function lead({ umfang }: GestellteFrage, { eigene, feld, pflichten, band }: Vergleich) {
  const others = feld.length - 1;
  const place =
    others === 0
      ? ''
      : ` Platz ${eigene.platz} von ${feld.length}: ${eigene.online} von ${formatNumber(pflichten)} Pflichten sind online.`;
  const [year, month, day] = umfang.datum.split('-');
  return `Verglichen wird nur mit Kommunen, die genau dieselben ${formatNumber(pflichten)} Pflichten haben und ${bandLabel[band]}, nach deren eigener Angabe.${place} Stand ${day}.${month}.${year}.`;
}
