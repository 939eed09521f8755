import { z } from 'zod';
import { empfaengerStates, type Rundmail, rundmailStates } from '../domain/rundmail.ts';
import type { RundmailCounts } from '../store-rundmail.ts';
import type { RundmailDetail } from '../use-cases/read-rundmails.ts';

export const idParams = z.object({ id: z.uuid() });

const auswahlSchema = z.strictObject({
  kommunen: z.union([z.literal('alle'), z.array(z.uuid()).max(1000)]),
  verteiler: z.array(z.uuid()).max(100).default([]),
  rollen: z.array(z.string()).max(20).default([]).describe('leer: alle Mitglieder'),
});

export const rundmailBody = z.strictObject({
  betreff: z.string(),
  text: z.string().describe('{Name} und {Kommune} werden für jede Person eingesetzt'),
  betrieblich: z.boolean().default(false).describe('Betrieb: lässt sich nicht abbestellen'),
  auswahl: auswahlSchema,
  geplantFuer: z.iso.datetime({ offset: true }).nullable().default(null),
});

const rundmailFields = z.object({
  id: z.string(),
  fassung: z.number(),
  betreff: z.string(),
  zustand: z.enum(rundmailStates),
  betrieblich: z.boolean(),
  geplantFuer: z.string().nullable(),
  angelegtAm: z.string(),
  begonnenAm: z.string().nullable(),
  beendetAm: z.string().nullable(),
});

export const rundmailSchema = rundmailFields.extend({
  empfaenger: z.number(),
  gesendet: z.number(),
  offen: z.number(),
  aufgegeben: z.number(),
});

export const rundmailDetailSchema = rundmailFields.extend({
  text: z.string(),
  auswahl: auswahlSchema,
  vorschau: z
    .object({
      pruefsumme: z.string().describe('gehört in die Freigabe'),
      empfaenger: z.array(z.object({ person: z.string(), kommune: z.string(), rollen: z.array(z.string()) })),
      abbestellt: z.number(),
      niemandIn: z.array(z.string()),
    })
    .nullable(),
  empfaenger: z.array(
    z.object({
      person: z.string(),
      kommune: z.string(),
      rollen: z.array(z.string()),
      zustand: z.enum(empfaengerStates),
      versuche: z.number(),
      naechsterVersuch: z.string(),
      gesendetAm: z.string().nullable(),
      grund: z.string().nullable(),
    }),
  ),
});

export const verteilerSchema = z.object({ id: z.string(), name: z.string(), kommunen: z.array(z.string()) });

const text = (at: Date | null) => at?.toISOString() ?? null;

function fieldsOf(rundmail: Rundmail): z.input<typeof rundmailFields> {
  const { id, fassung, betreff, zustand, betrieblich } = rundmail;
  return {
    id,
    fassung,
    betreff,
    zustand,
    betrieblich,
    geplantFuer: text(rundmail.geplantFuer),
    angelegtAm: rundmail.angelegtAm.toISOString(),
    begonnenAm: text(rundmail.begonnenAm),
    beendetAm: text(rundmail.beendetAm),
  };
}

export function rundmailAnswer(row: Rundmail & RundmailCounts): z.input<typeof rundmailSchema> {
  const { empfaenger, gesendet, offen, aufgegeben } = row;
  return { ...fieldsOf(row), empfaenger, gesendet, offen, aufgegeben };
}

export function rundmailDetailAnswer({
  rundmail,
  empfaenger,
  preview,
}: RundmailDetail): z.input<typeof rundmailDetailSchema> {
  const { kommunen, verteiler, rollen } = rundmail.auswahl;
  return {
    ...fieldsOf(rundmail),
    text: rundmail.text,
    auswahl: {
      kommunen: kommunen === 'alle' ? kommunen : [...kommunen],
      verteiler: [...verteiler],
      rollen: [...rollen],
    },
    vorschau: preview && {
      pruefsumme: preview.checksum,
      empfaenger: preview.recipients.map((one) => ({
        person: one.memberId,
        kommune: one.kommune,
        rollen: [...one.rollen],
      })),
      abbestellt: preview.unsubscribed,
      niemandIn: [...preview.silent],
    },
    empfaenger: empfaenger.map((one) => ({
      person: one.memberId,
      kommune: one.kommune,
      rollen: [...one.rollen],
      zustand: one.zustand,
      versuche: one.versuche,
      naechsterVersuch: one.naechsterVersuch.toISOString(),
      gesendetAm: text(one.gesendetAm),
      grund: one.grund,
    })),
  };
}
