// A list's form works by its button; with script it also sends when a filter changes, and the focus stays where it was.
const key = 'leitwerk-list-focus';
const kept = sessionStorage.getItem(key);
sessionStorage.removeItem(key);
if (kept) {
  const element = document.getElementById(kept);
  element?.closest('details')?.setAttribute('open', '');
  element?.focus({ preventScroll: true });
}
for (const form of document.querySelectorAll('form[data-list]')) {
  form.addEventListener('change', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLElement) || !field.matches('[data-sends]')) return;
    if (field.id) sessionStorage.setItem(key, field.id);
    form.requestSubmit();
  });
  form.addEventListener('submit', () => {
    // Empty fields would only make the address longer.
    for (const field of form.elements) {
      if ('value' in field && field.name && field.value === '') field.disabled = true;
    }
  });
}
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form[data-list] :disabled')) field.disabled = false;
});
