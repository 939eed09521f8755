import type { FieldProblem, Refusal } from '#kernel';

/** The refusals of this context. Codes are stable; the README lists them. */
export const tenantMissing: Refusal = {
  kind: 'invalid',
  code: 'ORGANISATION_MISSING',
  message: 'Bitte nennen Sie die Organisation: leitwerk … --organisation <AGS, Name oder Kennung>.',
};

export const rundmailUnknown: Refusal = {
  kind: 'not-found',
  code: 'RUNDMAIL_UNKNOWN',
  message: 'Diese Rundmail gibt es in Ihrer Organisation nicht.',
};

export const rundmailState: Refusal = {
  kind: 'conflict',
  code: 'RUNDMAIL_STATE',
  message: 'Das geht im jetzigen Zustand dieser Rundmail nicht. Bitte laden Sie die Seite neu.',
};

export const rundmailChanged: Refusal = {
  kind: 'conflict',
  code: 'RUNDMAIL_CHANGED',
  message:
    'Jemand anderes hat diese Rundmail inzwischen geändert. Ihre Eingaben stehen noch im Formular; bitte vergleichen Sie sie und speichern Sie dann noch einmal.',
};

export const noRecipients: Refusal = {
  kind: 'conflict',
  code: 'RUNDMAIL_NO_RECIPIENTS',
  message:
    'Diese Auswahl erreicht niemanden: In keiner der Kommunen hat jemand mit offenem Zugang eine der Rollen. Bitte ändern Sie die Auswahl.',
};

export const recipientsChanged: Refusal = {
  kind: 'conflict',
  code: 'RUNDMAIL_RECIPIENTS_CHANGED',
  message:
    'Seit der Vorschau haben sich Text, Auswahl oder Empfänger geändert. Nichts wurde gesendet. Bitte prüfen Sie die Empfänger noch einmal.',
};

export const verteilerUnknown: Refusal = {
  kind: 'not-found',
  code: 'VERTEILER_UNKNOWN',
  message: 'Diesen Verteiler gibt es in Ihrer Organisation nicht.',
};

export const memberMissing: Refusal = {
  kind: 'forbidden',
  code: 'NOTICES_MEMBER_MISSING',
  message: 'Benachrichtigungen gehören zu einer Person. Bitte melden Sie sich als Mitglied an.',
};

export const memberUnknown: Refusal = {
  kind: 'not-found',
  code: 'MEMBER_UNKNOWN',
  message: 'Dieses Mitglied gibt es in Ihrer Organisation nicht, oder sein Zugang ist geschlossen.',
};

export const linkUnknown: Refusal = {
  kind: 'not-found',
  code: 'UNSUBSCRIBE_LINK_UNKNOWN',
  message:
    'Dieser Link ist unvollständig. Bitte kopieren Sie ihn ganz aus der Mail, oder ändern Sie Ihre Benachrichtigungen nach der Anmeldung.',
};

export const webhookUnknown: Refusal = {
  kind: 'not-found',
  code: 'WEBHOOK_UNKNOWN',
  message: 'Diesen Webhook gibt es in Ihrer Organisation nicht.',
};

export const webhookOff: Refusal = {
  kind: 'conflict',
  code: 'WEBHOOK_OFF',
  message: 'Dieser Webhook ist abgeschaltet. Bitte speichern Sie ihn neu; damit ist er wieder eingeschaltet.',
};

export const deliveryState: Refusal = {
  kind: 'conflict',
  code: 'WEBHOOK_DELIVERY_STATE',
  message: 'Nur was aufgegeben wurde, kann noch einmal gesendet werden. Bitte laden Sie die Seite neu.',
};

/** A refusal of fields of a form. */
export function invalidFields(code: string, fields: readonly FieldProblem[]): Refusal {
  return { kind: 'invalid', code, message: fields.map(({ message }) => message).join(' '), fields };
}
