import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';

export function dienstUnknown(
  dienst: string,
  known: readonly { readonly id: string; readonly title: string }[],
): Refusal {
  return {
    kind: 'not-found',
    code: 'OVERLAY_DIENST_UNKNOWN',
    message: `Einen Onlinedienst „${dienst.slice(0, 80)}“ gibt es hier nicht.`,
    suggestions: known.slice(0, 10).map(({ id, title }) => ({ key: id, label: title })),
  };
}

export function kommuneUnknown(kommune: string): Refusal {
  return {
    kind: 'not-found',
    code: 'OVERLAY_KOMMUNE_UNKNOWN',
    message: `${kommune.slice(0, 80)} ist mit diesem Onlinedienst nicht verbunden. Ohne Kommune sehen Sie die Definition selbst.`,
  };
}

export function versionUnknown(dienst: string, version: string): Refusal {
  return {
    kind: 'not-found',
    code: 'OVERLAY_VERSION_UNKNOWN',
    message: `Die Fassung ${version.slice(0, 20)} von „${dienst.slice(0, 80)}“ gibt es nicht.`,
  };
}

export const notOwner: Refusal = {
  kind: 'forbidden',
  code: 'OVERLAY_NOT_OWNER',
  message: 'Schichten und Übergänge veröffentlicht, wer den Onlinedienst anbietet.',
};

export function versionTaken(name: string, version: number): Refusal {
  return {
    kind: 'conflict',
    code: 'OVERLAY_VERSION_TAKEN',
    message: `„${name}“ gibt es schon in Fassung ${version}. Veröffentlichte Fassungen ändern sich nicht; nehmen Sie die nächste Nummer.`,
  };
}

export function uncoveredChanges(fields: Refusal['fields']): Refusal {
  return {
    kind: 'conflict',
    code: 'TRANSITION_UNCOVERED',
    message: `Für ${fields?.length ?? 0} Änderungen fehlt eine Regel, zuerst ${fields?.[0]?.field}: ${fields?.[0]?.message}`,
    ...(fields ? { fields } : {}),
  };
}

export function cutoffWithoutBasis(day: LocalDate): Refusal {
  return {
    kind: 'invalid',
    code: 'TRANSITION_INVALID',
    message: `Ab dem ${formatLocalDate(day)} soll nur die neue Fassung gelten. Nennen Sie in cutoffBasis die Norm, aus der das folgt.`,
  };
}
