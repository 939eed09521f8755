import { formatBytes, type Refusal } from '#kernel';

/** All files of the form together have more than `limit` bytes. */
export function tooLargeUpload(limit: number): Refusal {
  return {
    kind: 'too-large',
    code: 'UPLOAD_TOO_LARGE',
    message: `Die Dateien dieses Formulars sind zusammen größer als ${formatBytes(limit)}. Nichts wurde gespeichert. Bitte kleinere oder weniger Dateien wählen.`,
  };
}

/** A value has more than `most` characters. */
export function fieldTooLong(name: string, most: number): Refusal {
  const message = `Die Angabe „${name}“ ist länger als ${most} Zeichen. Nichts wurde gespeichert. Bitte kürzen.`;
  return { ...refusal('FORM_FIELD_TOO_LONG', message), fields: [{ field: name, message }] };
}

/** The form has more than `most` fields. */
export function tooManyFields(most: number): Refusal {
  return refusal(
    'FORM_FIELDS_TOO_MANY',
    `Das Formular hat mehr als ${most} Angaben. Nichts wurde gespeichert. Bitte in mehreren Schritten senden.`,
  );
}

/** The form has more than `most` files. */
export function tooManyFiles(most: number): Refusal {
  return refusal(
    'UPLOAD_FILES_TOO_MANY',
    `Das Formular hat mehr als ${most} Dateien. Nichts wurde gespeichert. Bitte in mehreren Schritten senden.`,
  );
}

function refusal(code: string, message: string): Refusal {
  return { kind: 'invalid', code, message };
}

/** The form broke off or is none. */
export const brokenUpload = refusal(
  'UPLOAD_BROKEN',
  'Das Hochladen ist abgebrochen, oder das Formular war nicht lesbar. Nichts wurde gespeichert. Bitte noch einmal senden.',
);
