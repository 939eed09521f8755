import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  parseTenantId,
  refusal,
} from '#platform';
import { alert, badge, descriptionList, section } from '#ui';
import type { OrganisationKind } from '../domain/organisation.ts';
import { organisationUnknown } from '../errors.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { decideEinwilligung, type OrganisationDetail, readOrganisation } from '../use-cases/circle.ts';
import { answerOf, done, flashOf, page, withCaller } from './answers.ts';
import { postButton } from './post-button.ts';

const kindLabels: Readonly<Record<OrganisationKind, string>> = {
  kommune: 'Kommune',
  'it-dienstleister': 'IT-Dienstleister',
  betreiber: 'Betreiber',
};

/** The own organisation, and what it consents to share. */
export function organisationRoutes(deps: IdentityDeps): readonly PageRoute[] {
  return [
    {
      capability: 'identity.organisation.show',
      access: 'signed-in',
      method: 'GET',
      path: '/organisation',
      handle: (request) => showOrganisation(deps, request),
    },
    {
      capability: 'identity.einwilligung.decide',
      access: { permission: 'organisation.manage' },
      method: 'POST',
      path: '/organisation/einwilligung',
      handle: (request) => decide(deps, request),
    },
  ];
}

function showOrganisation(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await readOrganisation(deps, caller);
    if (!detail.ok) return refusal(detail.refusal);
    const { organisation, providers } = detail.value;
    const manages = caller.permissions.has('organisation.manage');
    return page({
      title: organisation.name,
      preline: 'Ihre Organisation',
      ...flashOf(request),
      main: html`${descriptionList([
        ['Art', kindLabels[organisation.kind]],
        ['Amtlicher Schlüssel', organisation.bodyKey],
        ['Herkunft', organisation.erfunden ? 'für die Vorführung erfunden' : null],
        ['Betreut von', providers.map(({ name }) => name).join(', ') || null],
      ])}
      ${organisation.kind === 'kommune' ? section('Was Sie mit Ihrem IT-Dienstleister teilen', consents(request, detail.value, manages)) : ''}`,
    });
  });
}

function consents({ csrfToken }: PageRequest, detail: OrganisationDetail, manages: boolean) {
  const open = (id: string) =>
    detail.einwilligungen.find(({ providerId, validTo }) => providerId === id && validTo === null);
  return html`<p class="kern-body">Umsetzungsstand, Fallzahlen und Bedarf gehören Ihnen. Ihr IT-Dienstleister sieht sie nur, solange Sie einwilligen; sonst zählen sie nur in Summen mit. Mitglieder, Anträge und Notizen sieht er nie.</p>
    ${detail.providers.length === 0 ? alert({ kind: 'info', title: 'Zurzeit betreut Sie kein IT-Dienstleister.' }) : ''}
    ${detail.providers.map(({ id, name }) => {
      const consent = open(id);
      const state = consent
        ? html`${badge('success', 'Sie teilen')} mit ${name} seit dem ${formatLocalDate(consent.validFrom)}.`
        : html`${badge('neutral', 'Sie teilen nicht')} mit ${name}.`;
      const label = consent ? 'Einwilligung zurücknehmen' : 'Einwilligen';
      const hidden = { an: id, ja: consent ? 'nein' : 'ja' };
      return html`<p class="kern-body">${state}</p>${manages ? postButton('/organisation/einwilligung', csrfToken, label, name, hidden) : ''}`;
    })}`;
}

function decide(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const provider = parseTenantId(formField(request.form, 'an'));
    if (!provider) return refusal(organisationUnknown);
    const decided = await decideEinwilligung(deps, caller, provider, formField(request.form, 'ja') === 'ja');
    return answerOf(decided, done('/organisation', 'einwilligung'));
  });
}
