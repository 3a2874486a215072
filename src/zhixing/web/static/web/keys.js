// Keyboard: "/" search, Ctrl-K palette, "g d" desk, "g c" cases, "j" "k" rows, "x" ticks, Enter opens, "a" first act that may be done, "?" help.
(() => {
  let waiting = "";
  const rows = () => [...document.querySelectorAll("tr[data-href], tr[id^='line-']")];
  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((row) => row.classList.contains("at"));
    const next = Math.max(0, Math.min(all.length - 1, now + step));
    all.forEach((row) => row.classList.remove("at"));
    all[next].classList.add("at");
    all[next].scrollIntoView({ block: "nearest" });
    const link = all[next].querySelector("a");
    if (link && all[next].matches("[data-href]")) link.focus({ preventScroll: true });
  };
  // Lines to confirm: the first that has a proposal stands ready.
  const ready = document.querySelector("tr [data-confirm]")?.closest("tr");
  if (ready && document.querySelector("tr.at")) {
    document.querySelectorAll("tr.at").forEach((row) => row.classList.remove("at"));
    ready.classList.add("at");
  }
  const go = (name) => {
    const link = document.querySelector(`[data-key="${name}"]`);
    if (link) location.assign(link.getAttribute("href"));
  };
  // In the palette the arrows walk the list while the cursor stays in the input; Enter opens what is marked, else the first.
  const inPalette = (event) => {
    const found = [...document.querySelectorAll("#palette-found a")];
    const now = found.findIndex((link) => link.classList.contains("at"));
    if (event.key === "Enter") {
      event.preventDefault();
      (found[now] ?? found[0])?.click();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = Math.max(0, Math.min(found.length - 1, now + (event.key === "ArrowDown" ? 1 : -1)));
      found.forEach((link, place) => link.classList.toggle("at", place === next));
      found[next]?.scrollIntoView({ block: "nearest" });
    } else return event.key !== "Escape";
    return true;
  };
  document.addEventListener("keydown", (event) => {
    const palette = document.getElementById("palette");
    if (palette && (event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      palette.open ? palette.close() : palette.showModal();
      return;
    }
    if (palette?.open && inPalette(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "Escape" && typing) event.target.blur();
    if (typing) return;
    if (waiting === "g") {
      waiting = "";
      go(`g${event.key}`);
      return;
    }
    const help = document.getElementById("keys");
    if (event.key === "/") { event.preventDefault(); document.getElementById("search")?.focus(); }
    else if (event.key === "g") waiting = "g";
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "x") document.querySelector("tr.at input[type=checkbox]")?.click();
    else if (event.key === "a") go("a");
    else if (event.key === "y") document.querySelector("tr.at [data-confirm]")?.click();
    else if (/^[1-9]$/.test(event.key)) document.querySelectorAll("tr.at [data-choose]")[event.key - 1]?.click();
    else if (event.key === "[" || event.key === "]") go(event.key);
    else if (event.key === "?" && help) help.open ? help.close() : help.showModal();
  });
  // A dry run after every change tells the names of chosen files; the files themselves go along when the act is entered.
  // It goes where the form says, also when a button with an address of its own was clicked at once: else that would enter the act.
  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.path = event.detail.elt.getAttribute("hx-post") ?? event.detail.path;
    const told = event.detail.formData;
    [...told.entries()].forEach(([name, value]) => { if (value instanceof File) told.set(name, value.name); });
  });
  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-check-all]");
    if (!all) return;
    document.querySelectorAll(`input[name="${all.dataset.checkAll}"]`).forEach((box) => { box.checked = all.checked; });
  });
  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) close.closest("dialog").close();
    const add = event.target.closest("[data-add-row]");
    if (add) {
      const box = document.getElementById(add.dataset.addRow);
      const template = document.getElementById(`${add.dataset.addRow}-template`);
      box.insertAdjacentHTML("beforeend", template.innerHTML.replaceAll("__row__", Date.now() % 1000000));
    }
    if (event.target.closest("[data-print]")) window.print();
  });
})();
