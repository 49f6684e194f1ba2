// Keeps the choice of filters in the address, and says how much is shown.
// Without it the style sheet filters all the same.
(() => {
  "use strict";
  const form = document.getElementById("Filter");
  const link = document.querySelector(".shown a");
  const output = document.querySelector(".shown output");
  const page = location.href.replace(/[?#].*/, "");

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const box of form.elements) {
      if (asked.has(box.name)) box.checked = asked.getAll(box.name).includes(box.value);
    }
  };

  const tell = () => {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) chosen.append(name, value);
    const boxes = [...form.elements].filter((box) => box.name === "status");
    if (boxes.every((box) => box.checked)) chosen.delete("status");
    else if (!chosen.has("status")) chosen.append("status", "none");
    link.href = page + (String(chosen) && "?" + chosen);
    const events = [...document.querySelectorAll(".tl .ev")];
    output.value = events.filter((event) => event.getClientRects().length).length;
    history.replaceState(null, "", link.href + location.hash);
  };

  read();
  tell();
  link.hidden = false;
  form.addEventListener("change", tell);
  form.addEventListener("reset", () => setTimeout(tell));
})();
