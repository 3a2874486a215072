// Passkeys: asks the platform what to make or sign, lets the browser do it, and sends the answer with the form.
"use strict";

async function ceremony(form) {
  const asked = new FormData(form);
  asked.set("kind", form.dataset.passkey);
  const told = await fetch(form.dataset.options, { method: "POST", body: asked, headers: { Accept: "application/json" } });
  if (!told.ok) throw new Error(String(told.status));
  const { publicKey } = await told.json();
  if (form.dataset.passkey === "register") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    try {
      const made = await ceremony(form);
      form.elements.answer.value = JSON.stringify(made.toJSON());
      form.submit();
    } catch {
      form.querySelector("[role=alert]").hidden = false;
    }
  });
}
