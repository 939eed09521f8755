import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  alert,
  answerList,
  descriptionList,
  emptyState,
  externalLink,
  listEndings,
  listIndex,
  listPage,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { summeText } from '../domain/schluesseltabelle.ts';
import { schluesselartLabel } from '../messages.ts';
import type { Manager } from '../use-cases/actors.ts';
import { uebernimmFertigen } from '../use-cases/fertige-schluessel.ts';
import { einSchluessel } from '../use-cases/schluessel.ts';
import { done, kosten, managerRoute, schluesselPath } from './answers.ts';
import { list } from './schluessel-list.ts';
import { definition, fileOf, werteOf } from './schluessel-values.ts';

/** The keys of a house: which there are, what each says, and those that lie ready. */
export function schluesselRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    managerRoute(deps, 'costs.keys', 'GET', schluesselPath, (who, request) => list(deps, who, request, null)),
    managerRoute(deps, 'costs.key.take', 'POST', `${schluesselPath}/uebernehmen`, (who, request) =>
      take(deps, who, request),
    ),
    managerRoute(deps, 'costs.key', 'GET', `${schluesselPath}/:schluessel`, (who, request) =>
      show(deps, who, request),
    ),
    ...listEndings
      .slice(1)
      .map((ending) =>
        managerRoute(
          deps,
          'costs.key',
          'GET',
          `${schluesselPath}/:schluessel/werte${ending}`,
          (who, request) => values(deps, who, request),
        ),
      ),
  ];
}

async function take(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const taken = await uebernimmFertigen(deps, who, formField(request.form, 'schluessel'));
  return taken.ok ? done(schluesselPath, 'schluessel') : list(deps, who, request, taken.refusal);
}

async function values(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await einSchluessel(deps, who, request.params.schluessel ?? '');
  if (!found.ok) return refusal(found.refusal);
  const index = listIndex(definition, await werteOf(deps, found.value));
  const answered = await answerList(deps, { definition, index }, request, fileOf(deps, found.value));
  return answered.kind === 'list'
    ? refusal({ kind: 'not-found', code: 'COSTS_FILE', message: 'Keine Datei.' })
    : answered;
}

async function show(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await einSchluessel(deps, who, request.params.schluessel ?? '');
  if (!found.ok) return refusal(found.refusal);
  const one = found.value;
  const index = listIndex(definition, await werteOf(deps, one));
  const answered = await answerList(deps, { definition, index }, request, fileOf(deps, one));
  if (answered.kind !== 'list') return answered;
  const here = `${schluesselPath}/${one.id}`;
  return page({
    title: one.name,
    preline: 'Verteilungsschlüssel',
    breadcrumb: [kosten, { label: 'Verteilungsschlüssel', href: schluesselPath }],
    wide: true,
    main: html`${one.annahme ? alert({ kind: 'warning', title: 'Annahme: Für diese Werte ist keine Quelle genannt.' }) : ''}${
      one.renormiert
        ? alert({
            kind: 'info',
            title: `Die Anteile ergeben ${summeText(one)} und werden ausdrücklich auf 100 umgerechnet. Jede Abrechnung nennt das.`,
          })
        : ''
    }${descriptionList([
      ['Art', schluesselartLabel[one.art]],
      ['Jahr', String(one.jahr)],
      ['Stand', one.stand === null ? '' : formatLocalDate(one.stand)],
      ['Summe', summeText(one)],
      ['Fassung', String(one.fassung)],
      ['Quelle', one.quelle.url === null ? one.quelle.title : externalLink(one.quelle.url, one.quelle.title)],
    ])}${listPage(definition, answered.result, {
      action: here,
      caption: 'Gewichte',
      files: `${here}/werte`,
      problems: answered.problems,
      noun: ['Zahler', 'Zahler'],
      emptyState: emptyState({ title: 'Kein Treffer', body: 'Bitte ändern Sie die Suche.' }),
    })}`,
  });
}
