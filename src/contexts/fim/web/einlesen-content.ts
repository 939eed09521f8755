import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageContent, type PageRequest, type ShownImport } from '#platform';
import {
  alert,
  errorOf,
  type ImportRow,
  importCounts,
  importReview,
  importRowsOf,
  inputField,
  plannedRow,
  readImportView,
  section,
  uploadForm,
} from '#ui';
import type { Unterschied } from '../domain/unterschiede.ts';
import { anzahlText } from '../messages.ts';
import type { Vorschau } from '../use-cases/einlesen.ts';
import { befundTabelle } from './bericht-parts.ts';
import { address } from './route.ts';

const here = `${address}/einlesen`;

/** The form that takes a file. */
export function uploadContent({ csrfToken, form: sent }: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Datenschema einlesen',
    preline: 'FIM-Datenschemata',
    lead: 'XDatenfelder in Fassung 2 oder 3, als XML-Datei. Sie sehen erst, was daraus wird und was sich gegenüber der vorigen Version ändert.',
    breadcrumb: [{ label: 'FIM-Datenschemata', href: address }],
    main: uploadForm({
      ...{ action: here, csrfToken, reason, cancelHref: address },
      label: 'Datenschema hochladen',
      file: {
        label: 'Datei',
        hint: 'Höchstens 20 MB. Im FIM-Portal heißt das Format „XDatenfelder“.',
        accept: '.xml',
      },
      fields: html`${inputField({
        name: 'quelle',
        label: 'Quelle',
        hint: 'Die Adresse, von der Sie die Datei haben.',
        value: formField(sent, 'quelle'),
        error: errorOf(reason?.fields, 'quelle'),
      })}${inputField({
        name: 'lizenz',
        label: 'Lizenz',
        hint: 'Zum Beispiel „CC BY 4.0“ oder „keine Angabe“.',
        value: formField(sent, 'lizenz'),
        error: errorOf(reason?.fields, 'lizenz'),
      })}`,
      submit: 'Vorschau zeigen',
    }),
  };
}

export function importRow({ art, element, fimId, bezeichnung, zeile, aenderungen }: Unterschied): ImportRow {
  return plannedRow(
    { art, aenderungen, fehler: [], zeile: art === 'entfaellt' ? null : zeile },
    html`${bezeichnung} <span class="kern-body--muted">${element} ${fimId}</span>`,
  );
}

/** What a file would bring, element by element, and what a form could not carry. */
export function previewContent(
  request: PageRequest,
  vorschau: Vorschau,
  { here: action, takeOver }: ShownImport,
): PageContent {
  const { fassung, gegen, vergleich, uebernahme, dateiname } = vorschau;
  const rows = vergleich.unterschiede.map(importRow);
  const view = readImportView(request.query);
  const shown = importRowsOf(rows, view);
  const counts = { ...importCounts(rows), unchanged: vergleich.unveraendert };
  const pages = uebernahme.definition?.pages.length ?? 0;
  return {
    title: `${fassung.bezeichnung}: Vorschau`,
    preline: dateiname,
    lead: gegen
      ? `${fassung.id}, Version ${fassung.version}, verglichen mit Version ${gegen.version}. Noch ist nichts übernommen.`
      : `${fassung.id}, Version ${fassung.version}. Dieses Schema ist hier neu. Noch ist nichts übernommen.`,
    wide: true,
    breadcrumb: [
      { label: 'FIM-Datenschemata', href: address },
      { label: 'Einlesen', href: here },
    ],
    main: html`<div class="lw-stack">${alert({
      kind: uebernahme.definition ? 'info' : 'warning',
      title: uebernahme.definition
        ? `Daraus wird ein Formular mit ${anzahlText(pages, 'Seite', 'Seiten')}.`
        : 'Daraus lässt sich kein Formular beweisen.',
      body: `${anzahlText(uebernahme.arbeitspunkte.length, 'Arbeitspunkt wartet', 'Arbeitspunkte warten')} danach auf einen Menschen.`,
    })}${importReview({
      counts,
      view: { ...view, page: shown.page },
      action,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Element', 'Elemente'],
      form: {
        action: takeOver,
        csrfToken: request.csrfToken,
        label: 'Datenschema übernehmen',
      },
      cancelHref: address,
    })}</div>${section('Bericht', befundTabelle(uebernahme.befunde), {
      lead: 'Was im Formular anders steht als im Schema oder gar nicht. Das Schema selbst bleibt ganz.',
    })}`,
  };
}
