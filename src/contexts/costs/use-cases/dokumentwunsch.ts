import { ok, type Result, refuse } from '#kernel';
import type { Actor, TenantId, Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { hausKennung } from '../domain/rechnungsangaben.ts';
import { billUnknown, notCancelled, notIssued, particularsMissing } from '../errors.ts';
import { type Abrechnungskopf, readKopf } from '../store-abrechnung.ts';
import { type Anteil, readAnteil } from '../store-anteil.ts';
import type { Dokumentschluessel } from '../store-dokument.ts';
import { readAngaben } from '../store-rechnungsangaben.ts';
import { houseOf, type Manager, type Reader } from './actors.ts';
import { dateinameOf } from './mache-dokument.ts';
import { angabenstand, anteilsort, bereit } from './xrechnung.ts';

/** A file that somebody may have: which, its name, and whose order it is. */
export interface Dokumentwunsch {
  readonly key: Dokumentschluessel;
  readonly dateiname: string;
  readonly contentType: string;
  readonly tenant: TenantId;
  readonly actor: Actor;
}

/** The PDF of a bill: all of it for the house where it names no payer, else one share with every step; a Kommune gets its own. */
export function pdfWunsch(
  deps: Pick<CostsDeps, 'db'>,
  reader: Reader,
  abrechnung: string,
  zahler: string,
): Promise<Result<Dokumentwunsch>> {
  if (reader.art === 'dienstleister' && zahler === '')
    return wholeBill(deps, reader.manager, abrechnung, async (_, { nummer, dienst, jahr }) =>
      ok({
        ...{ art: 'pdf', stand: nummer ?? 'entwurf', contentType: 'application/pdf' },
        dateiname: `abrechnung-${nummer ?? `entwurf-${dienst}-${jahr}`}.pdf`,
      }),
    );
  return sharePdf(deps, reader, { abrechnung, zahler, art: 'pdf' }, ({ rechnungsnummer }) => ({
    ...{ nummer: rechnungsnummer, name: 'abrechnung' },
  }));
}

/** All electronic bills of a bill in one archive; refused while the house itself is not described. */
export function archivWunsch(
  deps: Pick<CostsDeps, 'db'>,
  manager: Manager,
  abrechnung: string,
): Promise<Result<Dokumentwunsch>> {
  return wholeBill(deps, manager, abrechnung, async (tx, { nummer }) => {
    if (nummer === null) return refuse(notIssued);
    const [haus] = await readAngaben(tx, [hausKennung]);
    if (!haus || haus.angaben.name === '')
      return refuse(
        particularsMissing('Ihr Haus hat noch keine Rechnungsangaben. Bitte tragen Sie sie ein.'),
      );
    return ok({
      ...{ art: 'xrechnungen', stand: await angabenstand(tx), contentType: 'application/zip' },
      dateiname: `xrechnungen-${nummer}.zip`,
    });
  });
}

type Benannt = Pick<Dokumentschluessel, 'art' | 'stand'> & Pick<Dokumentwunsch, 'dateiname' | 'contentType'>;

function wholeBill(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter: { tenant } }: Manager,
  abrechnung: string,
  named: (tx: Tx, kopf: Abrechnungskopf) => Promise<Result<Benannt>>,
): Promise<Result<Dokumentwunsch>> {
  return db.withTenant(tenant, actor, async (tx) => {
    const kopf = await readKopf(tx, abrechnung);
    if (kopf === null) return refuse(billUnknown);
    const found = await named(tx, kopf);
    if (!found.ok) return found;
    const { art, stand, dateiname, contentType } = found.value;
    const key = { haus: tenant, abrechnung, zahler: '', art, teil: 0, stand };
    return ok({ key, dateiname, contentType, tenant, actor });
  });
}

/** The PDF of the cancellation of a share. */
export function stornoPdfWunsch(
  deps: Pick<CostsDeps, 'db'>,
  reader: Reader,
  abrechnung: string,
  zahler: string,
): Promise<Result<Dokumentwunsch>> {
  return sharePdf(
    deps,
    reader,
    { abrechnung, zahler, art: 'stornopdf' },
    ({ storno }) => storno && { nummer: storno.nummer, name: 'storno' },
  );
}

async function sharePdf(
  { db }: Pick<CostsDeps, 'db'>,
  reader: Reader,
  { abrechnung, zahler, art }: Pick<Dokumentschluessel, 'abrechnung' | 'zahler' | 'art'>,
  named: (anteil: Anteil) => { readonly nummer: string; readonly name: string } | null,
): Promise<Result<Dokumentwunsch>> {
  const ort = await anteilsort({ db }, reader, abrechnung, zahler);
  if (!ort.ok) return ort;
  const { haus } = ort.value;
  const anteil = await db.withTenant(haus, houseOf(reader).actor, (tx) =>
    readAnteil(tx, abrechnung, ort.value.zahler),
  );
  if (anteil === null) return refuse(billUnknown);
  const found = named(anteil);
  if (found === null) return refuse(notCancelled);
  return ok({
    key: { ...ort.value, art, teil: 0, stand: found.nummer },
    dateiname: `${found.name}-${found.nummer.replace('/', '-')}.pdf`,
    contentType: 'application/pdf',
    ...houseOf(reader),
  });
}

/** The cancellation of a share, for people or for machines. */
export function stornoWunsch(
  deps: Pick<CostsDeps, 'db'>,
  reader: Reader,
  abrechnung: string,
  { zahler, teil, format }: Omit<XRechnungswahl, 'art'> & { readonly format: 'pdf' | 'xml' },
): Promise<Result<Dokumentwunsch>> {
  return format === 'pdf'
    ? stornoPdfWunsch(deps, reader, abrechnung, zahler)
    : xrechnungWunsch(deps, reader, abrechnung, { zahler, teil, art: 'storno' });
}

/** Which electronic bill of a share: one of its own, or of those that take it back. */
export interface XRechnungswahl {
  readonly zahler: string;
  readonly teil: number;
  readonly art?: 'rechnung' | 'storno';
}

/** One electronic bill of a share; refused with the names of the particulars that are missing. */
export async function xrechnungWunsch(
  deps: Pick<CostsDeps, 'db'>,
  reader: Reader,
  abrechnung: string,
  { zahler, teil, art = 'rechnung' }: XRechnungswahl,
): Promise<Result<Dokumentwunsch>> {
  const ort = await anteilsort(deps, reader, abrechnung, zahler);
  if (!ort.ok) return ort;
  const ready = await bereit(deps, ort.value, art);
  if (!ready.ok) return ready;
  const rechnung = ready.value.rechnungen[teil - 1];
  if (!rechnung) return refuse(billUnknown);
  return ok({
    key: { ...ort.value, art: art === 'storno' ? art : 'xrechnung', teil, stand: ready.value.stand },
    dateiname: dateinameOf(rechnung.nummer),
    contentType: 'application/xml',
    ...houseOf(reader),
  });
}
