import type { OrganisationKind } from './organisation.ts';

/** What a person or machine may do. The names are stable: they stand in tokens and in the API's answers. */
export const permissions = {
  'members.read': 'Mitglieder und ihre Rollen sehen',
  'members.manage': 'Mitglieder einladen, ändern, sperren und entfernen',
  'organisation.manage': 'Angaben und Einwilligungen der Organisation ändern',
  'tokens.manage': 'Zugänge für Maschinen ausstellen und widerrufen',
  'audit.read': 'Die Prüfspur der eigenen Organisation lesen',
  'audit.installation': 'Die Prüfspur der Installation lesen',
  'duties.bestimmung.state': 'Bestimmungen (zum Beispiel zum Jugendamt) angeben',
  'duties.bestimmung.confirm': 'Bestimmungen bestätigen',
  'duties.rule.propose': 'Regeln der Zuständigkeit vorschlagen und besprechen',
  'duties.delegation.state': 'Übertragungen von Aufgaben angeben',
  'duties.delegation.confirm': 'Übertragungen von Aufgaben bestätigen',
  'duties.rule.decide': 'Über vorgeschlagene Regeln entscheiden',
  'duties.neuerung.mark': 'Neuerungen im Katalog für die eigene Kommune abhaken',
  'reference.import': 'Katalog, Gebietsstand und Regeln einspielen',
  'circle.read': 'Die betreuten Kommunen sehen',
  'kommune.onboard': 'Kommunen aufnehmen und übergeben',
  'backup.run': 'Sicherungen erstellen',
  'metrics.read': 'Kennzahlen des Betriebs abrufen',
  'efa.anbindung.manage': 'Onlinedienste anbinden, Parameter pflegen und freischalten',
  'efa.angebot.manage': 'Onlinedienste anbieten',
  'inbox.read': 'Anträge der eigenen Behörde lesen',
  'inbox.work': 'Anträge der eigenen Behörde bearbeiten',
  'delivery.zustellpunkt.manage': 'Zustellpunkte und ihre Schlüssel verwalten',
  'portal.manage': 'Den Auftritt der Kommune beschreiben',
  'compass.stand.read': 'Den Umsetzungsstand der eigenen Kommune sehen',
  'compass.stand.edit': 'Den Umsetzungsstand pflegen, ein Fachbereich den seiner Leistungen',
  'compass.manage': 'Fachbereiche, Zuständige und Sammeländerungen verwalten',
  'solutions.propose': 'Lösungen beitragen',
  'solutions.moderate': 'Über beigetragene Lösungen entscheiden',
  'projects.manage': 'Umsetzungsprojekte führen',
  'projects.join': 'Interesse an Umsetzungsprojekten zeigen',
  'fields.manage': 'Beschriftungen, Hilfen und eigene Felder ändern',
  'discussion.write': 'Rückfragen stellen und beantworten',
  'reports.write': 'Berichte der Kommune schreiben',
  'reports.approve': 'Berichte der Kommune freigeben',
  'finder.edit': 'Wörter der Suche vorschlagen und über Vorschläge entscheiden',
  'surveys.manage': 'Bedarfsabfragen stellen und auswerten',
  'surveys.answer': 'Bedarfsabfragen beantworten',
  'surveys.release': 'Antworten auf Bedarfsabfragen freigeben',
  'priorities.manage': 'Prioritäten gewichten und die Einführungsstrategie festhalten',
  'planning.manage': 'Teams, Aufwände und Pläne des IT-Dienstleisters führen',
  'planning.capacity': 'Personentage der eigenen Fachbereiche angeben',
  'workgroup.manage': 'Sitzungen der Arbeitsgruppe vorbereiten und leiten',
  'workgroup.join': 'An der Arbeitsgruppe teilnehmen',
  'workshop.author': 'Onlinedienste bauen und ändern',
  'workshop.publish': 'Onlinedienste veröffentlichen',
  'notices.send': 'Rundmails an betreute Kommunen schreiben',
  'notices.webhooks': 'Benachrichtigungen an eigene Systeme einrichten',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof permissions;

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
    permissions: ['workshop.author'],
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

/** Parses permission names. */
export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}
