// Frame of a page, and what every part is made of

export { type AssetFile, assetFiles, assetOf } from './assets.ts';
export type { Content, Html } from './html.ts';
export type { NavigationLink, Page as PageFrame } from './layout/page.ts';
export { pageLayout } from './layout/page-layout.ts';
export { externalLink, type Link, textLink } from './link.ts';

// Forms

export { button, buttonRow, linkButton } from './forms/button.ts';
export { checkboxField } from './forms/checkbox-field.ts';
export { checkboxGroup, radioGroup } from './forms/choice-group.ts';
export { errorOf, errorSummary } from './forms/error-summary.ts';
export { fieldId } from './forms/field.ts';
export { fileField } from './forms/file-field.ts';
export { fieldset, form } from './forms/form.ts';
export { inputField } from './forms/input-field.ts';
export { positionButton } from './forms/position-button.ts';
export { problemsOf, refusalNotice } from './forms/refusal-notice.ts';
export { selectField } from './forms/select-field.ts';
export { textareaField } from './forms/textarea-field.ts';

// Content

export { accordion } from './accordion.ts';
export { alert } from './alert.ts';
export { badge } from './badge.ts';
export { card, cardGrid } from './card.ts';
export { descriptionList } from './description-list.ts';
export { emptyState } from './empty-state.ts';
export { formatInstant, formatNumber, formatShare, onDay } from './format.ts';
export { glossaryTerm } from './glossary-term.ts';
export { importPreview } from './import/import-preview.ts';
export { goodOnlyField, importReview } from './import/import-review.ts';
export {
  type ImportRow,
  importCounts,
  importRowsOf,
  type RefusedRow,
  readImportView,
  refusedColumns,
} from './import/import-row.ts';
export { goodOnlyObjection, plannedRow, tablePreview } from './import/table-preview.ts';
export { uploadForm } from './import/upload-form.ts';
export { narrowPart } from './narrow-part.ts';
export { type PagePart, pageContents } from './page-contents.ts';
export { pagination } from './pagination.ts';
export { progress } from './progress.ts';
export { type ReasonLink, reasonChain } from './reason-chain.ts';
export { section } from './section.ts';
export { statTiles } from './stat-tiles.ts';
export { table } from './table.ts';
export { tabs } from './tabs.ts';
export { tree } from './tree.ts';
export { evidenceBadge, verdictBadge } from './verdict-badge.ts';

// Charts

export { barChart } from './charts/bar-chart.ts';
export type { ChartTone } from './charts/chart.ts';
export { heatMap } from './charts/heat-map.ts';
export { histogram } from './charts/histogram.ts';
export { type ChartPoint, type ChartSeries, lineChart } from './charts/line-chart.ts';
export { smallMultiples } from './charts/small-multiples.ts';
export { stackedBar } from './charts/stacked-bar.ts';
export { stackedBars } from './charts/stacked-bars.ts';
export { type TimetableRow, timetable } from './charts/timetable.ts';

// Map

export type { MapLegend } from './map/map-legend.ts';
export { nrwMap } from './map/nrw-map.ts';
export { pointMap } from './map/point-map.ts';

// Fast entry of many values

export type {
  MatrixColumn,
  MatrixRow,
  MatrixValues,
} from './matrix/definition.ts';
export { matrix } from './matrix/matrix.ts';
export { type MatrixChange, type ReadMatrix, readMatrix } from './matrix/read-matrix.ts';

// Lists and exports

export { dateForm } from './date-form.ts';
export { exportCsv } from './export/csv.ts';
export { exportXlsx } from './export/xlsx.ts';
export { zipStream } from './export/zip-stream.ts';
export { listParametersOf } from './list/address.ts';
export {
  type AnsweredList,
  answerList,
  type ListFile,
  listEndings,
  listFormatOf,
  shownList,
} from './list/answer-list.ts';
export { askedRows, type ListValues, toListParameters } from './list/asked-rows.ts';
export type { ListColumn, ListDefinition, ListFilter, ListQuery, ListResult } from './list/definition.ts';
export { distinctOptions } from './list/distinct-options.ts';
export { foldText, searchWords } from './list/fold.ts';
export { listDownload } from './list/list-download.ts';
export { listIndex } from './list/list-index.ts';
export { fillListMark, type ListMark, readListMark } from './list/list-mark.ts';
export { listPage } from './list/list-page.ts';
export { listResult } from './list/list-result.ts';
export { parseListQuery, readListQuery } from './list/query.ts';
export { type RowSelection, type SentSelection, selectedRows, sentSelection } from './list/row-selection.ts';
