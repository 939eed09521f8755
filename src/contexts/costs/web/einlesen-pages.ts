import { html } from 'hono/html';
import { foldGerman, type Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  uploadBytes,
} from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  fileField,
  form,
  goodOnlyField,
  type ImportRow,
  importCounts,
  importReview,
  importRowsOf,
  inputField,
  linkButton,
  readImportView,
  refusalNotice,
  selectField,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { declaresHundred } from '../domain/schluesselwerte.ts';
import { invalid, invalidTable } from '../errors.ts';
import { schluesselartLabel } from '../messages.ts';
import { type SchluesselKopf, schluesselKopfSchema } from '../shapes.ts';
import type { Manager } from '../use-cases/actors.ts';
import {
  beginEinlesen,
  type Schluesselvorschau,
  uebernehmeSchluessel,
  vorschauOf,
} from '../use-cases/einlesen.ts';
import { done, kosten, managerRoute, schluesselPath } from './answers.ts';

const uploadLimit = 10_000_000;
const address = `${schluesselPath}/einlesen`;
const breadcrumb = [kosten, { label: 'Verteilungsschlüssel', href: schluesselPath }];

/** A table of weights: sent with what it is, looked at with its sum, taken over. */
export function einlesenRoutes(deps: CostsDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    act: (who: Manager, request: PageRequest) => Promise<PageAnswer>,
  ) => managerRoute(deps, 'costs.keys.import', method, path, act);
  return [
    route('GET', address, async (_, request) => page(uploadContent(request, null))),
    { ...route('POST', address, (who, request) => receive(deps, who, request)), uploadLimit },
    route('GET', `${address}/:einlesung`, (who, request) => preview(deps, who, request, null)),
    route('POST', `${address}/:einlesung`, (who, request) => apply(deps, who, request)),
  ];
}

async function receive(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const refused = (reason: Refusal) => {
    const told = reason.fields
      ? reason
      : { ...reason, kind: 'invalid' as const, fields: [{ field: 'datei', message: reason.message }] };
    return refusedPage(uploadContent(request, told), told);
  };
  const kopf = kopfOf(request.form);
  if ('code' in kopf) return refused(kopf);
  if (!file) return refused(invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'));
  if (file.scanned === 'infected')
    return refused(
      invalidTable(`In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`),
    );
  const bytes = await uploadBytes(file);
  const begun = await beginEinlesen(deps, who, { name: file.fileName, bytes }, kopf);
  return begun.ok ? { kind: 'redirect', to: `${address}/${begun.value}` } : refused(begun.refusal);
}

const wants: Readonly<Record<string, string>> = {
  name: 'Bitte einen Namen mit 2 bis 200 Zeichen angeben.',
  id: 'Bitte einen Namen mit Buchstaben angeben.',
  art: 'Bitte wählen Sie, wonach der Schlüssel zählt.',
  jahr: 'Bitte das Jahr angeben, das die Werte beschreiben, zum Beispiel 2016.',
  stand: 'Bitte einen Tag angeben, den es gibt, oder das Feld leer lassen.',
  quelle: 'Bitte eine Quelle mit höchstens 300 Zeichen und eine Adresse angeben, die mit https:// beginnt.',
};

function kopfOf(sent: URLSearchParams): SchluesselKopf | Refusal {
  const name = formField(sent, 'name');
  const quelle = formField(sent, 'quelle');
  const parsed = schluesselKopfSchema.safeParse({
    id: foldGerman(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 70),
    name,
    art: formField(sent, 'art'),
    jahr: Number(formField(sent, 'jahr')),
    stand: formField(sent, 'stand') || null,
    quelle: { title: quelle, url: formField(sent, 'adresse') || null },
    annahme: quelle === '',
  });
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  if (fields.has('name')) fields.delete('id');
  return invalid(
    [...fields].map((field) => ({
      field: field === 'id' ? 'name' : field,
      message: wants[field] ?? 'Bitte prüfen Sie diese Angabe.',
    })),
  );
}

function uploadContent({ csrfToken, form: sent }: PageRequest, reason: Refusal | null): PageContent {
  const base = (name: string) => ({
    name,
    value: formField(sent, name),
    error: errorOf(reason?.fields, name),
  });
  const arten = Object.entries(schluesselartLabel)
    .filter(([value]) => !['gleich', 'kombination', 'koenigsteiner_angepasst'].includes(value))
    .map(([value, label]) => ({ value, label }));
  return {
    title: 'Schlüssel aus einer Tabelle einlesen',
    lead: 'CSV oder Excel mit einer Spalte „AGS“ oder „Land“ und einer Spalte „Gewicht“, „Anteil“ oder „Einwohner“. Sie sehen erst die Werte und ihre Summe.',
    breadcrumb,
    main: html`${refusalNotice(reason)}${form(
      { action: address, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${inputField({ ...base('name'), label: 'Name des Schlüssels', maxLength: 200, hint: 'Ein Name, den es schon gibt, bekommt eine neue Fassung.' })}${selectField(
        {
          ...base('art'),
          label: 'Wonach er zählt',
          options: arten,
          hint: 'Beim Königsteiner Schlüssel und bei festen Anteilen müssen die Werte genau 100 ergeben.',
        },
      )}${inputField({ ...base('jahr'), label: 'Jahr', inputmode: 'numeric', width: 'narrow', maxLength: 4 })}${inputField(
        { ...base('stand'), label: 'Stichtag', type: 'date', optional: true },
      )}${inputField({ ...base('quelle'), label: 'Quelle', optional: true, maxLength: 300, hint: 'Ohne Quelle gilt der Schlüssel als Annahme, und jede Abrechnung sagt das.' })}${inputField(
        { ...base('adresse'), label: 'Adresse der Quelle', type: 'url', optional: true },
      )}${fileField({
        name: 'datei',
        label: 'Tabelle',
        accept: '.csv,.txt,.xlsx',
        error: errorOf(reason?.fields, 'datei'),
      })}${buttonRow(button('Werte zeigen'), linkButton('Abbrechen', schluesselPath, { kind: 'tertiary' }))}`,
    )}`,
  };
}

async function preview(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const found = await vorschauOf(deps, who, id);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, id, found.value, reason);
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function apply(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.einlesung ?? '';
  const taken = await uebernehmeSchluessel(deps, who, id, {
    nurGute: request.form.get(goodOnlyField) === 'ja',
    renormieren: request.form.get('renormieren') === 'ja',
  });
  if (taken.ok) return done(schluesselPath, 'schluessel');
  return taken.refusal.kind === 'invalid'
    ? preview(deps, who, request, taken.refusal)
    : refusal(taken.refusal);
}

function previewContent(
  request: PageRequest,
  id: string,
  { dateiname, kopf, zeilen, summe, problem }: Schluesselvorschau,
  reason: Refusal | null,
): PageContent {
  const here = `${address}/${id}`;
  const all = zeilen.map(rowOf);
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  const notHundred = problem !== null && declaresHundred(kopf);
  return {
    title: kopf.name,
    preline: `Vorschau: ${dateiname}`,
    wide: true,
    breadcrumb: [...breadcrumb, { label: 'Einlesen', href: address }],
    main: html`${problem === null ? alert({ kind: 'success', title: `Die Werte ergeben zusammen ${summe}.` }) : alert({ kind: 'danger', title: problem, live: true })}${
      notHundred
        ? form(
            { action: here, csrfToken: request.csrfToken, label: 'Auf 100 umrechnen' },
            html`${checkboxField({ name: 'renormieren', label: `Ich möchte die Werte mit der Summe ${summe} trotzdem übernehmen und auf 100 umrechnen lassen. Jede Abrechnung nennt das.` })}${
              all.some(({ kind }) => kind === 'refused')
                ? checkboxField({ name: goodOnlyField, label: 'Nur die guten Zeilen übernehmen.' })
                : ''
            }${buttonRow(button('Umgerechnet übernehmen', { kind: 'secondary' }))}`,
          )
        : ''
    }${importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Wert', 'Werte'],
      form: { action: here, csrfToken: request.csrfToken, label: 'Schlüssel übernehmen' },
      cancelHref: schluesselPath,
      error: reason?.fields?.find(({ field }) => field === goodOnlyField)?.message,
    })}`,
  };
}

function rowOf(zeile: Schluesselvorschau['zeilen'][number]): ImportRow {
  const { zeile: line, geschrieben, zahler, gewicht, fehler, vorher } = zeile;
  const kind =
    fehler.length > 0 ? 'refused' : vorher === null ? 'added' : vorher === gewicht ? 'unchanged' : 'changed';
  const shown = (text: string) => text.replace('.', ',');
  return {
    kind,
    line,
    entry: geschrieben === zahler ? zahler : `${geschrieben} (${zahler})`,
    changes:
      kind === 'refused' || kind === 'unchanged'
        ? []
        : [{ field: 'Gewicht', before: shown(vorher ?? ''), after: shown(gewicht) }],
    problems: fehler,
  };
}
