import { X509Certificate } from 'node:crypto';
import { dayInGermany, type LocalDate, nearest, ok, type Result, refuse } from '#kernel';
import {
  forgetSecret,
  keepSecret,
  listSecrets,
  type Principal,
  recordAudit,
  replaceSecret,
  type SecretNote,
  type TenantId,
  type Tx,
  withSecret,
} from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type GetippteZugangsdaten, pruefeWert, pruefeZugangsdaten, tagOf } from '../domain/zweck.ts';
import {
  invalidZugangsdaten,
  notSecretKeeper,
  zugangsdatenChanged,
  zugangsdatenNameTaken,
  zugangsdatenUnknown,
} from '../errors.ts';

type Deps = Pick<ConnectionDeps, 'db' | 'clock' | 'keys'>;

/** Somebody who keeps secrets of a house. Only `verwahrerOf` makes one. */
export interface Verwahrer {
  readonly tenant: TenantId;
  readonly actor: Principal['actor'];
}

/** Who may enter, replace and delete secrets of a house: whoever has the permission; nobody may read one. */
export function verwahrerOf(principal: Principal | null): Result<Verwahrer> {
  const may =
    principal !== null && (principal.kind === 'betreiber' || principal.permissions.has('connection.secrets'));
  if (!may || principal.tenant === null) return refuse(notSecretKeeper);
  return ok({ tenant: principal.tenant, actor: principal.actor });
}

/** What the house has entered: names, purposes, days; never a value. */
export function listZugangsdaten(
  { db }: Pick<Deps, 'db'>,
  { tenant, actor }: Verwahrer,
): Promise<readonly SecretNote[]> {
  return db.withTenant(tenant, actor, listSecrets);
}

/** One of them, by its id. */
export async function findZugangsdaten(
  deps: Pick<Deps, 'db'>,
  verwahrer: Verwahrer,
  id: string,
): Promise<Result<SecretNote>> {
  const all = await listZugangsdaten(deps, verwahrer);
  const found = all.find((each) => each.id === id || each.name === id);
  if (found) return ok(found);
  const near = nearest(id.slice(0, 80), all, ({ name }) => name, 3);
  return refuse(zugangsdatenUnknown(near.map((each) => ({ key: each.id, label: each.name }))));
}

/** Seals a value on entry. A certificate's own last day counts where none is typed. */
export function hinterlegen(
  { db, clock, keys }: Deps,
  { tenant, actor }: Verwahrer,
  typed: GetippteZugangsdaten,
): Promise<Result<{ readonly id: string }>> {
  const { value, problems } = pruefeZugangsdaten(typed, clock.today());
  if (value === null) return Promise.resolve(refuse(invalidZugangsdaten(problems)));
  const ablauf = lastDay(value.zweck, value.wert, value.gueltigBis, clock.today());
  if (!ablauf.ok) return Promise.resolve(ablauf);
  return db.withTenant(tenant, actor, async (tx) => {
    const { name, zweck, dienst, wert } = value;
    const secret = { name, purpose: zweck, subject: dienst, value: wert, validUntil: ablauf.value };
    const id = await keepSecret(tx, keys, tenant, secret, clock.now());
    if (id === null) return refuse(zugangsdatenNameTaken(name));
    await audit(tx, 'hinterlegt', id, { zweck, gueltigBis: ablauf.value });
    return ok({ id });
  });
}

/** Seals another value in the place of the one before. */
export async function ersetzen(
  { db, clock, keys }: Deps,
  verwahrer: Verwahrer,
  typed: {
    readonly id: string;
    readonly version: number;
    readonly wert: string;
    readonly gueltigBis: string;
  },
): Promise<Result<{ readonly id: string }>> {
  const { tenant, actor } = verwahrer;
  const note = await findZugangsdaten({ db }, verwahrer, typed.id);
  if (!note.ok) return note;
  const tag = tagOf(typed.gueltigBis.trim(), clock.today());
  const problems = [...pruefeWert(typed.wert), ...tag.problems];
  if (problems.length > 0) return refuse(invalidZugangsdaten(problems));
  const ablauf = lastDay(note.value.purpose, typed.wert, tag.value, clock.today());
  if (!ablauf.ok) return ablauf;
  const { id } = note.value;
  return db.withTenant(tenant, actor, async (tx) => {
    const next = { id, version: typed.version, value: typed.wert, validUntil: ablauf.value };
    if (!(await replaceSecret(tx, keys, tenant, next, clock.now()))) return refuse(zugangsdatenChanged);
    await audit(tx, 'ersetzt', id, { gueltigBis: ablauf.value });
    return ok({ id });
  });
}

/** Forgets a value for good. */
export async function loeschen(
  { db }: Pick<Deps, 'db'>,
  verwahrer: Verwahrer,
  id: string,
  version: number,
): Promise<Result<null>> {
  const note = await findZugangsdaten({ db }, verwahrer, id);
  if (!note.ok) return note;
  return db.withTenant(verwahrer.tenant, verwahrer.actor, async (tx) => {
    if (!(await forgetSecret(tx, note.value.id, version))) return refuse(zugangsdatenChanged);
    await audit(tx, 'geloescht', note.value.id, {});
    return ok(null);
  });
}

/** What a probe says of a secret; computed with the value, without a word of it. */
export interface Befund {
  readonly ok: boolean;
  readonly text: string;
}

/** Opens a value in this process to see whether it can be used: a certificate must be one and still count. */
export async function pruefen(
  { db, clock, keys }: Deps,
  verwahrer: Verwahrer,
  id: string,
): Promise<Result<Befund>> {
  const note = await findZugangsdaten({ db }, verwahrer, id);
  if (!note.ok) return note;
  const { tenant, actor } = verwahrer;
  const befund = await db.withTenant(tenant, actor, (tx) =>
    withSecret(tx, keys, tenant, note.value.id, (wert) =>
      note.value.purpose === 'zertifikat'
        ? zertifikatBefund(wert, clock.today())
        : allgemeinBefund(note.value, clock.today()),
    ),
  );
  return befund ? ok(befund) : refuse(zugangsdatenUnknown([]));
}

function allgemeinBefund({ validUntil }: SecretNote, today: LocalDate): Befund {
  if (validUntil !== null && validUntil < today)
    return { ok: false, text: 'Die Zugangsdaten sind abgelaufen. Bitte ersetzen Sie sie.' };
  return {
    ok: true,
    text: 'Die Zugangsdaten lassen sich öffnen. Ob die Gegenstelle sie annimmt, zeigt erst ihr Test.',
  };
}

function zertifikatBefund(wert: string, today: LocalDate): Befund {
  const ende = certificateEnd(wert);
  if (ende === null) return { ok: false, text: 'Das ist kein Zertifikat im Format PEM.' };
  return ende < today
    ? { ok: false, text: 'Das Zertifikat ist abgelaufen. Bitte ersetzen Sie es.' }
    : { ok: true, text: 'Das Zertifikat ist lesbar und gilt noch.' };
}

/** The last day of a certificate; `null` where a text is none. */
function certificateEnd(pem: string): LocalDate | null {
  try {
    return dayInGermany(new X509Certificate(pem).validToDate);
  } catch {
    return null;
  }
}

function lastDay(
  zweck: string,
  wert: string,
  typed: LocalDate | null,
  today: LocalDate,
): Result<LocalDate | null> {
  if (zweck !== 'zertifikat') return ok(typed);
  const ende = certificateEnd(wert);
  if (ende === null) {
    const message = 'Das ist kein Zertifikat im Format PEM. Es beginnt mit „-----BEGIN CERTIFICATE-----“.';
    return refuse(invalidZugangsdaten([{ field: 'wert', message }]));
  }
  if (ende >= today) return ok(typed !== null && typed < ende ? typed : ende);
  const message =
    'Dieses Zertifikat ist schon abgelaufen. Bitte lassen Sie sich zuerst ein neues ausstellen.';
  return refuse(invalidZugangsdaten([{ field: 'wert', message }]));
}

function audit(
  tx: Tx,
  verb: string,
  id: string,
  summary: Readonly<Record<string, string | null>>,
): Promise<void> {
  return recordAudit(tx, {
    action: `connection.zugangsdaten.${verb}`,
    object: { type: 'platform.secret', id },
    summary,
  });
}
