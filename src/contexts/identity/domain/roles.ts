import type { OrganisationKind } from './organisation.ts';
import type { Permission } from './permissions.ts';

interface RoleDefinition {
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
    permissions: ['compass.stand.read', 'reports.approve', 'surveys.release'],
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

export type Role = keyof typeof roles;

const definitions: Readonly<Record<Role, RoleDefinition>> = roles;
const allRoles = Object.keys(roles) as Role[];

/** The roles that members of a kind of organisation can have. */
export function rolesOf(kind: OrganisationKind): readonly Role[] {
  return allRoles.filter((role) => definitions[role].kind === kind);
}

/** What a role is called on pages. */
export function roleLabel(role: Role): string {
  return definitions[role].label;
}

/** Parses role names of an organisation's kind; the unknown ones are named. */
export function parseRoles(
  kind: OrganisationKind,
  names: readonly string[],
): { readonly roles: readonly Role[]; readonly unknown: readonly string[] } {
  const known = rolesOf(kind);
  const wanted = [...new Set(names)];
  return {
    roles: known.filter((role) => wanted.includes(role)),
    unknown: wanted.filter((name) => !known.some((role) => role === name)),
  };
}

/** Roles as the database keeps them; a name that no version knows any more is dropped. */
export function knownRoles(names: readonly string[]): readonly Role[] {
  return allRoles.filter((role) => names.includes(role));
}

/** Everything that a list of roles allows. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => definitions[role].permissions));
}

/** Whether one of the roles needs a second factor at sign-in. */
export function needsSecondFactor(held: readonly Role[]): boolean {
  return held.some((role) => definitions[role].secondFactor);
}

/** The roles whose holders manage members. */
export const managingRoles: readonly Role[] = allRoles.filter((role) => definitions[role].managesMembers);

/** Whether one of the roles manages members. */
export function managesMembers(held: readonly Role[]): boolean {
  return held.some((role) => managingRoles.includes(role));
}
