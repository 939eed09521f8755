// Frame

// Content
export { accordion } from './accordion.ts';
export { type AlertOptions, alert } from './alert.ts';
export { type AssetFile, assetFiles, assetUrl } from './assets.ts';
export { badge } from './badge.ts';
export { card, cardGrid } from './card.ts';
// Charts
export { barChart } from './charts/bar-chart.ts';
export { stackedBar } from './charts/stacked-bar.ts';
export { descriptionList } from './description-list.ts';
export { emptyState } from './empty-state.ts';
// Lists and exports
export { exportCsv } from './export/csv.ts';
export { exportXlsx } from './export/xlsx.ts';
export { formatInstant, formatNumber, formatShare } from './format.ts';
// Forms
export { button, buttonRow, linkButton } from './forms/button.ts';
export { checkboxField } from './forms/checkbox-field.ts';
export { checkboxGroup, radioGroup } from './forms/choice-group.ts';
export { errorOf, errorSummary } from './forms/error-summary.ts';
export { fileField } from './forms/file-field.ts';
export { csrfField, csrfFieldName, fieldset, form } from './forms/form.ts';
export { dateField, emailField, inputField, passwordField } from './forms/input-field.ts';
export { type Option, selectField } from './forms/select-field.ts';
export { textareaField } from './forms/textarea-field.ts';
export { glossaryTerm } from './glossary-term.ts';
export { attributes, type Content, type Html } from './html.ts';
export { importPreview } from './import-preview.ts';
export type { NextStep, Page as PageFrame, PageUser, SessionWarning } from './layout/page.ts';
export { pageLayout } from './layout/page-layout.ts';
export { externalLink, type Link, textLink } from './link.ts';
export { listParametersOf } from './list/address.ts';
export type { FilterOption, ListColumn, ListDefinition, ListQuery, ListResult } from './list/definition.ts';
export { distinctOptions } from './list/distinct-options.ts';
export { type ListIndex, listIndex, runList } from './list/list-index.ts';
export { listPage } from './list/list-page.ts';
export { parseListQuery, readListQuery } from './list/query.ts';
export { progress } from './progress.ts';
export { type ReasonLink, reasonChain, validityText } from './reason-chain.ts';
export { section } from './section.ts';
export { statTiles } from './stat-tiles.ts';
export { table } from './table.ts';
export { tabs } from './tabs.ts';
export { type TreeNode, tree } from './tree.ts';
export { evidenceBadge, verdictBadge } from './verdict-badge.ts';
