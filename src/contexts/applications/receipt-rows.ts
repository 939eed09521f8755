import { formatLocalDate } from '#kernel';
import { messages } from './messages.ts';
import type { AntragRow } from './store-antrag.ts';
import type { SendungRow } from './store-sendung.ts';

/** What a receipt states, on the page as in the PDF: nothing of the person. */
export function receiptRows(
  row: AntragRow,
  sendungen: readonly SendungRow[],
): readonly (readonly [label: string, value: string])[] {
  const { receipt } = messages;
  return [
    [receipt.nummer, row.nummer],
    [receipt.dienst, row.titel],
    [receipt.kommune, row.kommune],
    ...sendungen.map(({ titel, stelle }): readonly [string, string] => [
      receipt.stelle,
      sendungen.length > 1 ? `${stelle}: ${titel}` : stelle,
    ]),
    [receipt.eingang, formatLocalDate(row.eingangstag)],
    [receipt.zahlung, messages.zahlung[row.zahlung]],
    [receipt.loeschtag, formatLocalDate(row.loeschenAm)],
  ];
}
