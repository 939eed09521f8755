import { ok, type Result, refuse } from '#kernel';
import type { WorkgroupDeps } from '../deps.ts';
import { pdfWartet } from '../errors.ts';
import { paketPdf, protokollPdf, terminDatei } from '../use-cases/dateien.ts';
import { type Bestellung, madeDokument, makeDokument } from '../use-cases/dokument.ts';
import type { Felder } from '../use-cases/felder.ts';
import { openMaterial } from '../use-cases/materialien.ts';
import type { Mitwirkende } from '../use-cases/wer.ts';

export interface Datei {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** A file that can be had: as base64 in the API, written to a path by the command. */
interface DateiTuer {
  readonly capability: string;
  readonly path: string;
  readonly command: string;
  readonly usage: string;
  readonly summary: string;
  readonly query?: readonly string[];
  readonly read: (
    deps: WorkgroupDeps,
    wer: Mitwirkende,
    id: string,
    felder: Felder,
    warten: boolean,
  ) => Promise<Result<Datei>>;
}

async function made(
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  ordered: Result<Bestellung>,
  jetzt: boolean,
): Promise<Result<Datei>> {
  if (!ordered.ok) return ordered;
  const { name, fileName } = ordered.value;
  // Nobody waits for the worker at a command line: the file is made in this process.
  if (jetzt) await makeDokument(deps, wer.tenant, name);
  const inhalt = ordered.value.inhalt ?? (await madeDokument(deps, wer, name));
  return inhalt === null
    ? refuse(pdfWartet)
    : ok({ name: fileName, mediaType: 'application/pdf', base64: inhalt.toString('base64') });
}

export const tueren: readonly DateiTuer[] = [
  {
    capability: 'workgroup.session.ics',
    path: '/arbeitsgruppe/sitzungen/{id}/termin',
    command: 'arbeitsgruppe termin',
    usage: '<id>',
    summary: 'Der Termin einer Sitzung für den Kalender',
    read: async (deps, wer, id) => {
      const file = await terminDatei(deps, wer, id);
      return file.ok
        ? ok({
            name: 'termin.ics',
            mediaType: 'text/calendar',
            base64: Buffer.from(file.value).toString('base64'),
          })
        : file;
    },
  },
  {
    capability: 'workgroup.minutes.pdf',
    path: '/arbeitsgruppe/sitzungen/{id}/protokoll',
    command: 'arbeitsgruppe protokoll',
    usage: '<id>',
    summary: 'Das Protokoll einer Sitzung als PDF',
    read: async (deps, wer, id, _, jetzt) => made(deps, wer, await protokollPdf(deps, wer, id), jetzt),
  },
  {
    capability: 'workgroup.pack.pdf',
    path: '/arbeitsgruppe/einarbeitung/pdf',
    command: 'arbeitsgruppe einarbeitung pdf',
    usage: '',
    summary: 'Das Paket zur Einarbeitung als PDF',
    query: ['person', 'rolle'],
    read: async (deps, wer, _, felder, jetzt) => made(deps, wer, await paketPdf(deps, wer, felder), jetzt),
  },
  {
    capability: 'workgroup.material.open',
    path: '/arbeitsgruppe/unterlagen/{id}',
    command: 'arbeitsgruppe unterlage',
    usage: '<id>',
    summary: 'Eine Unterlage einer Sitzung',
    read: async (deps, wer, id) => {
      const opened = await openMaterial(deps, wer, id);
      if (!opened.ok) return opened;
      const { material, inhalt } = opened.value;
      return ok({ name: material.name, mediaType: material.mediaType, base64: inhalt.toString('base64') });
    },
  },
];
