// A browser that knows where it is can say so; the field is filled and sent, and somebody confirms what was estimated.
const texts = {
  waiting: 'Ihr Standort wird ermittelt.',
  failed: 'Der Standort ließ sich nicht ermitteln. Bitte geben Sie den Ort ein.',
};

for (const button of document.querySelectorAll('button[data-position]')) {
  const field = button.form?.elements.namedItem(button.dataset.position);
  const status = button.parentElement?.querySelector('[role="status"]');
  if (!field || !status || !navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    status.textContent = texts.waiting;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // A hundred metres are enough to find a Gemeinde; nobody needs to know the house.
        field.value = `${coords.latitude.toFixed(3)}, ${coords.longitude.toFixed(3)}`;
        button.form.requestSubmit();
      },
      () => {
        status.textContent = texts.failed;
      },
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
