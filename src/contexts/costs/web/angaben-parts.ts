import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { errorOf, type Html, inputField } from '#ui';
import { type Angabe, angabeLabel, angabenFor, type Rechnungsangaben } from '../domain/rechnungsangaben.ts';

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
export function angabenFields(
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

/** One Fassung and the one that it follows. */
interface Fassung {
  readonly kennung: string;
  readonly angaben: Rechnungsangaben;
  readonly vorher: Rechnungsangaben | null;
}

/** Which fields a Fassung changed. */
export function changedFields({ kennung, angaben, vorher }: Fassung): readonly Angabe[] {
  return angabenFor(kennung).filter((name) => angaben[name] !== (vorher?.[name] ?? ''));
}

/** What a Fassung changed, from and to. */
export function changesText(fassung: Fassung): string {
  const { angaben, vorher } = fassung;
  return changedFields(fassung)
    .map((name) => `${angabeLabel[name]}: ${vorher?.[name] || 'leer'} → ${angaben[name] || 'leer'}`)
    .join('; ');
}
