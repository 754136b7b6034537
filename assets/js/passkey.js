// Passkeys: the form stands in the page, hidden; where the browser has passkeys it is shown, and
// pressing it asks the device. What the device answers goes into the form, and the form is sent.
(() => {
  "use strict";
  const forms = document.querySelectorAll("form[data-passkey]");
  if (!forms.length || !window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  // What is signed is the challenge as it stands in the page: base64url, read as bytes.
  const listed = (form) => form.dataset.credentials.split(" ").filter(Boolean)
    .map((id) => ({ type: "public-key", id: bytes(id) }));

  const created = async (form) => {
    const { challenge, party, community, user, name } = form.dataset;
    const made = await navigator.credentials.create({ publicKey: {
      challenge: bytes(challenge),
      rp: { id: party, name: community },
      user: { id: bytes(user), name, displayName: name },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: listed(form),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      attestation: "none",
    } });
    return { made, algorithm: made.response.getPublicKeyAlgorithm(),
      authenticator_data: text(made.response.getAuthenticatorData()) };
  };
  const got = async (form) => {
    const made = await navigator.credentials.get({ publicKey: {
      challenge: bytes(form.dataset.challenge),
      rpId: form.dataset.party,
      allowCredentials: listed(form),
      userVerification: "required",
    } });
    return { made, signature: text(made.response.signature),
      authenticator_data: text(made.response.authenticatorData) };
  };

  const why = (trouble) => trouble.name === "InvalidStateError"
    ? "This device has a passkey for your account already."
    : "No passkey was used. Try again, or choose another way.";

  const answer = async (form) => {
    const said = form.querySelector("[data-said]");
    const button = form.querySelector("button");
    said.textContent = "Follow what your device asks.";
    button.disabled = true;
    try {
      const { made, ...values } = await (form.dataset.passkey === "create" ? created : got)(form);
      values.credential = text(made.rawId);
      values.client_data = text(made.response.clientDataJSON);
      for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
      form.submit();
    } catch (trouble) {
      said.textContent = why(trouble);
      button.disabled = false;
    }
  };

  for (const shown of document.querySelectorAll("[data-with-passkeys]")) shown.hidden = false;
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer(form);
    });
  }
})();

// A page whose one button the script presses: back from an identity provider.
document.querySelector("form[data-press]")?.requestSubmit();
