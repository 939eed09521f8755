import { z } from 'zod';
import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type Operation,
  operation,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import type { Felder } from '../use-cases/felder.ts';
import { type Mitwirkende, mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';
import { parametersOf, paramsOf } from './aktion.ts';

/** Something that is read: the API answers its schema, the command its text; the page is written by hand. */
export interface Sicht<R extends z.ZodType> {
  readonly capability: string;
  readonly path: string;
  readonly command: string;
  readonly summary: string;
  readonly response: R;
  readonly read: (
    deps: WorkgroupDeps,
    wer: Mitwirkende,
    params: Readonly<Record<string, string>>,
    felder: Felder,
  ) => Promise<Result<z.input<R>>>;
  readonly felder?: Readonly<Record<string, string>>;
  readonly text: (value: z.input<R>) => string;
}

/** The doors of a reading for API and command line. */
export function doorsOf<R extends z.ZodType>(
  sicht: Sicht<R>,
): (deps: WorkgroupDeps) => { operation: Operation; command: Command } {
  const names = parametersOf(sicht.path);
  const fields = Object.keys(sicht.felder ?? {});
  const run = async (
    deps: WorkgroupDeps,
    principal: Principal | null,
    params: Readonly<Record<string, string>>,
    felder: Felder,
  ) => {
    const wer = await mitwirkendeOf(deps, principal);
    return wer.ok ? sicht.read(deps, wer.value, params, felder) : wer;
  };
  const params: z.ZodObject<Record<string, z.ZodString>> = z.object(
    Object.fromEntries(names.map((name) => [name, z.string()])),
  );
  const response: z.ZodType = sicht.response;
  const query: z.ZodObject<Record<string, z.ZodDefault<z.ZodString>>> = z.object(
    Object.fromEntries(fields.map((name) => [name, z.string().max(300).default('')])),
  );
  return (deps) => ({
    operation: operation({
      capability: sicht.capability,
      access: { permission: mitwirken },
      method: 'get',
      path: `/arbeitsgruppe${sicht.path.replaceAll(/:(\w+)/g, '{$1}')}`,
      summary: sicht.summary,
      params,
      query,
      response,
      handle: async (input) => run(deps, input.principal, input.params, input.query),
    }),
    command: {
      capability: sicht.capability,
      name: `arbeitsgruppe${sicht.command === '' ? '' : ` ${sicht.command}`}`,
      usage: [
        ...names.map((name) => `<${name}>`),
        ...fields.map((name) => `[--${name} …]`),
        organisationUsage,
      ].join(' '),
      summary: sicht.summary,
      options: {
        ...organisationOption,
        ...Object.fromEntries(fields.map((name) => [name, { type: 'string' } as const])),
      },
      arity: [names.length, names.length],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const felder = Object.fromEntries(fields.map((name) => [name, optionText(input.values, name)]));
          const read = await run(deps, principal, paramsOf(names, input), felder);
          return read.ok ? ok({ json: read.value, text: sicht.text(read.value) }) : read;
        }),
    },
  });
}
