import type { OrganisationKind } from './organisation.ts';
import type { Permission } from './permissions.ts';

export interface RoleDefinition {
  readonly label: string;
  readonly kind: OrganisationKind;
  readonly permissions: readonly Permission[];
  /** Reads personal data or holds secrets: signs in with a second factor. */
  readonly secondFactor: boolean;
  /** Manages members; an organisation always keeps one who does. */
  readonly managesMembers: boolean;
}

const administration: readonly Permission[] = [
  'members.read',
  'members.manage',
  'organisation.manage',
  'tokens.manage',
  'audit.read',
];

/** All roles. A role name is unique over the kinds, so that a list of names says all. */
export const roles = {
  administrator: {
    label: 'Administration',
    kind: 'kommune',
    permissions: [
      ...administration,
      'delivery.zustellpunkt.manage',
      'connection.secrets',
      'compass.stand.read',
      'reports.approve',
      'notices.webhooks',
    ],
    secondFactor: true,
    managesMembers: true,
  },
  koordination: {
    label: 'OZG-Koordination',
    kind: 'kommune',
    permissions: [
      'duties.bestimmung.state',
      'duties.delegation.state',
      'duties.rule.propose',
      'duties.neuerung.mark',
      'efa.anbindung.manage',
      'marketplace.prepare',
      'costs.read',
      'portal.manage',
      'compass.stand.read',
      'compass.stand.edit',
      'compass.manage',
      'solutions.propose',
      'projects.join',
      'fields.manage',
      'discussion.write',
      'reports.write',
      'finder.edit',
      'surveys.answer',
      'surveys.release',
      'planning.capacity',
      'workgroup.join',
    ],
    secondFactor: false,
    managesMembers: false,
  },
  fachbereich: {
    label: 'Fachbereich',
    kind: 'kommune',
    permissions: ['inbox.read', 'inbox.work'],
    secondFactor: true,
    managesMembers: false,
  },
  'stand-pflege': {
    label: 'Fachbereich (Umsetzungsstand)',
    kind: 'kommune',
    permissions: ['compass.stand.read', 'compass.stand.edit', 'discussion.write', 'surveys.answer'],
    secondFactor: false,
    managesMembers: false,
  },
  leitung: {
    label: 'Verwaltungsleitung',
    kind: 'kommune',
    permissions: [
      'compass.stand.read',
      'reports.approve',
      'surveys.release',
      'marketplace.order',
      'costs.read',
      'costs.particulars',
    ],
    secondFactor: false,
    managesMembers: false,
  },
  kaemmerei: {
    label: 'Kämmerei',
    kind: 'kommune',
    permissions: ['compass.stand.read', 'costs.read', 'costs.particulars'],
    secondFactor: false,
    managesMembers: false,
  },
  lesen: {
    label: 'Lesen',
    kind: 'kommune',
    permissions: ['compass.stand.read'],
    secondFactor: false,
    managesMembers: false,
  },
  'provider-administrator': {
    label: 'Administration',
    kind: 'it-dienstleister',
    permissions: [...administration, 'circle.read', 'notices.webhooks'],
    secondFactor: true,
    managesMembers: true,
  },
  'ozg-leitung': {
    label: 'OZG-Leitung',
    kind: 'it-dienstleister',
    permissions: [
      'reference.import',
      'duties.bestimmung.confirm',
      'duties.rule.propose',
      'duties.rule.decide',
      'duties.delegation.state',
      'duties.delegation.confirm',
      'circle.read',
      'kommune.onboard',
      'audit.read',
      'delivery.zustellpunkt.manage',
      'solutions.propose',
      'solutions.moderate',
      'projects.manage',
      'fields.manage',
      'discussion.write',
      'notices.send',
      'finder.edit',
      'surveys.manage',
      'priorities.manage',
      'planning.manage',
      'workgroup.manage',
      'workgroup.join',
      'workshop.author',
      'workshop.publish',
      'efa.angebot.manage',
      'marketplace.manage',
      'connection.manage',
      'releases.manage',
      'costs.manage',
    ],
    secondFactor: true,
    managesMembers: false,
  },
  'dienste-autor': {
    label: 'Dienste bauen',
    kind: 'it-dienstleister',
    permissions: ['workshop.author', 'discussion.write'],
    secondFactor: false,
    managesMembers: false,
  },
  'provider-lesen': {
    label: 'Lesen',
    kind: 'it-dienstleister',
    permissions: ['circle.read'],
    secondFactor: false,
    managesMembers: false,
  },
  betrieb: {
    label: 'Betrieb',
    kind: 'betreiber',
    permissions: [...administration, 'audit.installation', 'backup.run', 'metrics.read', 'reference.import'],
    secondFactor: true,
    managesMembers: true,
  },
} as const satisfies Record<string, RoleDefinition>;
