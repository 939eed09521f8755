export { identityCommands } from './cli.ts';
export { passwordHasher } from './credentials/password.ts';
export { type DemoPerson, demoCommands, demoPeople } from './demo/demo-commands.ts';
export { demoProvider } from './demo/demo-people.ts';
export { seedDemo } from './demo/seed-demo.ts';
export type { Organisation } from './domain/organisation.ts';
export { permissionLabel } from './domain/permissions.ts';
export { permissionsOf, type Role, roleLabel, rolesOf } from './domain/roles.ts';
export type { IdentityDeps } from './identity-deps.ts';
export { readSharing, type Sharing } from './store/sharing.ts';
export { activeMemberIds } from './use-cases/active-members.ts';
export { callerOf, membersOfActor } from './use-cases/actors.ts';
export { allKommunen } from './use-cases/all-kommunen.ts';
export { changeOffices } from './use-cases/change-offices.ts';
export { type OrganisationDetail, readCircle, readOrganisation } from './use-cases/circle.ts';
export { cleanUpIdentity } from './use-cases/clean-up.ts';
export { findOrganisation, listOrganisations } from './use-cases/find-organisation.ts';
export type { BodyName } from './use-cases/onboard-kommune.ts';
export {
  type Contact,
  contactOf,
  type ReachableMember,
  reachableMembers,
} from './use-cases/reach-members.ts';
export { readBearer } from './use-cases/read-bearer.ts';
export { readMembers } from './use-cases/read-members.ts';
export { readSession, type Session } from './use-cases/read-session.ts';
export { takeInKommune } from './use-cases/take-in-kommune.ts';
export { identityOperations } from './web/operations.ts';
export { identityPages } from './web/pages.ts';
