import { ok, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, commandOutput, optionText } from '#platform';
import { invalidField } from '../domain/invalid-field.ts';
import { type OrganisationKind, organisationKinds } from '../domain/organisation.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { kommuneAnswer } from '../shapes.ts';
import { decideEinwilligung, readCircle, readOrganisation } from '../use-cases/circle.ts';
import { findOrganisation } from '../use-cases/find-organisation.ts';
import { type Founding, foundOrganisation } from '../use-cases/found-organisation.ts';
import { onboardKommune, renewOnboarding } from '../use-cases/onboard-kommune.ts';
import { sentTo, withinOrganisation } from './command-parts.ts';

/** Organisations and the circle of a provider at the command line. */
export function organisationCommands(deps: IdentityDeps): readonly Command[] {
  return [showCommand(deps), consentCommand(deps), ...circleCommands(deps), foundCommand(deps)];
}

function showCommand(deps: IdentityDeps): Command {
  return withinOrganisation(deps, {
    name: 'organisation show',
    capability: 'identity.organisation.show',
    summary: 'Zeigt eine Organisation',
    arity: [0, 0],
    run: async (caller) =>
      commandOutput(await readOrganisation(deps, caller), ({ organisation, providers }) => {
        const key = organisation.bodyKey ? `, ${organisation.bodyKey}` : '';
        const carers = providers.map(({ name }) => name).join(', ') || 'niemandem';
        return `${organisation.name} (${organisation.kind}${key})\nBetreut von: ${carers}`;
      }),
  });
}

function consentCommand(deps: IdentityDeps): Command {
  return withinOrganisation(deps, {
    name: 'organisation consent',
    capability: 'identity.einwilligung.decide',
    usage: '<IT-Dienstleister> <ja|nein>',
    summary: 'Willigt in das Teilen der Zahlen ein oder nimmt es zurück',
    arity: [2, 2],
    run: async (caller, { positionals: [provider = '', answer = ''], principal }) => {
      if (answer !== 'ja' && answer !== 'nein')
        return refuse(invalidField('CONSENT_ANSWER', 'answer', 'Bitte „ja“ oder „nein“ angeben.'));
      const found = await findOrganisation(deps, principal.actor, provider);
      if (!found.ok) return found;
      return commandOutput(
        await decideEinwilligung(deps, caller, found.value.id, answer === 'ja'),
        () => 'Die Entscheidung ist gespeichert und gilt ab heute.',
      );
    },
  });
}

function circleCommands(deps: IdentityDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'circle list',
      capability: 'identity.circle.list',
      summary: 'Listet die betreuten Kommunen',
      arity: [0, 0],
      run: async (caller) => {
        const kommunen = (await readCircle(deps, caller)).map(kommuneAnswer);
        return ok({
          json: { kommunen },
          text: kommunen.map(({ bodyKey, name }) => `${bodyKey}  ${name}`).join('\n'),
        });
      },
    }),
    withinOrganisation(deps, {
      name: 'circle onboard',
      capability: 'identity.kommune.onboard',
      usage: '<Kommune> --name <Name> --email <E-Mail>',
      summary: 'Nimmt eine Kommune auf und lädt ihre Administration ein',
      arity: [1, 1],
      options: { name: { type: 'string' }, email: { type: 'string' } },
      run: async (caller, { positionals: [body = ''], values }) => {
        const administrator = { name: optionText(values, 'name'), email: optionText(values, 'email') };
        return commandOutput(
          await onboardKommune(deps, caller, { body, administrator }),
          (founded) => `${founded.organisation.name} ist aufgenommen. ${sentTo(founded)}`,
        );
      },
    }),
    withinOrganisation(deps, {
      name: 'circle renew',
      capability: 'identity.kommune.renew',
      usage: '<Kommune>',
      summary: 'Sendet die Einladung an die erste Administration noch einmal',
      arity: [1, 1],
      run: async (caller, { positionals: [named = ''], principal }) => {
        const found = await findOrganisation(deps, principal.actor, named);
        return found.ok ? commandOutput(await renewOnboarding(deps, caller, found.value.id), sentTo) : found;
      },
    }),
  ];
}

/** Founding needs no organisation: it makes the first ones, an IT-Dienstleister or the operator's own. */
function foundCommand(deps: IdentityDeps): Command {
  const option = { type: 'string' } as const;
  return {
    name: 'organisation found',
    capability: 'identity.organisation.found',
    usage: '<Art> <Name> --name <Administration> --email <E-Mail> [--body <AGS>] [--provider <Kennung>]',
    summary: `Legt eine Organisation an (${organisationKinds.join(', ')}) und lädt ihre Administration ein`,
    arity: [2, 2],
    options: { name: option, email: option, body: option, provider: option },
    run: async (input) => {
      const founding = await foundingOf(deps, input);
      if (!founding.ok) return founding;
      return commandOutput(
        await foundOrganisation(deps, input.principal.actor, founding.value),
        (each) => `${each.organisation.name} ist angelegt (${each.organisation.id}). ${sentTo(each)}`,
      );
    },
  };
}

async function foundingOf(
  deps: IdentityDeps,
  { positionals: [art = '', name = ''], values, principal }: CommandInput,
): Promise<Result<Founding>> {
  const kind = organisationKinds.find((each) => each === art);
  if (!kind) return refuse(invalidField('ORGANISATION_KIND', 'kind', unknownKind));
  const body = await bodyFor(deps, kind, optionText(values, 'body') || name);
  if (!body.ok) return body;
  const provider = optionText(values, 'provider');
  const carer = provider ? await findOrganisation(deps, principal.actor, provider) : ok(null);
  if (!carer.ok) return carer;
  return ok({
    kind,
    name: body.value?.name ?? name,
    bodyKey: body.value?.key ?? null,
    erfunden: false,
    provider: carer.value?.id ?? null,
    administrator: { name: optionText(values, 'name'), email: optionText(values, 'email') },
  });
}

const unknownKind = `Diese Art gibt es nicht. Möglich sind: ${organisationKinds.join(', ')}.`;

async function bodyFor(deps: IdentityDeps, kind: OrganisationKind, named: string) {
  return kind === 'kommune' ? deps.findBody(named) : ok(null);
}
