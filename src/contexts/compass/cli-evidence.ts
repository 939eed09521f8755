import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ok, refuse } from '#kernel';
import { type Command, commandUsage } from '#platform';
import { groessteDatei } from './domain/nachweis-datei.ts';
import type { CompassDeps } from './doors-deps.ts';
import { evidenceGone } from './errors.ts';
import { attachEvidence } from './use-cases/attach-evidence.ts';
import { deleteEvidence } from './use-cases/delete-evidence.ts';
import { editorOf, readerOf } from './use-cases/editor.ts';
import { openEvidence } from './use-cases/open-evidence.ts';
import { standOf } from './use-cases/read-stand.ts';
import { evidenceJson } from './views/evidence-json.ts';
import { angabeJson } from './views/stand-json.ts';

const text = { type: 'string' } as const;

/** Evidence as a file on the command line; the file is the one that the newest statement names. */
export function evidenceCommands(deps: CompassDeps): readonly Command[] {
  return [attachCommand(deps), openCommand(deps), deleteCommand(deps)];
}

function attachCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.evidence.attach',
    name: 'stand evidence',
    usage: '<Kommune> <Leistung> --file <Datei> [--text <Was sie zeigt>]',
    summary: 'Eine Datei (PDF, PNG, JPEG bis 10 MB) als Nachweis speichern',
    options: { file: text, text },
    arity: [2, 8],
    run: async ({ positionals, values, principal }) => {
      const editor = await editorOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!editor.ok) return editor;
      const path = String(values.file ?? '');
      const found = await stat(path).catch(() => null);
      if (!found?.isFile() || found.size > groessteDatei)
        return refuse(commandUsage('Bitte nennen Sie eine Datei bis 10 MB: --file <Datei>.'));
      const bytes = await readFile(path);
      const leistungId = positionals.at(-1) ?? '';
      const grundlage = (await standOf(deps, editor.value, leistungId))?.fassung ?? 0;
      const file = { fileName: basename(path), bytes, scanned: await deps.scan(bytes) };
      const wunsch = { leistungId, grundlage, text: String(values.text ?? '') };
      const attached = await attachEvidence(deps, editor.value, file, wunsch);
      if (!attached.ok) return attached;
      return ok({
        json: angabeJson(attached.value),
        text: `${leistungId}: Nachweis gespeichert, Fassung ${attached.value.fassung}`,
      });
    },
  };
}

function openCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.evidence.open',
    name: 'stand evidence open',
    usage: '<Kommune> <Leistung> --out <Datei>',
    summary: 'Die Datei, die Nachweis einer Leistung ist, in eine Datei schreiben',
    options: { out: text },
    arity: [2, 8],
    run: async ({ positionals, values, principal }) => {
      const reader = await readerOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!reader.ok) return reader;
      const out = String(values.out ?? '');
      if (out === '') return refuse(commandUsage('Bitte nennen Sie die Datei: --out <Datei>.'));
      const leistungId = positionals.at(-1) ?? '';
      const id = (await standOf(deps, reader.value, leistungId))?.nachweis?.datei;
      if (id === undefined) return refuse(evidenceGone);
      const opened = await openEvidence(deps, reader.value, leistungId, id);
      if (!opened.ok) return opened;
      await writeFile(out, opened.value.inhalt, { mode: 0o600 });
      const { base64, ...json } = evidenceJson(opened.value);
      return ok({ json: { ...json, datei: out }, text: `${json.name} (${json.bytes} Bytes) in ${out}.` });
    },
  };
}

function deleteCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.evidence.delete',
    name: 'stand evidence delete',
    usage: '<Kommune> <Leistung>',
    summary: 'Die Datei, die Nachweis einer Leistung ist, für immer löschen',
    arity: [2, 8],
    run: async ({ positionals, principal }) => {
      const editor = await editorOf(deps, principal, positionals.slice(0, -1).join(' '));
      if (!editor.ok) return editor;
      const leistungId = positionals.at(-1) ?? '';
      const stand = await standOf(deps, editor.value, leistungId);
      const id = stand?.nachweis?.datei;
      if (!stand || id === undefined) return refuse(evidenceGone);
      const wunsch = { leistungId, grundlage: stand.fassung, id };
      const deleted = await deleteEvidence(deps, editor.value, wunsch);
      return deleted.ok
        ? ok({ json: angabeJson(deleted.value), text: `${leistungId}: Datei gelöscht.` })
        : deleted;
    },
  };
}
