import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandOutput,
  commandOutput,
  type Operation,
  operation,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { pdfWartet } from '../errors.ts';
import { paketPdf, protokollPdf, terminDatei } from '../use-cases/dateien.ts';
import { type Bestellung, madeDokument, makeDokument } from '../use-cases/dokument.ts';
import type { Felder } from '../use-cases/felder.ts';
import { addMaterial, openMaterial } from '../use-cases/materialien.ts';
import { type Getan, leiten, type Mitwirkende, mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';
import { dateiSchema } from './schemas.ts';

interface Datei {
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

const tueren: readonly DateiTuer[] = [
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

/** Files in the JSON API. */
export function dateiOperations(deps: WorkgroupDeps): readonly Operation[] {
  const reads = tueren.map(({ capability, path, summary, query = [], read }) => {
    const asked: z.ZodObject<Record<string, z.ZodDefault<z.ZodString>>> = z.object(
      Object.fromEntries(query.map((name) => [name, z.string().default('')])),
    );
    const params: z.ZodObject<Record<string, z.ZodString>> = z.object(
      path.includes('{id}') ? { id: z.string() } : {},
    );
    return operation({
      capability,
      access: { permission: mitwirken },
      method: 'get',
      path,
      summary,
      params,
      query: asked,
      response: dateiSchema,
      handle: async (input) => {
        const wer = await mitwirkendeOf(deps, input.principal);
        return wer.ok ? read(deps, wer.value, input.params.id ?? '', input.query, false) : wer;
      },
    });
  });
  return [...reads, addOperation(deps)];
}

function addOperation(deps: WorkgroupDeps): Operation {
  return operation({
    capability: 'workgroup.material.add',
    access: { permission: leiten },
    method: 'post',
    path: '/arbeitsgruppe/sitzungen/{id}/unterlagen',
    summary: 'Eine Unterlage (PDF, PNG, JPEG bis 10 MB) zu einer Sitzung speichern',
    params: z.object({ id: z.string() }),
    bodyLimit: 14_000_000,
    body: z.strictObject({ name: z.string().min(1).max(200), base64: z.base64().max(13_400_000) }),
    response: z.object({ id: z.string() }),
    status: 201,
    handle: async ({ principal, params, body }) => {
      const added = await addFile(deps, principal, params.id, body.name, Buffer.from(body.base64, 'base64'));
      return added.ok ? ok({ id: added.value.id }) : added;
    },
  });
}

async function addFile(
  deps: WorkgroupDeps,
  principal: Principal | null,
  sitzung: string,
  fileName: string,
  bytes: Buffer,
): Promise<Result<Getan>> {
  const wer = await mitwirkendeOf(deps, principal, 'leiten');
  return wer.ok
    ? addMaterial(deps, wer.value, sitzung, null, { fileName, bytes, scanned: await deps.scan(bytes) })
    : wer;
}

const text = { type: 'string' } as const;

/** Files on the command line. */
export function dateiCommands(deps: WorkgroupDeps): readonly Command[] {
  const reads = tueren.map(({ capability, command, usage, summary, query = [], read }): Command => {
    const count = usage === '' ? 0 : 1;
    return {
      capability,
      name: command,
      usage: [usage, ...query.map((name) => `[--${name} …]`), '[--datei <Pfad>]', organisationUsage]
        .filter(Boolean)
        .join(' '),
      summary,
      options: {
        ...organisationOption,
        datei: text,
        ...Object.fromEntries(query.map((name) => [name, text])),
      },
      arity: [count, count],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const wer = await mitwirkendeOf(deps, principal);
          if (!wer.ok) return wer;
          const felder = Object.fromEntries(query.map((name) => [name, optionText(input.values, name)]));
          const file = await read(deps, wer.value, input.positionals[0] ?? '', felder, true);
          return file.ok ? written(file.value, optionText(input.values, 'datei')) : file;
        }),
    };
  });
  return [...reads, addCommand(deps)];
}

async function written({ name, base64 }: Datei, wanted: string): Promise<Result<CommandOutput>> {
  const path = wanted || name;
  await writeFile(path, Buffer.from(base64, 'base64'));
  return ok({ json: { datei: path }, text: `Geschrieben: ${path}` });
}

function addCommand(deps: WorkgroupDeps): Command {
  return {
    capability: 'workgroup.material.add',
    name: 'arbeitsgruppe unterlage add',
    usage: `<Sitzung> --datei <Pfad> ${organisationUsage}`,
    summary: 'Eine Unterlage zu einer Sitzung speichern',
    options: { ...organisationOption, datei: text },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const path = optionText(input.values, 'datei');
        const bytes = await readFile(path).catch(() => null);
        if (bytes === null)
          return refuse({
            kind: 'invalid',
            code: 'COMMAND_USAGE',
            message: `Die Datei „${path}“ ist nicht lesbar. Bitte angeben: --datei <Pfad>`,
          });
        const added = await addFile(deps, principal, input.positionals[0] ?? '', basename(path), bytes);
        return commandOutput(added, ({ id }) => `Gespeichert: ${id}`);
      }),
  };
}
