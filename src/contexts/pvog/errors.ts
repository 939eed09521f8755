import type { Refusal } from '#kernel';

export function descriptionUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PVOG_DESCRIPTION_UNKNOWN',
    message: `Eine Beschreibung „${id.slice(0, 80)}“ gibt es hier nicht. Kennungen stehen in der Antwort der Suche.`,
  };
}

export const tokenInvalid: Refusal = {
  kind: 'invalid',
  code: 'PVOG_TOKEN_INVALID',
  message: 'nextPageToken ist keines, das diese Adresse gegeben hat. Bitte ohne nextPageToken neu beginnen.',
  fields: [{ field: 'nextPageToken', message: 'Dieses Token ist unbekannt.' }],
};

export function pathUnknown(path: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PVOG_PATH_UNKNOWN',
    message: `${path.slice(0, 120)} gibt es nicht. Jede Adresse trägt ihre eigene Fassung; alle stehen in /pvog/suchdienst/api/v3/api-docs/suchen.`,
  };
}

export const onlyGet: Refusal = {
  kind: 'invalid',
  code: 'PVOG_METHOD_UNKNOWN',
  message: 'Der Suchdienst beantwortet nur GET.',
};

export function tooMany(seconds: number): Refusal {
  return {
    kind: 'throttled',
    code: 'TOO_MANY_REQUESTS',
    message: `Zu viele Anfragen. Bitte in ${seconds} Sekunden noch einmal.`,
    retryAfterSeconds: seconds,
  };
}
