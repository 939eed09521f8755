import { ok, type Result, refuse } from '#kernel';
import type { WorkgroupDeps } from '../deps.ts';
import { sitzungZu } from '../errors.ts';
import { kalenderdatei } from '../kalender.ts';
import { paketDokument, protokollDokument } from '../views/dokumente.ts';
import { type Bestellung, orderDokument } from './dokument.ts';
import type { Felder } from './felder.ts';
import { makePaket } from './paket.ts';
import { readSitzungBlick } from './read-sitzung.ts';
import type { Mitwirkende } from './wer.ts';

/** The calendar file of a session that people may come to, or that was cancelled. */
export async function terminDatei(
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  sitzungId: string,
): Promise<Result<string>> {
  const read = await readSitzungBlick(deps, wer, sitzungId);
  if (!read.ok) return read;
  const { sitzung, gruppe } = read.value;
  if (sitzung.zustand === 'entwurf') return refuse(sitzungZu(sitzung.zustand));
  return ok(
    kalenderdatei(
      { ...sitzung, folge: sitzung.kalenderFolge },
      {
        method: sitzung.zustand === 'abgesagt' ? 'CANCEL' : 'REQUEST',
        origin: deps.staffOrigin,
        organizer: { name: gruppe.name, email: deps.mailFrom },
        attendee: null,
        stempel: deps.clock.now(),
      },
    ),
  );
}

/** Orders the minutes of a session as PDF, as they stand now. */
export async function protokollPdf(
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  sitzungId: string,
): Promise<Result<Bestellung>> {
  const read = await readSitzungBlick(deps, wer, sitzungId);
  if (!read.ok) return read;
  const { sitzung } = read.value;
  return ok(
    await orderDokument(
      deps,
      wer,
      `protokoll-${sitzung.tag}-sitzung-${sitzung.nummer}.pdf`,
      protokollDokument(read.value),
    ),
  );
}

/** Orders a newcomer's pack as PDF. */
export async function paketPdf(
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  felder: Felder,
): Promise<Result<Bestellung>> {
  const made = await makePaket(deps, wer, felder);
  if (!made.ok) return made;
  const { rolle, stand } = made.value;
  return ok(
    await orderDokument(deps, wer, `einarbeitung-${rolle.value}-${stand}.pdf`, paketDokument(made.value)),
  );
}
