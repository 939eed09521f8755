import type { Refusal, Suggestion } from '#kernel';

export const notProvider: Refusal = {
  kind: 'forbidden',
  code: 'PAKET_NOT_PROVIDER',
  message:
    'Pakete baut und liest ein, wer für einen IT-Dienstleister Onlinedienste anbietet. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat, auf der Befehlszeile mit --organisation <Name>.',
};

export function dienstUnknown(dienst: string, suggestions: readonly Suggestion[] = []): Refusal {
  return {
    kind: 'not-found',
    code: 'PAKET_DIENST_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 80)}“ gibt es hier nicht. Alle stehen unter „Pakete“.`,
    suggestions,
  };
}

export const paketUnknown: Refusal = {
  kind: 'not-found',
  code: 'PAKET_UNKNOWN',
  message:
    'Dieses Paket gibt es hier nicht. Welche es gibt, steht auf der Seite des Onlinedienstes unter „Pakete“.',
};

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'PAKET_IMPORT_GONE',
  message:
    'Diese Datei liegt nicht mehr vor: Eine Vorschau gilt einen Tag. Es wurde nichts übernommen. Bitte laden Sie die Datei noch einmal hoch.',
};

export function capabilityUnknown(names: readonly string[]): Refusal {
  const list = names.map((name) => `„${name.slice(0, 60)}“`).join(', ');
  return atFile(
    'PAKET_CAPABILITY_UNKNOWN',
    'conflict',
    `Das Paket verlangt eine Fähigkeit, die diese Installation nicht kennt: ${list}. Es stammt von einer neueren Fassung. Bitte aktualisieren Sie diese Installation; ohne die Fähigkeit liefe der Dienst falsch.`,
  );
}

export function otherContent(titel: string, version: number): Refusal {
  return atFile(
    'PAKET_VERSION_TAKEN',
    'conflict',
    `„${titel}“ gibt es hier in Fassung ${version} schon, mit anderem Inhalt. Es wurde nichts überschrieben. Bitten Sie den Absender, der Definition eine neue Fassung zu geben.`,
  );
}

export function alreadyHere(titel: string, version: number): Refusal {
  return atFile(
    'PAKET_ALREADY_HERE',
    'conflict',
    `„${titel}“ liegt hier in Fassung ${version} schon genau so vor. Es gibt nichts zu tun.`,
  );
}

export function olderThanHere(titel: string, version: number, here: number): Refusal {
  return atFile(
    'PAKET_OLDER',
    'conflict',
    `„${titel}“ liegt hier schon in Fassung ${here} vor; das Paket hat Fassung ${version}. Eine ältere Fassung wird nicht eingelesen. Bitten Sie den Absender um die neueste.`,
  );
}

export function runsNotHere(gruende: readonly string[]): Refusal {
  return atFile(
    'PAKET_RUNS_NOT_HERE',
    'conflict',
    `Der Onlinedienst läuft hier nicht, weil dieses Portal das nicht kann: ${gruende.join('; ')}. Es wurde nichts übernommen. Bitten Sie den Absender um eine Fassung ohne diese Teile.`,
  );
}

/** The service lies here now, but could not be offered. */
export function notOffered({ kind, code, message }: Refusal): Refusal {
  return {
    kind,
    code,
    message: `Der Onlinedienst ist eingelesen, wird aber noch nicht angeboten. ${message}`,
  };
}

export function casesFail(failed: readonly string[], all: number): Refusal {
  return atFile(
    'PAKET_CASES_FAIL',
    'conflict',
    `${failed.length} von ${all} Testfällen kommen hier anders heraus, zuerst „${failed[0]}“. Es wurde nichts übernommen. Bitte melden Sie das dem Absender: Der Dienst würde hier anders entscheiden als bei ihm.`,
  );
}

export function keyBroken(message: string): Refusal {
  return { kind: 'invalid', code: 'PAKET_KEY_BROKEN', message, fields: [{ field: 'schluessel', message }] };
}

export function keyStranger(kid: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PAKET_KEY_NOT_LISTED',
    message: `Der Schlüssel „${kid.slice(0, 60)}“ steht nicht in der Liste dieser Installation.`,
  };
}

export function keyListed(kid: string): Refusal {
  return {
    ...keyBroken(`Der Schlüssel ${kid} steht schon in der Liste.`),
    kind: 'conflict',
    code: 'PAKET_KEY_LISTED',
  };
}

export const reasonMissing: Refusal = {
  kind: 'invalid',
  code: 'PAKET_REASON_MISSING',
  message: 'Bitte sagen Sie, warum der Schlüssel widerrufen wird.',
  fields: [{ field: 'grund', message: 'Bitte sagen Sie, warum der Schlüssel widerrufen wird.' }],
};

export const ownKeyInUse: Refusal = {
  kind: 'conflict',
  code: 'PAKET_OWN_KEY',
  message:
    'Das ist der Schlüssel, mit dem Sie gerade unterschreiben. Wechseln Sie ihn zuerst; danach lässt sich der alte widerrufen.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'PAKET_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diese Liste geändert. Es wurde nichts überschrieben. Bitte sehen Sie den neuen Stand an und entscheiden Sie dann.',
};

function atFile(code: string, kind: Refusal['kind'], message: string): Refusal {
  return { kind, code, message, fields: [{ field: 'datei', message }] };
}
