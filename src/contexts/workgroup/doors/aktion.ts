import { z } from 'zod';
import type { Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  commandOutput,
  type Operation,
  operation,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import type { Felder } from '../use-cases/felder.ts';
import { type Getan, leiten, type Mitwirkende, mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';

/** Something that changes something: page, API and command take the same fields and run the same use case. */
export interface Aktion {
  readonly capability: string;
  readonly recht: 'mitwirken' | 'leiten';
  /** Below `/arbeitsgruppe`, in pages and API: `/sitzungen/:id/punkte`. */
  readonly path: string;
  /** After `arbeitsgruppe`: `punkt add`. */
  readonly command: string;
  readonly summary: string;
  /** The fields by name, with what they mean. */
  readonly felder: Readonly<Record<string, string>>;
  readonly run: (
    deps: WorkgroupDeps,
    wer: Mitwirkende,
    params: Readonly<Record<string, string>>,
    felder: Felder,
  ) => Promise<Result<Getan>>;
}

/** The permission that a door asks for. */
export function permissionOf(recht: Aktion['recht']): string {
  return recht === 'leiten' ? leiten : mitwirken;
}

/** The names of an address's parameters. */
export function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

/** Runs an action for whoever asks, with the fields that it knows. */
export async function runAktion(
  aktion: Aktion,
  deps: WorkgroupDeps,
  principal: Principal | null,
  params: Readonly<Record<string, string>>,
  felder: Felder,
): Promise<Result<Getan>> {
  const wer = await mitwirkendeOf(deps, principal, aktion.recht);
  return wer.ok ? aktion.run(deps, wer.value, params, felder) : wer;
}

const getanSchema = z.object({
  id: z.string(),
  fassung: z.int().nullable(),
  hinweis: z.string().nullable().describe('Was man daneben wissen sollte'),
});

/** The action in the JSON API. */
export function operationOf(deps: WorkgroupDeps, aktion: Aktion): Operation {
  const field = (was: string) => z.string().max(12_000).default('').describe(was);
  const felder = Object.entries(aktion.felder).map(([name, was]) => [name, field(was)] as const);
  const body: z.ZodObject<Record<string, z.ZodDefault<z.ZodString>>> = z.strictObject(
    Object.fromEntries(felder),
  );
  const names = parametersOf(aktion.path);
  const params: z.ZodObject<Record<string, z.ZodString>> = z.object(
    Object.fromEntries(names.map((name) => [name, z.string()])),
  );
  return operation({
    capability: aktion.capability,
    access: { permission: permissionOf(aktion.recht) },
    method: 'post',
    path: `/arbeitsgruppe${aktion.path.replaceAll(/:(\w+)/g, '{$1}')}`,
    summary: aktion.summary,
    params,
    body,
    response: getanSchema,
    handle: ({ principal, params: given, body: typed }) => runAktion(aktion, deps, principal, given, typed),
  });
}

/** The action on the command line; the operator names the organisation. */
export function commandOf(deps: WorkgroupDeps, aktion: Aktion): Command {
  const names = parametersOf(aktion.path);
  const options = Object.fromEntries(
    Object.keys(aktion.felder).map((name) => [name, { type: 'string' } as const]),
  );
  const usage = [
    ...names.map((name) => `<${name}>`),
    ...Object.keys(aktion.felder).map((name) => `[--${name} …]`),
    organisationUsage,
  ];
  return {
    capability: aktion.capability,
    name: `arbeitsgruppe ${aktion.command}`,
    usage: usage.join(' '),
    summary: aktion.summary,
    options: { ...organisationOption, ...options },
    arity: [names.length, names.length],
    run: (input) =>
      asOrganisation(deps, input, async (principal) =>
        commandOutput(
          await runAktion(aktion, deps, principal, paramsOf(names, input), felderOf(aktion, input)),
          ({ id, hinweis }) => [`Erledigt: ${id}`, ...(hinweis ? [hinweis] : [])].join('\n'),
        ),
      ),
  };
}

/** The words after a command, by the names of the address's parameters. */
export function paramsOf(
  names: readonly string[],
  { positionals }: CommandInput,
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, at) => [name, positionals[at] ?? '']));
}

function felderOf({ felder }: Aktion, { values }: CommandInput): Felder {
  return Object.fromEntries(Object.keys(felder).map((name) => [name, optionText(values, name)]));
}
