import type { Refusal } from '#kernel';
import type { PageRoute } from '#platform';

const signInPaths = ['/anmelden', '/einladung', '/neues-passwort', '/passwort-vergessen'];

/** On plain http outside this machine no session may be set: whatever leads to one says how to get https instead. */
export function withoutSessions(routes: readonly PageRoute[]): readonly PageRoute[] {
  return routes.map((route) =>
    leadsToSession(route)
      ? { ...route, handle: async () => ({ kind: 'refusal', refusal: httpsRequired }) }
      : route,
  );
}

function leadsToSession({ path }: PageRoute): boolean {
  return signInPaths.some((start) => path === start || path.startsWith(`${start}/`));
}

const httpsRequired: Refusal = {
  kind: 'unavailable',
  code: 'HTTPS_REQUIRED',
  message:
    'Anmelden geht nur über https: Ohne Verschlüsselung könnten andere Ihr Passwort mitlesen. Für den Betrieb: einen Webserver mit Zertifikat davorstellen und LEITWERK_PUBLIC_URL mit https:// beginnen lassen.',
};
