import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandOutput,
  commandFile,
  commandOutput,
  type Operation,
  operation,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { addMaterial, type Eingang } from '../use-cases/materialien.ts';
import { type Getan, leiten, mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';
import { type Datei, tueren } from './datei-tueren.ts';
import { dateiSchema } from './schemas.ts';

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
    body: z.strictObject({
      name: z.string().min(1).max(200),
      base64: z.base64().max(13_400_000),
      punkt: z.string().describe('Punkt der Tagesordnung, zu dem sie gehört').optional(),
    }),
    response: z.object({ id: z.string() }),
    status: 201,
    handle: async ({ principal, params, body }) => {
      const added = await addFile(deps, principal, params.id, {
        fileName: body.name,
        bytes: Buffer.from(body.base64, 'base64'),
        punkt: body.punkt ?? '',
      });
      return added.ok ? ok({ id: added.value.id }) : added;
    },
  });
}

async function addFile(
  deps: WorkgroupDeps,
  principal: Principal | null,
  sitzung: string,
  file: Omit<Eingang, 'scanned'>,
): Promise<Result<Getan>> {
  const wer = await mitwirkendeOf(deps, principal, 'leiten');
  return wer.ok
    ? addMaterial(deps, wer.value, sitzung, { ...file, scanned: await deps.scan(file.bytes) })
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
    usage: `<Sitzung> --datei <Pfad> [--punkt <Punkt>] ${organisationUsage}`,
    summary: 'Eine Unterlage zu einer Sitzung speichern',
    options: { ...organisationOption, datei: text, punkt: text },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const file = await commandFile(optionText(input.values, 'datei'));
        if (!file.ok) return file;
        const added = await addFile(deps, principal, input.positionals[0] ?? '', {
          fileName: file.value.name,
          bytes: file.value.bytes,
          punkt: optionText(input.values, 'punkt'),
        });
        return commandOutput(added, ({ id }) => `Gespeichert: ${id}`);
      }),
  };
}
