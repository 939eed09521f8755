// The summary is focused when the page opens; a link in it also opens what hides its field.
const summary = document.getElementById('fehler');
if (summary) {
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    for (let box = field.closest('details'); box; box = box.parentElement?.closest('details'))
      box.open = true;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  });
}
