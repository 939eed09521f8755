import type { Onlinedienst } from '#forms/onlinedienst';
import { parseOnlinedienst } from '#forms/onlinedienst';
import { parseTestfaelle, type Testfall } from '#forms/testfaelle';
import { ok, type Result } from '#kernel';
import { type JsonObject, joinTeile, type Paketinhalt, splitDokumente } from '#standards/leitwerk-paket';
import { bedarfOf } from './konformitaet/bedarf.ts';

/** The content of a service's package in the newest format, its needed capabilities worked out. */
export function inhaltOf(dienst: Onlinedienst, testfaelle: JsonObject): Paketinhalt {
  return {
    format: 2,
    kopf: {
      dienst: dienst.id,
      version: dienst.version,
      titel: dienst.title,
      faehigkeiten: bedarfOf(dienst).map(({ faehigkeit }) => faehigkeit),
    },
    teile: splitDokumente({
      dienst: jsonOf(dienst.definition),
      formular: jsonOf(dienst.form.definition),
      testfaelle,
    }),
  };
}

/** A service out of the parts of a package, proven and compiled, with its test cases. */
export interface DienstImPaket {
  readonly dienst: Onlinedienst;
  readonly faelle: readonly Testfall[];
}

/** Proves what a package carries; refuses with the place in its documents, as for any definition. */
export function dienstIn({ teile }: Pick<Paketinhalt, 'teile'>): Result<DienstImPaket> {
  const { dienst, formular, testfaelle } = joinTeile(teile);
  const parsed = parseOnlinedienst(JSON.stringify(dienst), JSON.stringify(formular));
  if (!parsed.ok) return parsed;
  const faelle = parseTestfaelle(testfaelle);
  return faelle.ok ? ok({ dienst: parsed.value, faelle: faelle.value }) : faelle;
}

function jsonOf(definition: Onlinedienst['definition'] | Onlinedienst['form']['definition']): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(definition));
  return json;
}
