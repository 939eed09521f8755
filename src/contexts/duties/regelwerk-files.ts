import type { ReferenceFormat } from '#platform';
import {
  type BestimmungRow,
  bestimmungRow,
  type RegelRow,
  regelRow,
  type UebertragungRow,
  uebertragungRow,
} from './regelwerk-rows.ts';

/** The rules stand in one file for each Themenfeld. */
const themen = [
  'arbeit-ruhestand',
  'bauen-wohnen',
  'bildung',
  'ein-auswanderung',
  'engagement-hobby',
  'familie-kind',
  'forschung-foerderung',
  'gesundheit',
  'mobilitaet-reisen',
  'querschnitt',
  'recht-ordnung',
  'steuern-zoll',
  'umwelt',
  'unternehmensfuehrung-entwicklung',
] as const;

export type RegelSatz = `regeln-${(typeof themen)[number]}`;

export const regelSaetze: readonly RegelSatz[] = themen.map((thema) => `regeln-${thema}` as const);

/** The Themenfeld whose rules a set holds. */
export function themaOf(satz: RegelSatz): string {
  return satz.slice('regeln-'.length);
}

export type RegelwerkRows = { readonly [Satz in RegelSatz]: RegelRow } & {
  readonly uebertragungen: UebertragungRow;
  readonly bestimmungen: BestimmungRow;
};

/** The files of the rules, as messages name them. */
export const regelFiles = 'zustaendigkeit/regeln-….jsonl';

type RegelFormats = { readonly [Satz in RegelSatz]: ReferenceFormat<RegelRow> };

function regelFormat(thema: string): ReferenceFormat<RegelRow> {
  return {
    file: `zustaendigkeit/regeln-${thema}.jsonl`,
    format: 'leitwerk.zustaendigkeit.regeln/2',
    row: regelRow,
    key: ['id'],
  };
}

// Built key by key from `themen`, which the compiler cannot follow.
const regelFormats = Object.fromEntries(
  themen.map((thema) => [`regeln-${thema}`, regelFormat(thema)]),
) as RegelFormats;

export const regelwerkFormats: {
  readonly [Satz in keyof RegelwerkRows]: ReferenceFormat<RegelwerkRows[Satz]>;
} = {
  ...regelFormats,
  uebertragungen: {
    file: 'zustaendigkeit/uebertragungen-nrw.jsonl',
    format: 'leitwerk.zustaendigkeit.uebertragungen/2',
    row: uebertragungRow,
    key: ['id'],
  },
  bestimmungen: {
    file: 'zustaendigkeit/bestimmungen-nrw.jsonl',
    format: 'leitwerk.zustaendigkeit.bestimmungen/2',
    row: bestimmungRow,
    key: ['id'],
  },
};
