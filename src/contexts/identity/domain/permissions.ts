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
  'marketplace.manage': 'Preise, Leistungsgüte und Verträge zu Onlinediensten führen',
  'marketplace.prepare': 'Bestellungen von Onlinediensten vorbereiten',
  'marketplace.order': 'Onlinedienste für die Kommune verbindlich bestellen',
  'connection.manage': 'Anbindungen der betreuten Kommunen begleiten und in einem Zug weiterführen',
  'connection.secrets': 'Zugangsdaten für Anbindungen hinterlegen',
  'releases.manage': 'Fassungen von Onlinediensten ausrollen und zurücknehmen',
  'costs.read': 'Kosten und Abrechnungen der eigenen Kommune sehen',
  'costs.particulars': 'Rechnungsanschrift und Leitweg-ID der eigenen Kommune angeben',
  'costs.manage': 'Kosten von Onlinediensten erfassen, umlegen und abrechnen',
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

/** Parses permission names. */
export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}

/** What somebody may do by a permission, in words; a name that nobody knows stands as it is. */
export function permissionLabel(name: string): string {
  return isPermission(name) ? permissions[name] : name;
}
