import { readAngebote } from '#efa';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { dokumenteVon, geformt } from '../dokumente.ts';
import { kurznameAus } from '../domain/umbauen.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { invalidEntwurf, nameTaken, offeredByOther } from '../errors.ts';
import { insertSchritt, insertWerkstueck } from '../store-entwurf.ts';
import { readFassung, readFassungen } from '../store-vorlage.ts';
import { keineTestfaelle } from '../testfaelle/testfall.ts';
import type { Autor } from './autor.ts';
import { aendere, type Entwurf, entwurfIn, hashVon } from './entwurf.ts';

type Deps = Pick<WorkshopDeps, 'db' | 'clock' | 'onlinedienste' | 'leistungName'>;

/** What a new service begins with. */
export interface NeuerDienst {
  readonly titel: string;
  readonly dienst: string;
  readonly leika: string;
  /** Empty: as the catalogue calls it. */
  readonly leistung: string;
  readonly stelle: string;
}

/** Begins a service from nothing: one page with one question, texts to fill in, and the usual days of deletion. */
export async function beginneNeu(deps: Deps, autor: Autor, neu: NeuerDienst): Promise<Result<Entwurf>> {
  const dienst = neu.dienst.trim() || kurznameAus(neu.titel, 'dienst');
  const leistung = neu.leistung.trim() || ((await deps.leistungName(neu.leika.trim())) ?? '');
  const problems = neuProblems({ ...neu, dienst, leistung });
  if (problems.length > 0) return refuse(invalidEntwurf(problems));
  if ((await deps.onlinedienste()).some(({ id }) => id === dienst)) return refuse(nameTaken(dienst));
  return lege(deps, autor, dienst, 'Neu begonnen', geruest({ ...neu, dienst, leistung }, deps.clock.today()));
}

/** Names that addresses of the workshop use. */
const vergeben: ReadonlySet<string> = new Set(['neu', 'einlesen', 'wirksam', 'unterschied', 'pruefung']);

function neuProblems({ titel, dienst, leika, leistung, stelle }: NeuerDienst): readonly FieldProblem[] {
  const said = (field: string, right: boolean, message: string) => (right ? [] : [{ field, message }]);
  return [
    ...said('titel', titel.trim().length >= 3, 'Bitte nennen Sie den Dienst mit wenigstens drei Zeichen.'),
    ...said(
      'dienst',
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(dienst) && dienst.length <= 60,
      'Der Kurzname besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, höchstens 60 Zeichen.',
    ),
    ...said(
      'dienst',
      !vergeben.has(dienst),
      'Diesen Kurznamen braucht die Werkstatt selbst. Bitte wählen Sie einen anderen.',
    ),
    ...said(
      'leika',
      /^99\d{12}$/.test(leika.trim()),
      'Der LeiKa-Schlüssel hat 14 Ziffern und beginnt mit 99. Er steht im Katalog bei der Leistung.',
    ),
    ...said(
      'leistung',
      leistung.trim() !== '',
      'Der Katalog kennt diesen Schlüssel nicht. Bitte nennen Sie die Leistung selbst.',
    ),
    ...said(
      'stelle',
      /^[a-z][A-Za-z0-9]{0,39}$/.test(stelle),
      'Die Art der Stelle ist ein Wort aus Kleinbuchstaben, zum Beispiel ordnungsamt.',
    ),
  ];
}

function geruest({ dienst, titel, leika, leistung, stelle }: NeuerDienst, today: string): Dokumente {
  const rule = (id: string, what: string, data: string, from: string, days: number, basis: string) => ({
    ...{ id, what, data, from, days, basis },
    validFrom: today,
    validTo: null,
  });
  const own = 'Festlegung dieses Onlinedienstes; keine gesetzliche Frist';
  return {
    dienst: {
      format: 'leitwerk/onlinedienst@1',
      id: dienst,
      version: 1,
      title: titel.trim(),
      summary: titel.trim(),
      words: [titel.trim().slice(0, 60)],
      land: '05',
      covers: [
        {
          leika: leika.trim(),
          name: leistung.trim(),
          office: stelle,
          norms: [
            {
              text: 'Rechtsgrundlage noch eintragen',
              url: null,
              sources: [{ title: 'Noch offen', url: null, evidence: 'einschaetzung' }],
            },
          ],
        },
      ],
      texts: {
        what: `Mit diesem Onlinedienst können Sie in {param.kommuneName} einen Antrag stellen: ${titel.trim()}.`,
        forWhom: 'Für alle, die hier wohnen.',
        need: [],
        cost: 'Es fallen keine Kosten an.',
        time: 'Wir melden uns bei Ihnen.',
        deadline: 'Es gibt keine Frist.',
        law: 'Rechtsgrundlage noch eintragen',
      },
      parameters: { kommuneName: { type: 'text', label: 'Name der Kommune im Satz', filledBy: 'kommune' } },
      deletion: [
        rule(
          'entwurf',
          'Begonnener, nicht abgeschickter Antrag',
          'draft',
          'last-edit',
          30,
          '§ 8a Absatz 3 Onlinezugangsgesetz: in der Regel 30 Tage nach der letzten Bearbeitung',
        ),
        rule(
          'antrag',
          'Abgeschickter Antrag im Portal mit Status und Nachrichten',
          'application',
          'closed',
          90,
          own,
        ),
        rule('anlagen', 'Anlagen des abgeschickten Antrags im Portal', 'attachments', 'closed', 90, own),
        rule('vorgang', 'Vorgang im Posteingang der Behörde', 'case', 'closed', 365, own),
      ],
    },
    formular: {
      format: 'leitwerk/formular@1',
      id: dienst,
      version: 1,
      title: titel.trim(),
      pages: [
        {
          id: 'person',
          title: 'Wer sind Sie?',
          fields: [{ type: 'name', id: 'name', label: 'Ihr Name' }],
        },
      ],
    },
    testfaelle: keineTestfaelle,
  };
}

/** Begins a draft of a service that there is, with its newest version. */
export async function beginneMit(deps: Deps, autor: Autor, dienst: string): Promise<Result<Entwurf>> {
  const found = (await deps.onlinedienste()).find(({ id }) => id === dienst);
  if (!found)
    return refuse(
      invalidEntwurf([
        { field: 'dienst', message: `Einen Onlinedienst „${dienst.slice(0, 80)}“ gibt es nicht.` },
      ]),
    );
  const other = await fremderAnbieter(deps, autor, dienst);
  if (other !== null) return refuse(offeredByOther(other));
  const published = await deps.db.withPublic((tx) => readFassung(tx, dienst, found.version));
  return lege(deps, autor, dienst, `Begonnen mit Fassung ${found.version}`, published ?? dokumenteVon(found));
}

/** The house that offers or published a service, where it is not the own one. */
export function fremderAnbieter(
  { db }: Pick<WorkshopDeps, 'db'>,
  { anbieter }: Autor,
  dienst: string,
): Promise<string | null> {
  return db.withPublic(async (tx) => {
    const all = [...(await readAngebote(tx)), ...(await readFassungen(tx))];
    const other = all.find((each) => each.dienst === dienst && each.anbieterId !== anbieter.tenant);
    return other?.anbieter ?? null;
  });
}

/** Takes the files of a service's folder: begins a draft, or changes the one that there is. */
export async function lies(
  deps: Deps,
  autor: Autor,
  dienst: string,
  dokumente: Dokumente,
  grundlage: number | null,
): Promise<Result<Entwurf>> {
  const shaped = geformt(dokumente, dienst);
  if (!shaped.ok) return shaped;
  if (grundlage === null) {
    const other = await fremderAnbieter(deps, autor, dienst);
    if (other !== null) return refuse(offeredByOther(other));
    return lege(deps, autor, dienst, 'Aus Dateien eingelesen', dokumente);
  }
  return aendere(deps, autor, dienst, {
    grundlage,
    was: 'Aus Dateien eingelesen',
    // A file replaces everything, so it must have been made from what stands now.
    wende: (now, read) => (now === read || hashVon(now) === hashVon(read) ? ok(dokumente) : refuse(nochmals)),
  });
}

const nochmals = {
  kind: 'conflict',
  code: 'WORKSHOP_CHANGED_MEANWHILE',
  message:
    'Der Entwurf wurde geändert, seit Sie ihn ausgegeben haben. Es wurde nichts überschrieben. Bitte geben Sie ihn neu aus und führen Sie beides zusammen.',
} as const;

function lege(
  { db, clock }: Deps,
  { actor, anbieter }: Autor,
  dienst: string,
  was: string,
  inhalt: Dokumente,
): Promise<Result<Entwurf>> {
  const shaped = geformt(inhalt, dienst);
  if (!shaped.ok) return Promise.resolve(shaped);
  const am = clock.now();
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    if (!(await insertWerkstueck(tx, anbieter.tenant, dienst, am))) return refuse(nameTaken(dienst));
    const schritt = { dienst, nummer: 1, art: 'begonnen' as const, was, inhalt, hash: hashVon(inhalt), am };
    await insertSchritt(tx, anbieter.tenant, schritt);
    await recordAudit(tx, {
      action: 'workshop.entwurf.begun',
      object: { type: 'workshop.entwurf', id: dienst },
      summary: { was },
    });
    return entwurfIn(tx, dienst);
  });
}
