/** What an action did, said once on the page after it. */
export const flashes = {
  eingeladen: { kind: 'success', title: 'Die Einladung ist verschickt. Der Link gilt sieben Tage.' },
  'eingeladen-ohne-mail': {
    kind: 'warning',
    title: 'Die Einladung ist gespeichert, aber die Mail ging nicht hinaus.',
    body: 'Bitte öffnen Sie das Mitglied und senden Sie die Einladung noch einmal.',
  },
  rollen: { kind: 'success', title: 'Die Rollen sind geändert. Die Sitzungen der Person sind beendet.' },
  stellen: { kind: 'success', title: 'Die Stellen sind gespeichert und gelten ab sofort.' },
  gesperrt: { kind: 'success', title: 'Der Zugang ist gesperrt. Die Sitzungen der Person sind beendet.' },
  entsperrt: { kind: 'success', title: 'Der Zugang ist wieder offen.' },
  entfernt: { kind: 'success', title: 'Das Mitglied ist entfernt. Der Name bleibt für die Prüfspur.' },
  vertretung: { kind: 'success', title: 'Die Vertretung ist eingetragen.' },
  'vertretung-beendet': { kind: 'success', title: 'Die Vertretung ist beendet.' },
  'in-vertretung': {
    kind: 'info',
    title: 'Sie handeln jetzt in Vertretung. Jede Änderung steht so in der Prüfspur.',
  },
  'wieder-selbst': { kind: 'info', title: 'Sie handeln wieder für sich selbst.' },
  passwort: { kind: 'success', title: 'Ihr Passwort ist geändert. Andere Sitzungen sind beendet.' },
  'passwort-gesetzt': { kind: 'success', title: 'Ihr Passwort gilt. Bitte melden Sie sich damit an.' },
  'mail-unterwegs': {
    kind: 'info',
    title: 'Wenn es zu dieser Adresse einen Zugang gibt, ist eine Mail mit einem Link unterwegs.',
    body: 'Der Link gilt eine Stunde. Sehen Sie auch im Ordner für unerwünschte Mails nach.',
  },
  passkey: { kind: 'success', title: 'Der Passkey ist gespeichert. Sie können sich damit anmelden.' },
  'passkey-entfernt': { kind: 'success', title: 'Der Passkey ist entfernt.' },
  sitzung: { kind: 'success', title: 'Beendet.' },
  abgemeldet: { kind: 'success', title: 'Sie sind abgemeldet.' },
  einwilligung: { kind: 'success', title: 'Ihre Entscheidung ist gespeichert und gilt ab heute.' },
  aufgenommen: {
    kind: 'success',
    title: 'Die Kommune ist aufgenommen. Die Einladung an ihre Administration ist verschickt.',
  },
  'aufgenommen-ohne-mail': {
    kind: 'warning',
    title: 'Die Kommune ist aufgenommen, aber die Mail an ihre Administration ging nicht hinaus.',
    body: 'Bitte senden Sie die Einladung unten noch einmal.',
  },
  widerrufen: { kind: 'success', title: 'Der Zugang ist widerrufen und gilt ab sofort nicht mehr.' },
} as const;
