/** Addresses of the cockpit in the staff area. */
export const cockpitPath = '/cockpit';

export function dienstPath(dienst: string): string {
  return `${cockpitPath}/${dienst}`;
}

export function zugPath(id: string): string {
  return `${cockpitPath}/zuege/${id}`;
}

/** The checklist of one Kommune's Anbindung. */
export function checklistPath(dienst: string, ags: string): string {
  return `/anbindungen/${dienst}/checkliste?kommune=${ags}`;
}

export const manage = { permission: 'connection.manage' } as const;
