import { indexedFormat } from './indexed-format.ts';
import type { JsonObject } from './json.ts';
import type { Paketinhalt } from './paketinhalt.ts';
import { isTeilName, joinTeile, splitDokumente } from './teile.ts';

/** Format 2: every part for itself under its hash, and what a portal must be able to do. */
export const formatZwei = indexedFormat({
  major: 2,
  isTeilName,
  needed: ['dienst.json', 'formular.json', 'leistungstexte.json', 'testfaelle.json'],
  upgrade,
  downgrade,
});

const nothing: JsonObject = {};

function upgrade({ kopf, teile }: Paketinhalt): Paketinhalt {
  const { dienst = nothing, formular = nothing, testfaelle = nothing } = teile;
  return { format: 2, kopf, teile: splitDokumente({ dienst, formular, testfaelle }) };
}

function downgrade({ kopf, teile }: Paketinhalt): Paketinhalt {
  const { dienst, formular, testfaelle } = joinTeile(teile);
  return { format: 1, kopf: { ...kopf, faehigkeiten: null }, teile: { dienst, formular, testfaelle } };
}
