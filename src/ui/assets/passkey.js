// Passkeys improve signing in where the browser has them. Without this script password and code do the same.
const supported =
  typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

const texts = {
  waiting: 'Bitte bestätigen Sie im Fenster Ihres Geräts.',
  failed: 'Das hat nicht geklappt oder wurde abgebrochen. Sie können es noch einmal versuchen.',
};

async function credentialFor(box) {
  const options = JSON.parse(box.dataset.passkeyOptions);
  if (box.dataset.passkey === 'create') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return navigator.credentials.get({ publicKey });
}

for (const box of supported ? document.querySelectorAll('[data-passkey]') : []) {
  const form = box.querySelector('form');
  const status = box.querySelector('[data-passkey-status]');
  box.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    status.textContent = texts.waiting;
    try {
      const credential = await credentialFor(box);
      form.elements.antwort.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      status.textContent = texts.failed;
    }
  });
}
