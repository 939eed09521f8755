import { html } from 'hono/html';
import { foldGerman, type LocalDate, parseLocalDate, type Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  answerList,
  badge,
  emptyState,
  type ListDefinition,
  linkButton,
  listIndex,
  listPage,
  textLink,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { type Foerderprogramm, type FoerderprogrammInhalt, laufzeitOn } from '../domain/foerderprogramm.ts';
import { invalid, programmeUnknown } from '../errors.ts';
import { foerderprogrammSchema } from '../shapes.ts';
import type { Manager } from '../use-cases/actors.ts';
import { foerderprogramme, saveFoerderprogramm } from '../use-cases/foerderung.ts';
import { done, flashOf, foerderungPath, kosten, managerRoute } from './answers.ts';
import { programmForm, typedOf } from './foerderung-form.ts';

const laufzeitLabel = {
  kommend: 'beginnt noch',
  laufend: 'läuft',
  beendet: 'beendet',
  unbekannt: 'Laufzeit nicht bekannt',
} as const;

/** Funding programmes: a list that everybody signed in reads, and a form for who keeps them. */
export function foerderungRoutes(deps: CostsDeps): readonly PageRoute[] {
  const lists = (['', '.csv', '.xlsx'] as const).map(
    (ending): PageRoute => ({
      capability: 'costs.programmes',
      method: 'GET',
      path: `${foerderungPath}${ending}`,
      access: 'signed-in',
      handle: (request) => list(deps, request, ending),
    }),
  );
  const save = 'costs.programme.save';
  return [
    ...lists,
    managerRoute(deps, save, 'GET', `${foerderungPath}/neu`, (who, request) => show(deps, who, request)),
    managerRoute(deps, save, 'POST', `${foerderungPath}/neu`, (who, request) => keep(deps, who, request)),
    managerRoute(deps, save, 'GET', `${foerderungPath}/:programm`, (who, request) =>
      show(deps, who, request),
    ),
    managerRoute(deps, save, 'POST', `${foerderungPath}/:programm`, (who, request) =>
      keep(deps, who, request),
    ),
  ];
}

async function list(
  deps: CostsDeps,
  request: PageRequest,
  ending: '' | '.csv' | '.xlsx',
): Promise<PageAnswer> {
  const manages = request.principal?.permissions.has('costs.manage') === true;
  const definition = listOf(deps.clock.today(), manages ? (request.principal?.tenant ?? null) : null);
  const format = ending === '' ? null : ending === '.csv' ? 'csv' : 'xlsx';
  const answered = await answerList(
    deps,
    { definition, index: listIndex(definition, await foerderprogramme(deps)) },
    request.query,
    format,
    {
      fileName: `foerderprogramme-${deps.clock.today()}`,
      title: 'Förderprogramme',
      source: 'Angaben der IT-Dienstleister, Quelle je Zeile',
      state: deps.clock.today(),
    },
  );
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
      exportLinks: { csv: `${foerderungPath}.csv`, xlsx: `${foerderungPath}.xlsx` },
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

async function ownOne(deps: CostsDeps, { anbieter }: Manager, id: string | undefined) {
  if (id === undefined) return null;
  const all = await foerderprogramme(deps);
  return all.find((one) => one.tenant === anbieter.tenant && one.id === id) ?? programmeUnknown;
}

async function show(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await ownOne(deps, who, request.params.programm);
  if (found !== null && 'code' in found) return refusal(found);
  return page(programmForm(request, found, found ? typedOf(found) : new URLSearchParams(), null));
}

async function keep(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await ownOne(deps, who, request.params.programm);
  if (found !== null && 'code' in found) return refusal(found);
  const again = (reason: Refusal) => refusedPage(programmForm(request, found, request.form, reason), reason);
  const inhalt = readForm(request.form);
  if ('code' in inhalt) return again(inhalt);
  const saved = await saveFoerderprogramm(deps, who, {
    id:
      found?.id ??
      foldGerman(inhalt.titel)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60),
    grundlage: found ? numberIn(request.form.get('grundlage')) : 0,
    inhalt,
  });
  return saved.ok ? done(foerderungPath, 'programm') : again(saved.refusal);
}

const wants: Readonly<Record<string, string>> = {
  titel: 'Bitte einen Namen mit 3 bis 200 Zeichen angeben.',
  geber: 'Bitte angeben, wer fördert.',
  leistung: 'Bitte in einem Satz sagen, was gefördert wird.',
  wer: 'Bitte sagen, wer die Förderung bekommen kann.',
  quelle: 'Bitte eine Quelle mit höchstens 300 Zeichen und eine Adresse angeben, die mit https:// beginnt.',
};

function readForm(form: URLSearchParams): FoerderprogrammInhalt | Refusal {
  const wrong = ['gueltigVon', 'gueltigBis', 'antragsfrist'].filter((name) => {
    const text = formField(form, name);
    return text !== '' && !parseLocalDate(text).ok;
  });
  if (wrong.length > 0)
    return invalid(
      wrong.map((field) => ({
        field,
        message: 'Bitte einen Tag angeben, den es gibt, oder das Feld leer lassen.',
      })),
    );
  const parsed = foerderprogrammSchema.safeParse({
    ...Object.fromEntries(['titel', 'geber', 'leistung', 'wer'].map((name) => [name, formField(form, name)])),
    ...Object.fromEntries(
      ['gueltigVon', 'gueltigBis', 'antragsfrist'].map((name) => [name, formField(form, name) || null]),
    ),
    quelle: { title: formField(form, 'quelle'), url: formField(form, 'adresse') || null },
    annahme: form.get('annahme') === 'ja',
  });
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  return invalid(
    fields.map((field) => ({ field, message: wants[field] ?? 'Bitte prüfen Sie diese Angabe.' })),
  );
}
