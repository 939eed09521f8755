import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import { answerList, emptyState, type ListDefinition, listEndings, listIndex, listPage, textLink } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { kontostand } from '../domain/kontostand.ts';
import { euroNumber } from '../euro.ts';
import { zustandLabel } from '../messages.ts';
import type { Abrechnungskopf } from '../store-abrechnung.ts';
import type { Anteil } from '../store-anteil.ts';
import type { Reader } from '../use-cases/actors.ts';
import { abrechnungenOf, eigeneAnteile } from '../use-cases/anteile.ts';
import { flashOf, kosten, readerRoute } from './answers.ts';
import { zustandBadge } from './bill-parts.ts';

const address = '/abrechnungen';

interface Zeile {
  readonly id: string;
  readonly nummer: string;
  readonly titel: string;
  readonly jahr: number;
  readonly zustand: keyof typeof zustandLabel;
  readonly brutto: number | null;
  readonly offen: number | null;
  readonly faelligAm: string | null;
}

const definition: ListDefinition<Zeile> = {
  id: 'abrechnungen',
  defaultSort: { key: 'jahr', descending: true },
  search: ({ nummer, titel, jahr }) => `${nummer} ${titel} ${jahr}`,
  columns: [
    {
      key: 'nummer',
      label: 'Abrechnung',
      value: ({ nummer }) => nummer,
      cell: ({ id, nummer }) => textLink(`${address}/${id}`, nummer),
    },
    { key: 'titel', label: 'Onlinedienst', width: 'wide', value: ({ titel }) => titel },
    {
      key: 'jahr',
      label: 'Jahr',
      kind: 'number',
      value: ({ jahr }) => jahr,
      cell: ({ jahr }) => html`${jahr}`,
    },
    {
      key: 'zustand',
      label: 'Stand',
      value: ({ zustand }) => zustandLabel[zustand],
      cell: ({ zustand }) => zustandBadge(zustand),
    },
    { key: 'brutto', label: 'Betrag in Euro', kind: 'number', value: ({ brutto }) => brutto },
    { key: 'offen', label: 'Offen in Euro', kind: 'number', value: ({ offen }) => offen },
    { key: 'faelligAm', label: 'Fällig', kind: 'date', value: ({ faelligAm }) => faelligAm },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: Object.entries(zustandLabel).map(([value, label]) => ({ value, label })),
      values: ({ zustand }) => zustand,
    },
  ],
};

/** All bills: of a house, or those that a Kommune got. */
export function billsRoutes(deps: CostsDeps): readonly PageRoute[] {
  return listEndings.map((ending) =>
    readerRoute(deps, 'costs.bills', `${address}${ending}`, (reader, request) =>
      answer(deps, reader, request),
    ),
  );
}

async function rowsOf(deps: CostsDeps, reader: Reader): Promise<readonly Zeile[]> {
  if (reader.art === 'kommune') return (await eigeneAnteile(deps, reader.payer)).map(zeileOf);
  return (await abrechnungenOf(deps, reader.manager)).map((one) => ({
    ...one,
    nummer: one.nummer ?? 'Entwurf',
    brutto: one.bruttoCent === null ? null : euroNumber(one.bruttoCent),
    offen: one.bruttoCent === null ? null : euroNumber(offenCent(one, one.bruttoCent)),
  }));
}

/** What no longer holds is not owed; what was paid on it and not given back is a credit, and stands with a minus. */
function zeileOf(one: Anteil): Zeile {
  const { offenCent } = kontostand(one);
  return {
    ...{ id: one.abrechnung, nummer: one.rechnungsnummer, titel: one.titel, jahr: one.jahr },
    zustand: !one.gilt ? 'korrigiert' : offenCent <= 0n ? 'bezahlt' : 'gestellt',
    ...{ brutto: euroNumber(one.bruttoCent), offen: euroNumber(offenCent), faelligAm: one.faelligAm },
  };
}

function offenCent(kopf: Abrechnungskopf, bruttoCent: bigint): bigint {
  return kontostand({ ...kopf, bruttoCent, gilt: kopf.ersetztDurch === null }).offenCent;
}

async function answer(deps: CostsDeps, reader: Reader, request: PageRequest): Promise<PageAnswer> {
  const index = listIndex(definition, await rowsOf(deps, reader));
  const answered = await answerList(deps, { definition, index }, request, {
    fileName: `abrechnungen-${deps.clock.today()}`,
    title: 'Abrechnungen',
    source: reader.art === 'kommune' ? 'Abrechnungen an die eigene Kommune' : reader.manager.anbieter.name,
    state: deps.clock.today(),
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Abrechnungen',
    lead:
      reader.art === 'kommune'
        ? 'Was Ihrer Kommune abgerechnet wurde, mit jedem Rechenschritt.'
        : 'Entwürfe und gestellte Abrechnungen. Eine gestellte wird nie geändert, nur durch eine neue ersetzt.',
    breadcrumb: [kosten],
    wide: true,
    ...flashOf(request),
    main: listPage(definition, answered.result, {
      action: address,
      caption: 'Abrechnungen',
      problems: answered.problems,
      noun: ['Abrechnung', 'Abrechnungen'],
      emptyState: emptyState({
        title: 'Noch keine Abrechnung',
        body:
          reader.art === 'kommune'
            ? 'Hier steht, was ein Onlinedienst Sie kostet, sobald er abgerechnet ist.'
            : 'Eine Abrechnung entsteht auf der Seite eines Kostenplans.',
      }),
    }),
  });
}
