import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import { answerList, distinctOptions, emptyState, type ListDefinition, listEndings, listPage } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { zahlerName } from '../domain/zahler-name.ts';
import type { Reader } from '../use-cases/actors.ts';
import { dienstTitel } from '../use-cases/plan.ts';
import { nutzungFor } from '../use-cases/zaehle-nutzung.ts';
import { kosten, readerRoute } from './answers.ts';

const address = '/kosten/nutzung';

interface Zeile {
  readonly kommune: string;
  readonly ags: string;
  readonly dienst: string;
  readonly titel: string;
  readonly monat: string;
  readonly anzahl: number;
}

const definition: ListDefinition<Zeile> = {
  id: 'nutzung',
  keeps: ['jahr'],
  defaultSort: { key: 'kommune', descending: false },
  search: ({ kommune, titel, dienst, ags }) => `${kommune} ${ags} ${titel} ${dienst}`,
  columns: [
    { key: 'kommune', label: 'Kommune', width: 'wide', value: ({ kommune }) => kommune },
    { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
    { key: 'dienst', label: 'Onlinedienst', value: ({ titel }) => titel },
    { key: 'monat', label: 'Monat ab', kind: 'date', value: ({ monat }) => monat },
    { key: 'anzahl', label: 'Fälle', kind: 'number', value: ({ anzahl }) => anzahl, total: 'sum' },
  ],
  filters: [
    {
      key: 'dienst',
      label: 'Onlinedienst',
      options: distinctOptions(({ titel }: Zeile) => titel),
      values: ({ titel }) => titel,
    },
  ],
  groupings: [{ key: 'dienst', label: 'Onlinedienst', value: ({ titel }) => titel }],
};

/** The counted cases: a Kommune sees its own, who offers services those of all. Numbers only. */
export function nutzungRoutes(deps: CostsDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    readerRoute(deps, 'costs.use', `${address}${ending}`, (reader, request) => answer(deps, reader, request)),
  );
}

async function answer(deps: CostsDeps, reader: Reader, request: PageRequest): Promise<PageAnswer> {
  const asked = request.query.get('jahr') ?? '';
  const jahr = /^20\d{2}$/.test(asked) ? Number(asked) : Number(deps.clock.today().slice(0, 4));
  const territory = await deps.territory();
  const titles = await dienstTitel(deps);
  const rows = (await nutzungFor(deps, reader, jahr, null)).map((one) => ({
    ...one,
    titel: titles.get(one.dienst) ?? one.dienst,
    kommune: zahlerName(territory, one.ags),
  }));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `nutzung-${jahr}-${deps.clock.today()}`,
    title: `Nutzung ${jahr}`,
    source: 'Gezählt aus dem Nachweis der Zustellungen, stündlich; nur Zahlen',
    state: deps.clock.today(),
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: `Nutzung ${jahr}`,
    lead: 'Wie viele Fälle im Monat kamen. Gezählt wird jeder Fall einmal, im Monat und bei der Behörde, wo er zuerst ankam; Nachreichungen und Weitergaben zählen nicht noch einmal.',
    breadcrumb: [kosten],
    wide: true,
    main: listPage(definition, answered.result, {
      action: address,
      caption: `Nutzung ${jahr}`,
      problems: answered.problems,
      noun: ['Zeile', 'Zeilen'],
      emptyState: emptyState({
        title: 'Noch keine Fälle',
        body: `Für ${jahr} ist noch kein Fall gezählt. Gezählt wird jede Stunde.`,
      }),
    }),
    nextSteps: [
      { label: `Nutzung ${jahr - 1}`, href: `${address}?jahr=${jahr - 1}` },
      { label: `Nutzung ${jahr + 1}`, href: `${address}?jahr=${jahr + 1}` },
    ],
  });
}
