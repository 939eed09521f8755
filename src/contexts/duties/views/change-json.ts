import { z } from 'zod';
import type { Leistung } from '#catalogue';
import type { Body } from '#territory';
import { groessenklassen } from '../domain/groessenklasse.ts';
import { type Antwort, anlaesse, type Unterschied } from '../domain/unterschied.ts';
import { verdictWords } from '../domain/verdict.ts';
import type { DifferenceAnswer } from '../use-cases/answer-difference.ts';
import type { WhatIfAnswer } from '../use-cases/answer-what-if.ts';

const body = z.object({ ags: z.string(), name: z.string() });
const klasse = z.enum(groessenklassen);
const antwort = z.object({
  verdict: z.enum(verdictWords),
  stelle: z.object({ name: z.string(), ags: z.string().nullable() }).nullable(),
  offen: z.string().nullable().describe('Grund, wo offen'),
});

const paar = z.object({
  leistung: z.object({ id: z.string(), leika: z.string().nullable(), name: z.string() }),
  gemeinde: body,
  vorher: antwort,
  nachher: antwort,
  anlass: z.enum(anlaesse).nullable(),
  aufgabe: z.string().nullable(),
  norm: z.string().nullable(),
});

export const whatIfSchema = z.object({
  date: z.string(),
  aenderungen: z.array(z.object({ gemeinde: body, bisher: klasse.nullable(), klasse })),
  bilanzen: z.array(z.object({ ...body.shape, gewinnt: z.number().int(), verliert: z.number().int() })),
  ohneGegenseite: z.number().int(),
  paare: z.array(paar),
});

export const differenceSchema = z.object({
  kommune: body,
  from: z.string(),
  to: z.string(),
  klasseVorher: klasse.nullable(),
  klasseNachher: klasse.nullable(),
  aenderungen: z.array(paar),
});

/** The answer of `what-if` for machines. */
export function whatIfJson(answer: WhatIfAnswer): z.input<typeof whatIfSchema> {
  return {
    date: answer.date,
    aenderungen: answer.aenderungen.map((each) => ({
      gemeinde: named(each.body),
      bisher: each.bisher,
      klasse: each.klasse,
    })),
    bilanzen: answer.bilanzen.map((each) => ({
      ...named(each.body),
      gewinnt: each.gewinnt,
      verliert: each.verliert,
    })),
    ohneGegenseite: answer.ohneGegenseite,
    paare: answer.paare.map(paarJson),
  };
}

/** The answer of `differences` for machines. */
export function differenceJson(answer: DifferenceAnswer): z.input<typeof differenceSchema> {
  return {
    kommune: named(answer.body),
    from: answer.von,
    to: answer.bis,
    klasseVorher: answer.klasseVon,
    klasseNachher: answer.klasseBis,
    aenderungen: answer.rows.map(paarJson),
  };
}

function paarJson({
  leistung: { id, leika, name },
  body: gemeinde,
  vorher,
  nachher,
  anlass,
  aufgabe,
  norm,
}: Unterschied<Leistung, Body>): z.input<typeof paar> {
  return {
    leistung: { id, leika, name },
    gemeinde: named(gemeinde),
    vorher: antwortJson(vorher),
    nachher: antwortJson(nachher),
    anlass,
    aufgabe,
    norm,
  };
}

function antwortJson({ verdict, stelle, offen }: Antwort): z.input<typeof antwort> {
  return { verdict, stelle: stelle && { name: stelle.name, ags: stelle.ags }, offen };
}

function named({ ags, name }: Body) {
  return { ags, name };
}
