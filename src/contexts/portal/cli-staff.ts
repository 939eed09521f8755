import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import type { PortalDoorDeps } from './deps.ts';
import { officeUnknown } from './errors.ts';
import { hourFields, inputOf, officeFields, siteFields } from './typed-input.ts';
import { describeOffice, removeOffice } from './use-cases/describe-office.ts';
import { describeSite } from './use-cases/describe-site.ts';
import { editorOf } from './use-cases/editor.ts';
import { readOwn } from './use-cases/read-sites.ts';
import { officeAnswer, siteAnswer, typedFieldsOf, typedOfficeFieldsOf } from './views.ts';

const text = { type: 'string' } as const;
const optionsFor = (names: readonly string[]) =>
  Object.fromEntries(['kommune', ...names, ...hourFields].map((name) => [name, text]));
const usageOf = (names: readonly string[]) => names.map((name) => `[--${name} <Text>]`).join(' ');

/** Describing a Kommune's site on the command line; what is not named stays as it is. */
export function staffCommands(deps: PortalDoorDeps): readonly Command[] {
  return [ownCommand(deps), siteCommand(deps), officeCommand(deps), removeCommand(deps)];
}

function ownCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.own',
    name: 'portal own',
    usage: '--kommune <Name|AGS>',
    summary: 'Der Auftritt einer Kommune mit ihren Ämtern, auch vor seiner Veröffentlichung',
    options: { kommune: text },
    arity: [0, 0],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const { site, offices } = await readOwn(deps, editor.value);
      const json = { portal: site && siteAnswer(site), aemter: offices.map(officeAnswer) };
      const own = site
        ? `${site.name}  ${deps.originOf(site.slug)}  öffentlich ab: ${site.veroeffentlichtAb ?? 'nicht festgelegt'}`
        : 'Noch kein Auftritt.';
      return ok({ json, text: [own, ...offices.map(({ id, name }) => `${id}  ${name}`)].join('\n') });
    },
  };
}

function siteCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.site.describe',
    name: 'portal describe',
    usage: `--kommune <Name|AGS> ${usageOf([...siteFields, ...hourFields])}`,
    summary: 'Den Auftritt einer Kommune beschreiben',
    options: optionsFor(siteFields),
    arity: [0, 0],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const { site } = await readOwn(deps, editor.value);
      const fields = { ...(site ? typedFieldsOf(site) : {}), ...given(input, siteFields) };
      const version = site?.version ?? 0;
      const result = await describeSite(deps, editor.value, { ...inputOf(fields), version });
      if (!result.ok) return result;
      return ok({
        json: siteAnswer(result.value),
        text: `${deps.originOf(result.value.slug)} ist gespeichert.`,
      });
    },
  };
}

function officeCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.office.describe',
    name: 'portal office',
    usage: `[<Nummer des Amtes>] --kommune <Name|AGS> ${usageOf([...officeFields, ...hourFields])}`,
    summary: 'Ein Amt hinzufügen oder ändern',
    options: optionsFor(officeFields),
    arity: [0, 1],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const [id] = input.positionals;
      const present = (await readOwn(deps, editor.value)).offices.find((office) => office.id === id);
      if (id !== undefined && !present) return { ok: false, refusal: officeUnknown };
      const fields = { ...(present ? typedOfficeFieldsOf(present) : {}), ...given(input, officeFields) };
      const result = await describeOffice(deps, editor.value, {
        ...inputOf(fields),
        id: present?.id ?? null,
        version: present?.version ?? 0,
      });
      return result.ok ? ok({ json: result.value, text: `${result.value.id} ist gespeichert.` }) : result;
    },
  };
}

function removeCommand(deps: PortalDoorDeps): Command {
  return {
    capability: 'portal.office.remove',
    name: 'portal office remove',
    usage: '<Nummer des Amtes> --kommune <Name|AGS>',
    summary: 'Ein Amt entfernen',
    options: { kommune: text },
    arity: [1, 1],
    run: async (input) => {
      const editor = await editorFrom(deps, input);
      if (!editor.ok) return editor;
      const result = await removeOffice(deps, editor.value, input.positionals[0] ?? '');
      return result.ok ? ok({ json: result.value, text: 'Das Amt ist entfernt.' }) : result;
    },
  };
}

function editorFrom(deps: PortalDoorDeps, { principal, values }: CommandInput) {
  return editorOf(deps, principal, typeof values.kommune === 'string' ? values.kommune : undefined);
}

/** The fields that were named. */
function given({ values }: CommandInput, names: readonly string[]): Readonly<Record<string, string>> {
  const all = [...names, ...hourFields].map((name) => [name, values[name]] as const);
  return Object.fromEntries(
    all.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
