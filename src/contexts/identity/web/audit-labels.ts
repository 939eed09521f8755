/** What the actions of the audit trail are called, singly or by their beginning; others show by their stable name. */
export const actionLabels: Readonly<Record<string, string>> = {
  'identity.session.started': 'Angemeldet',
  'identity.session.ended': 'Sitzung beendet',
  'identity.sign-in.refused': 'Anmeldung abgewiesen',
  'identity.second-factor.set-up': 'Zweiter Faktor eingerichtet',
  'identity.passkey.added': 'Passkey angelegt',
  'identity.passkey.removed': 'Passkey entfernt',
  'identity.password.changed': 'Passwort geändert',
  'identity.password.reset': 'Passwort neu gesetzt',
  'identity.password.reset-requested': 'Neues Passwort angefordert',
  'identity.member.invited': 'Mitglied eingeladen',
  'identity.member.invited-again': 'Einladung erneuert',
  'identity.member.accepted': 'Einladung angenommen',
  'identity.member.roles-changed': 'Rollen geändert',
  'identity.member.offices-changed': 'Stellen eines Mitglieds geändert',
  'identity.member.suspended': 'Zugang gesperrt',
  'identity.member.resumed': 'Zugang wieder geöffnet',
  'identity.member.removed': 'Mitglied entfernt',
  'identity.member.read': 'Persönliche Daten gelesen',
  'identity.vertretung.named': 'Vertretung eingetragen',
  'identity.vertretung.ended': 'Vertretung beendet',
  'identity.vertretung.entered': 'Handeln in Vertretung begonnen',
  'identity.vertretung.left': 'Handeln in Vertretung beendet',
  'identity.token.issued': 'Zugang für Maschine ausgestellt',
  'identity.token.revoked': 'Zugang für Maschine widerrufen',
  'identity.organisation.founded': 'Organisation angelegt',
  'identity.kommune.onboarded': 'Kommune aufgenommen',
  'identity.kommune.taken-over': 'Organisation übernommen',
  'identity.einwilligung.given': 'Einwilligung gegeben',
  'identity.einwilligung.withdrawn': 'Einwilligung zurückgenommen',
  'identity.demo.person-seeded': 'Person der Vorführung angelegt',
  'duties.bestimmung': 'Bestimmungen',
  'efa.angebot.offered': 'Onlinedienst angeboten',
  'efa.anbindung': 'Anbindungen',
  'efa.freigabe': 'Texte für Bürgerinnen und Bürger',
  'portal.site.described': 'Bürgerportal beschrieben',
  'delivery.zustellpunkt': 'Zustellpunkte',
  'delivery.key': 'Schlüssel der Zustellpunkte',
  'delivery.submission.deleted': 'Zugestellter Antrag gelöscht',
  'inbox.eingang.received': 'Antrag eingegangen',
  'inbox.eingang.read': 'Antrag gelesen',
  'inbox.eingang.searched': 'In Anträgen gesucht',
  'inbox.eingang.zugeleitet': 'Antrag an andere Stelle im Haus gegeben',
  'inbox.eingang': 'Anträge bearbeitet',
  'inbox.attachment.read': 'Anlage gelesen',
  'inbox.attachment.infected': 'Schadsoftware in Anlage gefunden',
  'applications.antrag.deleted': 'Antrag im Portal gelöscht',
};

/** What an action is called. */
export function labelOfAction(action: string): string {
  const known = actionLabels[action];
  if (known !== undefined) return known;
  const group = actionLabels[action.slice(0, action.lastIndexOf('.'))];
  return group === undefined ? action : `${group}: ${action.slice(action.lastIndexOf('.') + 1)}`;
}
