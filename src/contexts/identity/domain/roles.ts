import type { OrganisationKind } from './organisation.ts';
import type { Permission } from './permissions.ts';
import { type RoleDefinition, roles } from './role-definitions.ts';

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
