export const zustellungStates = ['wartet', 'zugestellt', 'aufgegeben'] as const;
export type ZustellungState = (typeof zustellungStates)[number];

/** An event that a webhook can be told of. */
export interface WebhookEvent {
  /** Stable name, `thing.happened` in German: `antrag.eingegangen`. */
  readonly name: string;
  /** What it means, for the form. */
  readonly label: string;
}

/** The event of the button „Probe senden“. */
export const probe: WebhookEvent = { name: 'probe', label: 'Probe' };

/** What is told of an event: ids only, and where the API shows the thing. */
export interface Announcement {
  readonly event: string;
  readonly ids: Readonly<Record<string, string | number>>;
  /** Path below `/api/v1`. */
  readonly apiPath: string;
}

export interface Webhook {
  readonly id: string;
  readonly bezeichnung: string;
  readonly url: string;
  readonly ereignisse: readonly string[];
  readonly zustand: 'aktiv' | 'abgeschaltet';
  readonly grund: string | null;
  readonly angelegtAm: Date;
}

export interface Zustellung {
  readonly id: string;
  readonly webhookId: string;
  readonly ereignis: string;
  readonly daten: unknown;
  readonly zustand: ZustellungState;
  readonly versuche: number;
  readonly naechsterVersuch: Date;
  readonly antwort: number | null;
  readonly grund: string | null;
  readonly angelegtAm: Date;
  readonly zugestelltAm: Date | null;
}
