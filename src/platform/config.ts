import { resolve } from 'node:path';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type ClamdAddress, parseClamdAddress } from './scanning/clamd.ts';

/** Everything the program can be told from outside; read once at start by `readConfig`. */
export interface Config {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: URL;
  readonly dataFolder: string;
  /** Connection of the owner role of an external PostgreSQL; `null` starts the embedded one. */
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** How many mails of a Rundmail may go out in how many minutes. */
  readonly mailRate: { readonly mails: number; readonly minutes: number };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether the sender's address is read from `X-Forwarded-For` (a reverse proxy stands in front). */
  readonly trustProxy: boolean;
  /** The virus scanner that looks into uploads; `null` where there is none. */
  readonly clamd: ClamdAddress | null;
}

const german = z.locales.de().localeError;

const port = z.coerce.number().int().min(0).max(65535);

const settings = z.object({
  PORT: port.default(8080),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'beginnt mit postgres://')
    .optional(),
  LEITWERK_MODE: z.enum(['demo', 'production']).default('demo'),
  LEITWERK_HOST: z.string().min(1).default('127.0.0.1'),
  LEITWERK_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LEITWERK_DATA: z.string().min(1).default('./var'),
  LEITWERK_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'beginnt mit smtp:// oder smtps://')
    .optional(),
  LEITWERK_MAIL_FROM: z.string().min(3).optional(),
  LEITWERK_MAIL_RATE: z
    .string()
    .regex(/^[1-9]\d{0,4}\/[1-9]\d{0,3}$/, 'ist Mails/Minuten, zum Beispiel 50/5')
    .default('50/5'),
  LEITWERK_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LEITWERK_TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  LEITWERK_CLAMD: z
    .string()
    .refine(
      (text) => parseClamdAddress(text) !== null,
      'ist host:port oder der volle Pfad eines Sockets, zum Beispiel 127.0.0.1:3310',
    )
    .optional(),
});

type Settings = z.infer<typeof settings>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Names that start with LEITWERK_ but belong to test runs and tools, not to the program. */
const foreignNames = new Set(['LEITWERK_TEST_SHARED']);

/**
 * Reads the configuration from the environment. An unknown, missing or impossible setting is refused with a
 * sentence that names it and says how to mend it; nothing is read from the environment anywhere else.
 */
export function readConfig(environment: Environment, workingFolder: string): Result<Config> {
  const unknown = unknownNames(environment);
  if (unknown.length > 0) return refuse(unknownSetting(unknown));
  const parsed = settings.safeParse(withoutEmpty(environment), { error: german });
  if (!parsed.success) return refuse(invalidSettings(parsed.error));
  const contradiction = findContradiction(parsed.data);
  if (contradiction) return refuse(configRefusal('CONFIG_CONTRADICTION', contradiction));
  return ok(configOf(parsed.data, workingFolder));
}

function configOf(values: Settings, workingFolder: string): Config {
  return {
    mode: values.LEITWERK_MODE,
    host: values.LEITWERK_HOST,
    port: values.PORT,
    publicUrl: new URL(values.LEITWERK_PUBLIC_URL ?? `http://localhost:${values.PORT}`),
    dataFolder: resolve(workingFolder, values.LEITWERK_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    smtpUrl: values.LEITWERK_SMTP_URL ?? null,
    mailFrom: values.LEITWERK_MAIL_FROM ?? 'leitwerk@localhost',
    mailRate: mailRateOf(values.LEITWERK_MAIL_RATE),
    logLevel: values.LEITWERK_LOG_LEVEL,
    trustProxy: values.LEITWERK_TRUST_PROXY === 'yes',
    clamd: values.LEITWERK_CLAMD === undefined ? null : parseClamdAddress(values.LEITWERK_CLAMD),
  };
}

function mailRateOf(text: string): Config['mailRate'] {
  const [mails = 50, minutes = 5] = text.split('/').map(Number);
  return { mails, minutes };
}

function unknownNames(environment: Environment): readonly string[] {
  const known = new Set(Object.keys(settings.shape));
  return Object.keys(environment).filter(
    (name) => name.startsWith('LEITWERK_') && !known.has(name) && !foreignNames.has(name),
  );
}

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function findContradiction(values: Settings): string | null {
  if (values.LEITWERK_MODE === 'demo') return demoContradiction(values);
  if (!values.LEITWERK_PUBLIC_URL) {
    return 'LEITWERK_MODE=production braucht LEITWERK_PUBLIC_URL, zum Beispiel LEITWERK_PUBLIC_URL=https://leitwerk.example.';
  }
  if (!values.LEITWERK_SMTP_URL || !values.LEITWERK_MAIL_FROM) {
    return 'LEITWERK_MODE=production braucht LEITWERK_SMTP_URL und LEITWERK_MAIL_FROM, damit Einladungen ankommen.';
  }
  return null;
}

function demoContradiction(values: Settings): string | null {
  if (!['127.0.0.1', '::1', 'localhost'].includes(values.LEITWERK_HOST)) {
    return 'Die Vorführung bindet sich nur an die eigene Maschine. Bitte LEITWERK_HOST weglassen oder LEITWERK_MODE=production setzen.';
  }
  if (values.LEITWERK_SMTP_URL) {
    return 'Die Vorführung sendet keine Post nach außen. Bitte LEITWERK_SMTP_URL weglassen oder LEITWERK_MODE=production setzen.';
  }
  return null;
}

function unknownSetting(names: readonly string[]): Refusal {
  const known = Object.keys(settings.shape).join(', ');
  return configRefusal(
    'CONFIG_UNKNOWN_SETTING',
    `Die Einstellung ${names.join(', ')} gibt es nicht. Bitte entfernen oder berichtigen; bekannt sind: ${known}.`,
  );
}

function invalidSettings(error: z.ZodError): Refusal {
  const fields = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  const places = fields.map(({ field, message }) => `${field} (${message})`).join('; ');
  return configRefusal(
    'CONFIG_INVALID',
    `Diese Einstellungen sind nicht lesbar: ${places}. Bitte berichtigen und neu starten.`,
    fields,
  );
}

function configRefusal(code: string, message: string, fields?: Refusal['fields']): Refusal {
  return { kind: 'invalid', code, message, ...(fields ? { fields } : {}) };
}
