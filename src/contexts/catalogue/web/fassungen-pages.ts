import { html } from 'hono/html';
import { formatLocalDate, localDate } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  type AnsweredList,
  alert,
  answerList,
  button,
  buttonRow,
  errorSummary,
  form,
  inputField,
  linkButton,
  listEndings,
  listPage,
} from '#ui';
import { messages } from '../messages.ts';
import { takeBackFassung } from '../use-cases/take-back.ts';
import type { VersionPageDeps } from '../version-deps.ts';
import { addresses } from '../views/addresses.ts';
import { type FassungRow, fassungenList, fassungRows } from '../views/fassungen-list.ts';

const breadcrumb = [
  { label: messages.katalog, href: addresses.katalog },
  { label: 'Fassungen', href: addresses.fassungen },
];

/** The Fassungen of the catalogue, and taking the newest back. */
export function fassungenRoutes(deps: VersionPageDeps): readonly PageRoute[] {
  const see = { capability: 'catalogue.versions', method: 'GET', access: 'public' } as const;
  const takeBack = { capability: 'catalogue.take-back', access: { permission: 'reference.import' } } as const;
  const path = `${addresses.fassungen}/:nummer/zuruecknehmen`;
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        ...see,
        path: `${addresses.fassungen}${ending}`,
        handle: (request) => show(deps, request),
      }),
    ),
    { ...takeBack, method: 'GET', path, handle: (request) => askReason(deps, request, null) },
    { ...takeBack, method: 'POST', path, handle: (request) => takeBackNow(deps, request) },
  ];
}

async function rowsOf({ versions }: VersionPageDeps): Promise<readonly FassungRow[]> {
  return fassungRows(await versions.all());
}

async function show(deps: VersionPageDeps, request: PageRequest): Promise<PageAnswer> {
  const rows = await rowsOf(deps);
  const list = { definition: fassungenList, rows };
  const answered = await answerList(deps, list, request, {
    fileName: 'katalog-fassungen',
    title: 'Fassungen',
    source: 'Leitwerk',
    state: formatLocalDate(deps.clock.today()),
  });
  return answered.kind === 'list'
    ? { kind: 'page', content: listContent(rows, answered, request) }
    : answered;
}

function listContent(
  rows: readonly FassungRow[],
  { result, problems }: AnsweredList<FassungRow>,
  request: PageRequest,
): PageContent {
  const mayImport = request.principal?.permissions.has('reference.import') === true;
  const newest = rows.find(({ zustand }) => zustand === 'gilt');
  return {
    title: 'Fassungen des Katalogs',
    lead: 'Jeder eingelesene Stand bleibt als Fassung erhalten, mit Quelle und Tag. Es gilt die neueste, die nicht zurückgenommen ist.',
    wide: true,
    breadcrumb: breadcrumb.slice(0, 1),
    ...flashOf(request.query.get('meldung'), newest),
    main: html`${listPage(fassungenList, result, {
      action: addresses.fassungen,
      caption: 'Fassungen des Katalogs',
      problems,
      noun: ['Fassung', 'Fassungen'],
    })}${
      mayImport
        ? buttonRow(
            linkButton('Neue Fassung einlesen', addresses.einlesen),
            ...(newest && newest.before !== null
              ? [
                  linkButton(
                    `Fassung ${newest.fassung.nummer} zurücknehmen`,
                    addresses.zuruecknehmen(newest.fassung.nummer),
                    { kind: 'secondary' },
                  ),
                ]
              : []),
          )
        : ''
    }`,
    nextSteps: [
      { label: 'Was sich zuletzt geändert hat', href: addresses.aenderungen },
      { label: messages.katalog, href: addresses.katalog },
    ],
  };
}

function flashOf(said: string | null, newest: FassungRow | undefined): Pick<PageContent, 'flash'> {
  if (said === 'gleich')
    return {
      flash: {
        kind: 'info',
        title: 'Nichts zu tun',
        body: 'Die Tabellen sagen, was schon im Katalog steht.',
      },
    };
  if (said !== 'zurueckgenommen') return {};
  const body = `Jetzt gilt Fassung ${newest?.fassung.nummer ?? ''}.`;
  return { flash: { kind: 'success', title: 'Zurückgenommen', body } };
}

async function askReason(
  deps: VersionPageDeps,
  { params, csrfToken }: PageRequest,
  problem: string | null,
): Promise<PageAnswer> {
  const row = (await rowsOf(deps)).find(({ fassung }) => String(fassung.nummer) === params.nummer);
  const nummer = Number(params.nummer);
  if (!row) {
    const refused = await deps.versions.at(Number.isSafeInteger(nummer) ? nummer : -1);
    return refused.ok
      ? { kind: 'redirect', to: addresses.fassungen }
      : { kind: 'refusal', refusal: refused.refusal };
  }
  const fields = problem === null ? [] : [{ field: 'grund', message: problem }];
  const content: PageContent = {
    title: `Fassung ${nummer} zurücknehmen`,
    lead: `Danach gilt wieder Fassung ${row.before ?? '–'}. Jede Leistung hat dann wieder die Angaben von damals; was unter neuen Nummern eingetragen wurde, führt zu ihren Vorgängern.`,
    error: problem !== null,
    breadcrumb,
    main: html`${errorSummary(fields)}${alert({
      kind: 'info',
      title: `Stand ${formatLocalDate(localDate(row.fassung.stand))}`,
      body: 'Nichts wird gelöscht: Die Fassung bleibt mit Ihrem Grund in der Liste und lässt sich noch einmal einlesen.',
    })}${form(
      { action: addresses.zuruecknehmen(nummer), csrfToken, label: 'Fassung zurücknehmen' },
      html`${inputField({ name: 'grund', label: 'Warum?', maxLength: 500, error: problem ?? undefined })}${buttonRow(
        button('Zurücknehmen'),
        linkButton('Abbrechen', addresses.fassungen, { kind: 'tertiary' }),
      )}`,
    )}`,
  };
  return { kind: 'page', content, ...(problem === null ? {} : { status: 422 }) };
}

async function takeBackNow(deps: VersionPageDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form: fields } = request;
  if (!principal) throw new Error('take-back was reached without a principal');
  const nummer = Number(params.nummer);
  const done = await takeBackFassung(deps.db, principal.actor, nummer, fields.get('grund') ?? '');
  if (done.ok) {
    deps.changed();
    return { kind: 'redirect', to: `${addresses.fassungen}?meldung=zurueckgenommen` };
  }
  return done.refusal.kind === 'invalid'
    ? askReason(deps, request, done.refusal.message)
    : { kind: 'refusal', refusal: done.refusal };
}
