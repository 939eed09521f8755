import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, page } from '#platform';
import { answerList, badge, emptyState, type ListDefinition, linkButton, listPage, textLink } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { type Foerderprogramm, laufzeitOn } from '../domain/foerderprogramm.ts';
import { foerderprogramme } from '../use-cases/foerderung.ts';
import { flashOf, foerderungPath, kosten } from './answers.ts';

const laufzeitLabel = {
  kommend: 'beginnt noch',
  laufend: 'läuft',
  beendet: 'beendet',
  unbekannt: 'Laufzeit nicht bekannt',
} as const;

export async function list(deps: CostsDeps, request: PageRequest): Promise<PageAnswer> {
  const manages = request.principal?.permissions.has('costs.manage') === true;
  const definition = listOf(deps.clock.today(), manages ? (request.principal?.tenant ?? null) : null);
  const answered = await answerList(deps, { definition, rows: await foerderprogramme(deps) }, request, {
    fileName: `foerderprogramme-${deps.clock.today()}`,
    title: 'Förderprogramme',
    source: 'Angaben der IT-Dienstleister, Quelle je Zeile',
    state: deps.clock.today(),
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Förderprogramme',
    lead: 'Was Land, Bund und andere zu Onlinediensten beitragen: von wann bis wann, für wen, mit Quelle.',
    breadcrumb: [kosten],
    wide: true,
    ...flashOf(request),
    main: listPage(definition, answered.result, {
      action: foerderungPath,
      caption: 'Förderprogramme',
      problems: answered.problems,
      noun: ['Programm', 'Programme'],
      emptyState: emptyState({
        title: 'Noch kein Programm',
        body: 'Hier stehen Förderprogramme mit Laufzeit und Quelle, sobald ein IT-Dienstleister sie einträgt.',
        ...(manages ? { action: linkButton('Programm eintragen', `${foerderungPath}/neu`) } : {}),
      }),
    }),
    nextSteps: manages ? [{ label: 'Programm eintragen', href: `${foerderungPath}/neu` }] : [],
  });
}

function listOf(today: LocalDate, own: string | null): ListDefinition<Foerderprogramm> {
  return {
    id: 'foerderprogramme',
    defaultSort: { key: 'titel', descending: false },
    search: ({ titel, geber, leistung, wer }) => `${titel} ${geber} ${leistung} ${wer}`,
    columns: [
      {
        key: 'titel',
        label: 'Programm',
        width: 'wide',
        value: ({ titel }) => titel,
        cell: ({ tenant, id, titel, annahme }) =>
          html`${tenant === own ? textLink(`${foerderungPath}/${id}`, titel) : titel}${annahme ? html` ${badge('warning', 'Annahme')}` : ''}`,
      },
      { key: 'geber', label: 'Wer fördert', value: ({ geber }) => geber },
      { key: 'leistung', label: 'Was', width: 'wide', value: ({ leistung }) => leistung },
      { key: 'wer', label: 'Für wen', hidden: true, value: ({ wer }) => wer },
      { key: 'stand', label: 'Stand', value: (row) => laufzeitLabel[laufzeitOn(row, today)] },
      { key: 'gueltigVon', label: 'Gilt ab', kind: 'date', value: ({ gueltigVon }) => gueltigVon },
      { key: 'gueltigBis', label: 'Gilt bis', kind: 'date', value: ({ gueltigBis }) => gueltigBis },
      { key: 'antragsfrist', label: 'Antragsfrist', kind: 'date', value: ({ antragsfrist }) => antragsfrist },
      { key: 'quelle', label: 'Quelle', value: ({ quelle }) => quelle.title || null },
      { key: 'adresse', label: 'Adresse der Quelle', value: ({ quelle }) => quelle.url, exportOnly: true },
      { key: 'haus', label: 'Eingetragen von', value: ({ haus }) => haus, exportOnly: true },
    ],
    filters: [
      {
        key: 'laufzeit',
        label: 'Laufzeit',
        options: Object.entries(laufzeitLabel).map(([value, label]) => ({ value, label })),
        values: (row) => laufzeitOn(row, today),
      },
    ],
  };
}
