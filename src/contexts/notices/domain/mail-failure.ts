/** Why a mail did not go out, in our own words: what a mail server says may hold an address. */
export interface MailFailure {
  readonly grund: string;
  /** Another try would fail the same way. */
  readonly final: boolean;
}

/** Reads the fault that sending a mail threw. */
export function mailFailureOf(error: unknown): MailFailure {
  const code = responseCode(error);
  if (code !== null && code >= 500)
    return { grund: `Der Mailserver nimmt Post an diese Person nicht an (Antwort ${code}).`, final: true };
  if (code !== null && code >= 400)
    return { grund: `Der Mailserver bittet um einen späteren Versuch (Antwort ${code}).`, final: false };
  return { grund: 'Der Mailserver war nicht erreichbar.', final: false };
}

function responseCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('responseCode' in error)) return null;
  const code = Number(error.responseCode);
  return Number.isInteger(code) ? code : null;
}
