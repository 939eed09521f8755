import type { Refusal } from '#kernel';

const again = 'Bitte lassen Sie sich die Datei noch einmal schicken.';

function invalid(code: string, message: string): Refusal {
  return { kind: 'invalid', code, message, fields: [{ field: 'datei', message }] };
}

export function tooLarge(most: string): Refusal {
  const message = `Die Datei ist größer als ${most}. So groß ist kein Paket; es wurde nichts gelesen.`;
  return { kind: 'too-large', code: 'PAKET_TOO_LARGE', message, fields: [{ field: 'datei', message }] };
}

export const packed = invalid(
  'PAKET_PACKED',
  'Die Datei ist gepackt (ZIP oder GZIP). Ein Paket ist eine einzige JSON-Datei und wird nie ausgepackt. Bitte laden Sie die Datei mit der Endung .paket.json selbst hoch.',
);

export const notJson = invalid(
  'PAKET_BROKEN',
  `Die Datei lässt sich nicht lesen: Sie ist unvollständig oder kein JSON. ${again}`,
);

export const notText = invalid(
  'PAKET_BROKEN',
  `Die Datei lässt sich nicht lesen: Sie enthält Zeichen, die kein Text in UTF-8 sind. ${again}`,
);

export const tooDeep = invalid(
  'PAKET_BROKEN',
  `Die Datei ist tiefer verschachtelt als jedes Paket. Sie wurde nicht gelesen. ${again}`,
);

export const noPaket = invalid(
  'PAKET_NO_PACKAGE',
  'Das ist kein Paket eines Onlinedienstes: Am Anfang fehlt die Angabe „format“ mit „leitwerk/paket@…“. Bitte wählen Sie die Datei mit der Endung .paket.json.',
);

export function fromFuture(found: string, newest: number): Refusal {
  return {
    ...invalid(
      'PAKET_FROM_FUTURE',
      `Das Paket hat das Format ${found}; diese Installation liest Pakete bis Format ${newest}. Bitten Sie den Absender um das Paket im Format ${newest} („leitwerk paket bauen … --format ${newest}“), oder aktualisieren Sie diese Installation.`,
    ),
    kind: 'conflict',
  };
}

export function broken(place: string, detail: string): Refusal {
  return invalid(
    'PAKET_BROKEN',
    `Das Paket ist an der Stelle „${place}“ nicht, wie das Format es verlangt: ${detail} ${again}`,
  );
}

export function memberName(name: string): Refusal {
  return invalid(
    'PAKET_MEMBER_NAME',
    `Das Paket enthält einen Teil mit dem Namen „${name.slice(0, 80)}“. Solche Namen gibt es im Format nicht; deshalb wurde nichts übernommen. Bitte fragen Sie den Absender, womit das Paket gebaut wurde.`,
  );
}

/** The bytes are not those that were signed. `what` says where this shows. */
export function altered(what: string): Refusal {
  return invalid(
    'PAKET_ALTERED',
    `Das Paket wurde nach dem Unterschreiben verändert: ${what} Es wurde nichts übernommen. Bitte lassen Sie sich die Datei noch einmal schicken und vergleichen Sie die Inhaltssumme mit dem Absender.`,
  );
}

export const unsigned = invalid(
  'PAKET_UNSIGNED',
  'Das Paket trägt keine Unterschrift. Niemand steht dafür ein, von wem es stammt. Bitte den Absender, es zu unterschreiben („leitwerk paket bauen“).',
);

export function keyUnknown(kid: string): Refusal {
  return invalid(
    'PAKET_KEY_UNKNOWN',
    `Das Paket ist mit dem Schlüssel ${kid.slice(0, 60)} unterschrieben, den diese Installation nicht kennt. Lassen Sie sich die Kennung des Schlüssels auf anderem Weg bestätigen, zum Beispiel am Telefon, und nehmen Sie ihn unter „Pakete“, „Schlüssel“ auf.`,
  );
}

export function keyRevoked(kid: string, inhaber: string): Refusal {
  return invalid(
    'PAKET_KEY_REVOKED',
    `Das Paket ist mit dem Schlüssel ${kid.slice(0, 60)} (${inhaber}) unterschrieben. Er ist hier widerrufen. Bitte lassen Sie sich das Paket mit dem neuen Schlüssel unterschreiben.`,
  );
}

export function noOlderFormat(major: number, oldest: number, newest: number): Refusal {
  return invalid(
    'PAKET_FORMAT_UNKNOWN',
    `Ein Paket im Format ${major} kann diese Installation nicht ausgeben. Möglich sind die Formate ${oldest} bis ${newest}.`,
  );
}
