import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageContent, type PageRequest, type ShownImport } from '#platform';
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
import { declaresHundred } from '../domain/schluesselwerte.ts';
import { schluesselartLabel } from '../messages.ts';
import type { Schluesselvorschau } from '../use-cases/einlesen.ts';
import { kosten, schluesselPath } from './answers.ts';

export const address = `${schluesselPath}/einlesen`;
const breadcrumb = [kosten, { label: 'Verteilungsschlüssel', href: schluesselPath }];

export function uploadContent({ csrfToken, form: sent }: PageRequest, reason: Refusal | null): PageContent {
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

export function previewContent(
  request: PageRequest,
  { dateiname, kopf, zeilen, summe, problem }: Schluesselvorschau,
  { here, takeOver, reason }: ShownImport,
): PageContent {
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
            { action: takeOver, csrfToken: request.csrfToken, label: 'Auf 100 umrechnen' },
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
      form: { action: takeOver, csrfToken: request.csrfToken, label: 'Schlüssel übernehmen' },
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
