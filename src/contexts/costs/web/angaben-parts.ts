import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  linkButton,
  section,
  table,
} from '#ui';
import {
  type Angabe,
  type Angabenfassung,
  angabeLabel,
  angabenFor,
  geaenderteAngaben,
  type Rechnungsangaben,
} from '../domain/rechnungsangaben.ts';

// Billing particulars as their forms ask for them, and what a Fassung changed; of a house and of a Kommune alike.

const hints: Readonly<Partial<Record<Angabe, string>>> = {
  leitwegId:
    'Das Kennzeichen, unter dem die Kommune elektronische Rechnungen empfängt. Es hat die Form 991-33333TEST-33; die letzten zwei Ziffern prüfen den Rest.',
  kennnummer:
    'Registernummer oder die Nummer, unter der die Kommunen Sie als Lieferanten führen. Nötig, wenn etwas nicht steuerbar ist oder die USt-IdNr. fehlt.',
  ansprechstelle: 'Eine Stelle, keine Person, zum Beispiel „Rechnungswesen“.',
  email: 'An diese Adresse gehen elektronische Rechnungen oder Fragen dazu.',
};

/** The fields that are asked for under a key. */
function angabenFields(
  kennung: string,
  textOf: (name: Angabe) => string,
  reason: Refusal | null,
): readonly Html[] {
  return angabenFor(kennung).map(
    (name) =>
      html`${inputField({
        ...{ name, label: angabeLabel[name], value: textOf(name), hint: hints[name] },
        ...{ optional: true, maxLength: 200, error: errorOf(reason?.fields, name) },
      })}`,
  );
}

/** What the form sent. */
export function angabenIn(form: URLSearchParams, kennung: string): Readonly<Partial<Record<Angabe, string>>> {
  return Object.fromEntries(angabenFor(kennung).map((name) => [name, formField(form, name)]));
}

interface Angabenform {
  readonly action: string;
  readonly cancelHref: string;
  readonly kennung: string;
  /** What stands in the fields, and of which Fassung it is. */
  readonly angaben: Rechnungsangaben | undefined;
  readonly fassung: number;
}

/** The form for the next Fassung; one that was refused has what was typed. */
export function angabenForm(
  { csrfToken, form: sent }: PageRequest,
  { action, cancelHref, kennung, angaben, fassung }: Angabenform,
  reason: Refusal | null,
): Html {
  const textOf = (name: Angabe) => (reason ? formField(sent, name) : (angaben?.[name] ?? ''));
  const grundlage = reason ? (sent.get('grundlage') ?? '0') : String(fassung);
  return form(
    { action, csrfToken, label: 'Rechnungsangaben', hidden: { grundlage } },
    html`${angabenFields(kennung, textOf, reason)}${buttonRow(button('Speichern'), linkButton('Abbrechen', cancelHref, { kind: 'tertiary' }))}`,
  );
}

/** What a Fassung changed, from and to. */
export function changesText(fassung: Angabenfassung): string {
  const { angaben, vorher } = fassung;
  return geaenderteAngaben(fassung)
    .map((name) => `${angabeLabel[name]}: ${vorher?.[name] || 'leer'} → ${angaben[name] || 'leer'}`)
    .join('; ');
}

interface Verlaufszeile extends Angabenfassung {
  readonly fassung: number;
  readonly angegebenAm: Date;
  /** Who said it, in words. */
  readonly wer: string;
}

/** All Fassungen with what each changed. */
export function verlaufSection(heading: string, all: readonly Verlaufszeile[]): Html {
  if (all.length === 0) return html``;
  return section(
    heading,
    table({
      caption: 'Fassungen',
      captionHidden: true,
      columns: [
        { label: 'Fassung', numeric: true },
        { label: 'Angegeben' },
        { label: 'Von' },
        { label: 'Geändert', width: 'wide' },
      ],
      rows: all.map((one) => [
        String(one.fassung),
        formatInstant(one.angegebenAm),
        one.wer,
        changesText(one) || 'nichts',
      ]),
    }),
  );
}
