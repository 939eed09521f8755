import { html } from 'hono/html';
import { renderFee } from '#forms/pages';
import { formatLocalDate, ok, refuse } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  type Html,
  linkButton,
  section,
} from '#ui';
import { linkInvalid } from '../errors.ts';
import { messages } from '../messages.ts';
import { receiptRows } from '../receipt-rows.ts';
import type { OwnCopy } from '../use-cases/antrag-content.ts';
import { requestReceipt } from '../use-cases/make-receipt.ts';
import {
  type OpenAntrag,
  openAntrag,
  ownCopyOf,
  readReceiptPdf,
  scanResults,
} from '../use-cases/read-antrag.ts';
import { lastAnswer } from '../use-cases/read-nachforderungen.ts';
import { addresses, resumeLink } from './addresses.ts';
import { antragOf } from './antrag-page.ts';
import { type Desk, limited, redirect, withDoor } from './handling.ts';
import { handedInPart } from './later-parts.ts';

/** The receipt: number, what was applied for, what it costs, the deletion day, and the link that opens it all again. */
export async function showReceipt(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const antrag = await antragOf(desk, request);
  if (!antrag.ok) return { kind: 'refusal', refusal: antrag.refusal };
  const { row, door, sendungen } = antrag.value;
  const copy = ownCopyOf(antrag.value);
  const link = resumeLink(desk.site, door.token);
  const pdf = form(
    { action: addresses.receiptPdf(door.id), csrfToken: request.csrfToken },
    buttonRow(
      button('Bestätigung als PDF', { kind: 'secondary' }),
      linkButton('Zum Antrag', addresses.antrag(door.id)),
    ),
  );
  return {
    kind: 'page',
    content: {
      title: messages.receipt.title,
      preline: row.titel,
      breadcrumb: [{ label: 'Start', href: '/' }, { label: messages.receipt.title }],
      main: html`${alert({ kind: 'success', title: 'Ihr Antrag ist eingegangen', body: html`<p class="kern-body">Ihre Nummer: <strong>${row.nummer}</strong>. Notieren Sie sie und nennen Sie sie bei Fragen.</p>` })}${descriptionList([...receiptRows(row, sendungen), ...laterRows(antrag.value)])}${copy ? renderFee(copy.fee) : ''}${copy && row.zahlung === 'nach-bescheid' ? html`<p class="kern-body"><strong>${messages.zahlung[row.zahlung]}</strong>: ${messages.zahlungHinweis}</p>` : ''}${section(
        'Wie es weitergeht',
        html`<p class="kern-body lw-measure">${sendungen.length > 1 ? 'Jede Stelle prüft ihren Teil des Antrags.' : 'Die zuständige Stelle prüft Ihren Antrag.'} Den Stand sehen Sie jederzeit mit Ihrem Link:</p>
<p class="kern-body"><a class="kern-link lw-long-address" href="${link}">${link}</a></p>
<p class="kern-body lw-measure">${messages.receipt.loeschregel(row)}</p>`,
      )}${pdf}<p class="kern-body"><a class="kern-link" href="${addresses.link(door.id)}">Den Link als E-Mail schicken</a></p>`,
    },
  };
}

/** On which days something was handed in; what it was stands with the answers. */
function laterRows({ nachforderungen }: OpenAntrag): readonly (readonly [string, string])[] {
  return nachforderungen.flatMap(({ row }): readonly (readonly [string, string])[] =>
    row.beantwortetAm === null
      ? []
      : [
          [
            messages.receipt.nachgereicht,
            `${formatInstant(row.beantwortetAm)}${row.verspaetet ? messages.receipt.nachFrist : ''}`,
          ],
        ],
  );
}

/** Asks the worker for the PDF. */
export async function orderPdf(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const allowed = limited(desk, 'receipt', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const ordered = await withDoor(desk, request, async (tx, door) => {
    if (!(await openAntrag(tx, door))) return refuse(linkInvalid);
    await requestReceipt(tx, door.id);
    return ok(door);
  });
  if (!ordered.ok) return { kind: 'refusal', refusal: ordered.refusal };
  return redirect(addresses.receiptPdf(ordered.value.id));
}

/** The PDF, or the page that waits for it. */
export async function showPdf(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const found = await withDoor(desk, request, async (tx, door) => {
    const antrag = await openAntrag(tx, door);
    return antrag ? ok({ antrag, pdf: await readReceiptPdf(tx, door) }) : refuse(linkInvalid);
  });
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { antrag, pdf } = found.value;
  if (pdf !== null) {
    const fileName = `Eingangsbestaetigung-${antrag.row.nummer}.pdf`;
    return { kind: 'download', fileName, contentType: 'application/pdf', body: new Uint8Array(pdf) };
  }
  return {
    kind: 'page',
    content: {
      title: 'Ihre Bestätigung wird erstellt',
      refreshSeconds: 2,
      breadcrumb: [{ label: 'Start', href: '/' }, { label: 'Bestätigung' }],
      main: html`<p class="kern-body">Das dauert wenige Sekunden. Die Seite lädt sich selbst neu.</p>${buttonRow(linkButton('Zur Eingangsbestätigung', addresses.receipt(antrag.door.id), { kind: 'secondary' }))}`,
    },
  };
}

/** The own copy: every question with its answer, as it was sent. */
export async function showCopy(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const found = await withDoor(desk, request, async (tx, door) => {
    const antrag = await openAntrag(tx, door);
    return antrag ? ok({ antrag, results: await scanResults(tx, door) }) : refuse(linkInvalid);
  });
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { antrag, results } = found.value;
  const { row, door } = antrag;
  const copy = ownCopyOf(antrag);
  if (!copy) return { kind: 'refusal', refusal: linkInvalid };
  const last = lastAnswer(antrag.nachforderungen);
  // Only where it became another one.
  const later = last !== null && last.fee.cents !== copy.fee.cents ? last : null;
  const list = (rows: (typeof copy.document.sections)[number]['rows']) =>
    descriptionList(
      rows.map(
        ({ question, answer, origin }) =>
          [
            question,
            origin === undefined
              ? answer
              : html`${answer}<br><span class="kern-body kern-body--small kern-body--muted">${origin}</span>`,
          ] as const,
      ),
    );
  const sections = copy.document.sections.map(({ title, rows, parts }) =>
    section(
      title,
      html`${rows.length > 0 ? list(rows) : ''}${parts.map((part) => html`<h3 class="kern-heading-small">${part.title}</h3>${list(part.rows)}`)}`,
    ),
  );
  return {
    kind: 'page',
    content: {
      title: 'Ihre Angaben',
      preline: `Antrag ${row.nummer}`,
      lead: `So haben Sie den Antrag am ${formatLocalDate(row.eingangstag)} abgeschickt. Er lässt sich nicht mehr ändern; Neues schreiben Sie als Nachricht.`,
      breadcrumb: [
        { label: 'Start', href: '/' },
        { label: `Antrag ${row.nummer}`, href: addresses.antrag(door.id) },
        { label: 'Ihre Angaben' },
      ],
      main: html`${sections}${filesPart(filesOf(antrag, copy), results)}${renderFee(copy.fee)}${handedInPart(antrag)}${later ? section('Kosten nach der Nachreichung', renderFee(later.fee)) : ''}`,
    },
  };
}

type SentFile = NonNullable<OwnCopy['files']>[number];

/** The files that went with the Antrag, and those that were handed in later. */
function filesOf({ nachforderungen }: OpenAntrag, { files = [] }: OwnCopy): readonly SentFile[] {
  return [...files, ...nachforderungen.flatMap(({ answer }) => answer?.files ?? [])];
}

/** What became of each file's check for malware, at its upload or at the authority. */
function filesPart(files: readonly SentFile[], results: Awaited<ReturnType<typeof scanResults>>): Html | '' {
  if (files.length === 0) return '';
  const rows = files.map(({ id, fileName, geprueft }) => {
    const result = results.get(id);
    if (!result) return [fileName, geprueft ? messages.pruefung.upload : messages.pruefung.open] as const;
    return [fileName, messages.pruefung[result.befund](formatInstant(result.am))] as const;
  });
  return section(messages.pruefung.title, descriptionList(rows));
}
