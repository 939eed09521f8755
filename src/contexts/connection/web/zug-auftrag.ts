import { html } from 'hono/html';
import { descriptionList, type Html } from '#ui';
import { zielLabel } from '../messages-cockpit.ts';
import type { Sammellauf } from '../store-sammel.ts';

/** What the service and its values are called. */
export interface Namen {
  readonly dienst: string;
  readonly parameter: ReadonlyMap<string, string>;
}

/** What was wished for, so that whoever confirms reads it. */
export function wishOf({ auftrag }: Sammellauf, { parameter }: Namen): Html {
  if (auftrag.art === 'schritt') return auftrag.grund === '' ? html`` : facts([['Grund', auftrag.grund]]);
  if (auftrag.art === 'punkt')
    return auftrag.nachweis === '' ? html`` : facts([['Nachweis', auftrag.nachweis]]);
  const given = Object.keys(auftrag.werte).map((name) => `„${parameter.get(name) ?? name}“`);
  return facts([
    ['Ziel', zielLabel[auftrag.bis]],
    [
      'Angenommene Werte',
      auftrag.annahmenGenuegen ? 'genügen für den Start' : 'bestätigt die Kommune vor dem Start',
    ],
    ['Öffentlicher Auftritt', auftrag.auftritt ? 'wird angelegt, wo er fehlt' : 'bleibt, wie er ist'],
    ['Werte für alle', given.length === 0 ? 'keine' : given.join(', ')],
    ['Checklisten', auftrag.erklaerung === '' ? 'arbeitet jede Kommune ab' : auftrag.erklaerung],
    ...(auftrag.nachweis === '' ? [] : [['Vereinbarung und Auftrag', auftrag.nachweis] as const]),
  ]);
}

function facts(rows: readonly (readonly [string, string])[]): Html {
  return descriptionList(rows);
}
