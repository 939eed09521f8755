import { html } from 'hono/html';
import { formatLocalDate, localDate } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { table, textLink } from '#ui';
import type { FieldsDeps } from '../deps.ts';
import { giltAm } from '../domain/feld.ts';
import { type Leser, readerOf } from '../use-cases/person.ts';
import { type Felderstand, readKinds } from '../use-cases/read-fields.ts';

/** Every kind of record, with how many fields it has and who changed them when. */
export async function showKinds(deps: FieldsDeps, { principal }: PageRequest): Promise<PageAnswer> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return refusal(reader.refusal);
  const kinds = await readKinds(deps, reader.value);
  const today = deps.clock.today();
  return page({
    title: 'Felder und Beschriftungen',
    lead: leadOf(reader.value),
    main: table({
      caption: 'Arten von Einträgen',
      captionHidden: true,
      columns: [
        { label: 'Art' },
        { label: 'Felder', numeric: true },
        { label: 'davon ergänzt', numeric: true },
        { label: 'Pflichtfelder', numeric: true },
        { label: 'zählen für die Vollständigkeit', numeric: true },
        { label: 'Von Ihnen zuletzt geändert' },
      ],
      rows: kinds.map(({ kind, felder, eigene }) => {
        const current = felder.filter((feld) => giltAm(feld, today));
        return [
          textLink(`/felder/${kind.art}`, kind.label),
          current.length,
          current.filter(({ herkunft }) => herkunft !== 'system').length,
          current.filter(({ pflicht }) => pflicht).length,
          current.filter(({ zaehlt }) => zaehlt).length,
          changedText(eigene),
        ];
      }),
    }),
  });
}

/** Who may do what with fields, for the one who reads. */
export function leadOf({ ebene, darfAendern }: Leser): string {
  if (!darfAendern)
    return 'Welche Felder erfasst werden und was sie bedeuten. Ändern kann sie, wer bei Ihnen dieses Recht hat.';
  return ebene === 'anbieter'
    ? 'Was Sie hier festlegen, gilt für alle Kommunen, die Sie betreuen: Beschriftungen, Hilfen, Pflichtfelder und weitere Felder.'
    : 'Beschriftungen und Hilfen legt Ihr IT-Dienstleister fest. Eigene Felder ergänzen Sie hier; sie gelten nur für Ihre Kommune.';
}

function changedText(eigene: Felderstand['eigene']): string {
  if (eigene === null) return 'noch nicht';
  const day = localDate(eigene.erfasstAm.toISOString().slice(0, 10));
  return html`${formatLocalDate(day)}, Fassung ${eigene.fassung}`.toString();
}
