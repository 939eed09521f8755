import { z } from 'zod';
import { evidenceGrades, type LocalDate } from '#kernel';
import { befundText, type NameOf } from '../delegation-errors.ts';
import { type Befund, befundarten } from '../domain/befunde.ts';
import { delegationsformen, delegationsstaende } from '../domain/delegation.ts';
import type { DutiesWorld } from '../duties-world.ts';
import type { DelegationAngabe } from '../store-delegation.ts';
import {
  befundeIn,
  bodyNames,
  type DelegationRow,
  vollstaendigkeitOn,
} from '../use-cases/answer-delegations.ts';

const day = z.string().nullable();
const source = z.object({ title: z.string(), url: z.string().nullable() });

export const delegationSchema = z.object({
  id: z.string(),
  von: z.object({ ags: z.string(), name: z.string() }),
  nach: z.object({ ags: z.string().nullable(), name: z.string() }).nullable(),
  gebiet: z.array(z.string()).nullable(),
  aufgabeIds: z.array(z.string()),
  norm: z.string(),
  source,
  evidence: z.enum(evidenceGrades),
  validFrom: day,
  validTo: day,
  stand: z.enum(delegationsstaende),
  note: z.string().nullable(),
});

export const befundSchema = z.object({
  art: z.enum(befundarten),
  belege: z.array(z.string()),
  aufgabeIds: z.array(z.string()),
  von: day,
  bis: day,
  text: z.string(),
});

export const findingsSchema = z.object({
  date: z.string(),
  paare: z.int().describe('Leistung × Gemeinde im ganzen Land'),
  mitStelle: z.int(),
  nichtEinschlaegig: z.int(),
  offen: z.int(),
  gruende: z.array(z.object({ code: z.string(), paare: z.int() })),
  befunde: z.array(befundSchema),
});

export const statementSchema = z.object({
  id: z.string(),
  art: z.enum(['eintragen', 'beenden']),
  form: z.enum(delegationsformen).nullable(),
  uebertragung: z.string().describe('Kennung im Register'),
  letzterTag: day,
  haus: z.string(),
  entscheidung: z.enum(['bestaetigt', 'abgelehnt']).nullable(),
  antwort: z.string().nullable(),
});

/** A transfer for machines. */
export function delegationJson({
  uebertragung,
  von,
  stand,
}: DelegationRow): z.input<typeof delegationSchema> {
  const { id, nach, gebiet, aufgabeIds, norm, evidenz, validFrom, validTo, note } = uebertragung;
  return {
    id,
    von: { ags: uebertragung.von, name: von },
    nach: nach && { ags: nach.ags, name: nach.name },
    gebiet: gebiet && [...gebiet],
    aufgabeIds: [...aufgabeIds],
    norm,
    source: { title: uebertragung.source.title, url: uebertragung.source.url },
    evidence: evidenz,
    validFrom,
    validTo,
    stand,
    note,
  };
}

/** A finding for machines. */
export function befundJson(befund: Befund, nameOf: NameOf): z.input<typeof befundSchema> {
  const { art, belege, aufgabeIds, von, bis } = befund;
  return {
    art,
    belege: belege.map(({ id }) => id),
    aufgabeIds: [...aufgabeIds],
    von,
    bis,
    text: befundText(befund, nameOf),
  };
}

/** The report about the whole Land for machines. */
export function findingsJson(world: DutiesWorld, date: LocalDate): z.input<typeof findingsSchema> {
  const { gruende, ...counts } = vollstaendigkeitOn(world, date);
  return {
    date,
    ...counts,
    gruende: gruende.map(({ code, paare }) => ({ code, paare })),
    befunde: befundeIn(world).map((each) => befundJson(each, bodyNames(world))),
  };
}

/** A statement for machines. */
export function statementJson({
  id,
  inhalt,
  haus,
  entscheidung,
  antwort,
}: DelegationAngabe): z.input<typeof statementSchema> {
  const ends = inhalt.art === 'beenden';
  return {
    id,
    art: inhalt.art,
    form: ends ? null : inhalt.form,
    uebertragung: ends ? inhalt.zielId : inhalt.uebertragung.id,
    letzterTag: ends ? inhalt.letzterTag : null,
    haus,
    entscheidung,
    antwort,
  };
}
