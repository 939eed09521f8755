// The door for whoever shows a form: pages, and the script that improves them.

export { liveScript } from './browser/live-script.ts';
export { focusAddress } from './web/focus-address.ts';
export { formPreview } from './web/form-preview.ts';
export { hasErrors, renderPage } from './web/render-page.ts';
export { renderFee, renderSummary } from './web/render-summary.ts';
