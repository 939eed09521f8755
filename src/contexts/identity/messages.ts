import { formatLocalDate, type LocalDate } from '#kernel';
import type { Mail } from './use-cases/deps.ts';

/** The mail that invites a person; the link is its secret. */
export function invitationMail(to: string, organisation: string, link: string, until: LocalDate): Mail {
  return {
    to,
    subject: `Einladung zu Leitwerk: ${organisation}`,
    text: `Guten Tag,

${organisation} lädt Sie ein, in Leitwerk mitzuarbeiten.

Bitte öffnen Sie diesen Link und wählen Sie Ihr Passwort:
${link}

Der Link gilt einmal und bis zum ${formatLocalDate(until)}. Geben Sie ihn nicht weiter.
Wenn Sie diese Einladung nicht erwarten, löschen Sie diese Mail. Ohne den Link geschieht nichts.
`,
  };
}

/** The mail with which a person chooses a new password. */
export function passwordResetMail(to: string, link: string): Mail {
  return {
    to,
    subject: 'Neues Passwort für Leitwerk',
    text: `Guten Tag,

für diese Adresse wurde ein neues Passwort für Leitwerk angefordert.

Hier wählen Sie es:
${link}

Der Link gilt einmal und eine Stunde lang.
Wenn Sie das nicht waren, löschen Sie diese Mail. Ihr bisheriges Passwort gilt weiter.
`,
  };
}
