import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import { type Finding, fine, wrong } from './finding.ts';

const leastFreeBytes = 1_000_000_000;

/** How much room is left where `path` lies. */
export function checkSpace(id: string, path: string): Finding {
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  const gigabytes = (free / 1e9).toFixed(1).replace('.', ',');
  if (free >= leastFreeBytes) return fine(id, `Frei bei ${path}: ${gigabytes} GB.`);
  return wrong(
    id,
    `Frei bei ${path}: nur ${gigabytes} GB.`,
    'Bitte Platz schaffen, bevor die Datenbank anhält.',
  );
}

/** Whether only this user reads the keys. */
export function checkKeyFiles(folder: DataFolder): Finding {
  const paths = [folder.keys, ...filesBelow(folder.keys)];
  const open = paths.filter((path) => (statSync(path).mode & 0o077) !== 0);
  if (open.length === 0) return fine('keys', `Nur der Benutzer von Leitwerk liest ${folder.keys}.`);
  return wrong(
    'keys',
    `Andere Benutzer dieser Maschine können Schlüssel lesen: ${open.join(', ')}.`,
    `Bitte sofort: chmod -R go= ${folder.keys}. Wer sie gelesen haben kann, kennt sie.`,
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}
