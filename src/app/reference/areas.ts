import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyCatalogueImport,
  catalogueFassungen,
  currentCatalogueFile,
  previewCatalogueImport,
} from '#catalogue';
import { applyRulesImport, currentRulesFile, previewRulesImport, regelwerkFassungen } from '#duties';
import { applyFinderImport, currentFinderFile, finderFassungen, previewFinderImport } from '#finder';
import type { Result } from '#kernel';
import { applyLawImport, currentLawFile, lawFassungen, previewLawImport } from '#law';
import type { Actor, Database, ImportOutcome, ImportPreview, Kopf, Tx } from '#platform';
import {
  applySolutionsImport,
  currentSolutionsFile,
  previewSolutionsImport,
  solutionsFassungen,
} from '#solutions';
import {
  applyTerritoryImport,
  currentTerritoryFile,
  previewTerritoryImport,
  territoryFassungen,
} from '#territory';

/** One imported version of an area: its number and the heads of its files. */
export interface AreaVersion {
  readonly nummer: number;
  readonly stand: string;
  readonly saetze: Readonly<Record<string, Kopf>>;
}

/** Reference data that is imported as a whole; `folder` is its place in the project's format. */
export interface ReferenceArea {
  readonly id: string;
  readonly label: string;
  readonly folder: string;
  /** Does not come with the first start. */
  readonly onDemand: boolean;
  readonly versions: (tx: Tx) => Promise<readonly AreaVersion[]>;
  /** A file as it is loaded now, so that an import may bring some files alone; null where nothing is loaded. */
  readonly currentFile: (tx: Tx, file: string) => Promise<string | null>;
  readonly preview: (db: Database, folder: string) => Promise<Result<ImportPreview>>;
  readonly apply: (db: Database, actor: Actor, folder: string) => Promise<Result<ImportOutcome>>;
}

export const germanyArea = 'gebiet-de';

/** All areas, in the order in which they rest on each other. */
export const referenceAreas: readonly ReferenceArea[] = [
  {
    id: 'katalog',
    label: 'Katalog',
    folder: 'katalog',
    onDemand: false,
    versions: catalogueFassungen,
    currentFile: currentCatalogueFile,
    preview: previewCatalogueImport,
    apply: applyCatalogueImport,
  },
  {
    id: 'gebiet',
    label: 'Gebiet Nordrhein-Westfalen',
    folder: 'gebiet',
    onDemand: false,
    versions: async (tx) => (await territoryFassungen(tx)).filter(({ umfang }) => umfang === 'nrw'),
    currentFile: (tx, file) => currentTerritoryFile(tx, 'nrw', file),
    preview: (db, folder) => previewTerritoryImport(db, folder, 'nrw'),
    apply: (db, actor, folder) => applyTerritoryImport(db, actor, folder, 'nrw'),
  },
  {
    id: germanyArea,
    label: 'Gebiet übriges Deutschland',
    folder: 'gebiet-de',
    onDemand: true,
    versions: async (tx) => (await territoryFassungen(tx)).filter(({ umfang }) => umfang !== 'nrw'),
    currentFile: (tx, file) => currentTerritoryFile(tx, 'uebriges-deutschland', file),
    preview: (db, folder) => previewTerritoryImport(db, folder, 'uebriges-deutschland'),
    apply: (db, actor, folder) => applyTerritoryImport(db, actor, folder, 'uebriges-deutschland'),
  },
  {
    id: 'zustaendigkeit',
    label: 'Regeln der Zuständigkeit',
    folder: 'zustaendigkeit',
    onDemand: false,
    versions: regelwerkFassungen,
    currentFile: currentRulesFile,
    preview: previewRulesImport,
    apply: applyRulesImport,
  },
  lawArea('akteure', 'Akteure und ihre Rollen'),
  lawArea('ozg2', 'Register und Fristen des OZG 2.0'),
  lawArea('recht', 'Wortlaut von Normen'),
  {
    id: 'loesungen',
    label: 'Register der Lösungen',
    folder: 'loesungen',
    onDemand: false,
    versions: solutionsFassungen,
    currentFile: currentSolutionsFile,
    preview: previewSolutionsImport,
    apply: applySolutionsImport,
  },
  finderArea('thesaurus', 'Thesaurus der Alltagswörter'),
  finderArea('lebenslagen', 'Lebenslagen'),
];

function finderArea(umfang: 'thesaurus' | 'lebenslagen', label: string): ReferenceArea {
  return {
    id: umfang,
    label,
    folder: umfang,
    onDemand: false,
    versions: (tx) => finderFassungen(tx, umfang),
    currentFile: (tx, file) => currentFinderFile(tx, umfang, file),
    preview: (db, folder) => previewFinderImport(db, folder, umfang),
    apply: (db, actor, folder) => applyFinderImport(db, actor, folder, umfang),
  };
}

function lawArea(umfang: 'akteure' | 'ozg2' | 'recht', label: string): ReferenceArea {
  return {
    id: umfang,
    label,
    folder: umfang,
    onDemand: false,
    versions: (tx) => lawFassungen(tx, umfang),
    currentFile: (tx, file) => currentLawFile(tx, umfang, file),
    preview: (db, folder) => previewLawImport(db, folder, umfang),
    apply: (db, actor, folder) => applyLawImport(db, actor, folder, umfang),
  };
}

/** The area of an id, or of the folder in which its files stand. */
export function areaOf(id: string): ReferenceArea | undefined {
  return referenceAreas.find((area) => area.id === id);
}

/** The files of an area, as the product ships them. */
export function filesOf(area: ReferenceArea, dataFolder: string): readonly string[] {
  return readdirSync(join(dataFolder, area.folder)).filter((name) => name.endsWith('.jsonl'));
}
