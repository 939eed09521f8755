import type { Refusal } from '#kernel';
import type { ServerLock } from './server-lock.ts';

/** A second server on a folder that has one. */
export function alreadyRunning(root: string, lock: ServerLock): Refusal {
  return unavailable(
    'INSTANCE_RUNNING',
    `Auf dem Datenordner ${root} läuft schon ein Leitwerk (Prozess ${lock.pid}, ${lock.address}). Bitte diesen nutzen oder zuerst beenden: kill ${lock.pid}. Ein zweites Leitwerk braucht einen eigenen Ordner (LEITWERK_DATA) und einen eigenen PORT.`,
  );
}

/** This machine has no embedded PostgreSQL and no other was named. */
export function noEmbeddedServer(): Refusal {
  return unavailable(
    'DATABASE_MISSING',
    'Das mitgelieferte PostgreSQL gibt es nur für Linux x64. Bitte DATABASE_URL auf ein PostgreSQL ab Version 15 setzen, zum Beispiel DATABASE_URL=postgres://leitwerk:…@localhost/leitwerk.',
  );
}

/** A restore was killed half way. */
export function restoreUnfinished(root: string): Refusal {
  return unavailable(
    'RESTORE_UNFINISHED',
    `Die Wiederherstellung in ${root} ist nicht zu Ende gelaufen. Bitte leitwerk restore mit derselben Sicherung wiederholen.`,
  );
}

const diskSentences: Readonly<Record<string, (root: string) => string>> = {
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  ENOTDIR: (root) =>
    `Der Datenordner ${root} ist kein Ordner. Bitte LEITWERK_DATA auf einen Ordner setzen; Leitwerk legt ihn selbst an.`,
  EEXIST: (root) =>
    `Der Datenordner ${root} ist kein Ordner. Bitte LEITWERK_DATA auf einen Ordner setzen; Leitwerk legt ihn selbst an.`,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
};

function notWritable(root: string): string {
  return `Leitwerk darf im Datenordner ${root} nicht lesen oder schreiben. Bitte Leitwerk als der Benutzer starten, dem der Ordner gehört, die Rechte berichtigen (chown, chmod) oder LEITWERK_DATA ändern. Es wurde nichts verändert.`;
}

function full(root: string): string {
  return `Auf dem Datenträger von ${root} ist kein Platz mehr. Bitte Platz schaffen (mindestens 500 MB) und neu starten; gespeicherte Daten sind unversehrt.`;
}

/** What the person who starts the program is told of a failed start; never a stack trace. */
export function startRefusal(error: unknown, root: string): Refusal {
  const text = textOf(error);
  const disk = diskCode(error, text);
  if (disk)
    return unavailable(
      disk === 'ENOSPC' ? 'DATA_FOLDER_FULL' : 'DATA_FOLDER_UNUSABLE',
      sentenceOf(disk, root),
    );
  const database = databaseSentence(codeOf(error), text);
  if (database) return unavailable('DATABASE_UNAVAILABLE', database);
  return unavailable('START_FAILED', text);
}

function sentenceOf(code: string, root: string): string {
  return diskSentences[code]?.(root) ?? full(root);
}

function diskCode(error: unknown, text: string): string | null {
  const code = codeOf(error);
  if (code && code in diskSentences) return code === 'EDQUOT' || code === 'EFBIG' ? 'ENOSPC' : code;
  if (
    /No space left on device|Check free disk space|ENOSPC|EFBIG|File too large|Disk quota exceeded|database or disk is full/.test(
      text,
    )
  )
    return 'ENOSPC';
  if (/EACCES|EPERM|EROFS|unable to open database file|readonly database|Permission denied/.test(text))
    return 'EACCES';
  return /ENOTDIR|EEXIST/.test(text) ? 'ENOTDIR' : null;
}

const databaseSentences: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Unter DATABASE_URL antwortet keine Datenbank. Bitte Adresse und Port prüfen und PostgreSQL starten.',
  ENOTFOUND: 'Den Rechner in DATABASE_URL gibt es nicht. Bitte die Adresse prüfen.',
  ENOENT: 'Den Socket in DATABASE_URL gibt es nicht. Bitte prüfen, ob PostgreSQL läuft.',
  '28P01': 'Die Datenbank lehnt Benutzer oder Passwort ab. Bitte DATABASE_URL berichtigen.',
  '28000': 'Die Datenbank lehnt den Benutzer ab. Bitte DATABASE_URL und pg_hba.conf prüfen.',
  '3D000': 'Die Datenbank in DATABASE_URL gibt es nicht. Bitte anlegen, siehe docs/operations.md.',
};

function databaseSentence(code: string | null, text: string): string | null {
  const known = code ? databaseSentences[code] : undefined;
  return known ? `${known} (${text})` : null;
}

function codeOf(error: unknown): string | null {
  if (error instanceof Error && error.cause !== undefined) {
    const inner = codeOf(error.cause);
    if (inner) return inner;
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unavailable(code: string, message: string): Refusal {
  return { kind: 'unavailable', code, message };
}
