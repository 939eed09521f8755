export { dutiesCommands } from './cli.ts';
export { type Vollzug, vollzugOfLeistung } from './domain/achsen.ts';
export type { Bestimmung } from './domain/bestimmung.ts';
export { endeText } from './domain/chain-texts.ts';
export {
  type CompiledDuties,
  compileDuties,
  type DutyFacts,
  type Regelwerk,
} from './domain/compiled-duties.ts';
export { type Duty, decisionsOf, decisionsOn, dutyList } from './domain/duty-list.ts';
export { herkunftText, regelungZweifel } from './domain/herkunft.ts';
export type { Regel } from './domain/regel.ts';
export { type Reichweite, reaches } from './domain/reichweite.ts';
export { chainStepLabel, type Verdict, type VerdictWord } from './domain/verdict.ts';
export { verdictOf } from './domain/verdict-of.ts';
export { gleicherTag, wechseltage } from './domain/wechseltage.ts';
export type { DutiesDeps, House } from './doors-deps.ts';
export type { DutiesWorld } from './duties-world.ts';
export { endenOf as dutyEndenOf } from './enden-of.ts';
export { reichweite as reichweiteSchema } from './regelwerk-rows.ts';
export { readFassungen as regelwerkFassungen, regelwerkVersion } from './store.ts';
export { currentRulesFile } from './use-cases/current-file.ts';
export { applyRulesImport, loadRulesData, previewRulesImport } from './use-cases/import-rules.ts';
export { loadRegelwerk } from './use-cases/load-regelwerk.ts';
export { newsForMember } from './use-cases/news-for-member.ts';
export { dutyFigures } from './web/duty-figures.ts';
export { dutiesOperations } from './web/operations.ts';
export { dutiesPages } from './web/pages.ts';
