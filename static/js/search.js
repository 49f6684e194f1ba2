// Finds as one types; loads index and ranking at first use.
(() => {
  "use strict";
  const named = (id) => document.getElementById(id);
  const input = document.forms[0].q, found = named("Found"), said = named("Said");
  let loading, rank;

  const make = (tag, given) => Object.assign(document.createElement(tag), given);
  const load = () => loading ??= Promise.all(found.dataset.load.split(" ").map((src) =>
    new Promise((onload, onerror) => document.head.append(make("script", { src, onload, onerror })))))
    .then(() => { rank = explainerRank(explainerIndex); });

  const add = (to, tag, textContent = "", lang = "") => {
    const made = make(tag, { textContent, lang });
    to.append(made, " ");
    return made;
  };

  const look = () => {
    const query = input.value.trim();
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : "?");
    for (const part of found.children) part.hidden = true;
    const all = rank(query);
    for (const { entry } of all) {
      const part = named(entry.sort), list = part.lastChild;
      if (part.hidden) list.replaceChildren();
      if (part.hidden) part.hidden = found.append(part);
      const item = add(list, "li");
      add(item, "a", ...entry.name).href = entry.url;
      if (entry.beside) add(item, "small", ...entry.beside);
      if (entry.text) add(item, "p", entry.text);
    }
    const how = ["none", "one"][all.length] || "other";
    said.value = query && said.dataset[how].replace("{n}", all.length);
  };

  const start = () => load().then(look, () => { said.value = said.dataset.failed; });

  input.value = new URLSearchParams(location.search).get("q");
  if (input.value) start();
  input.onfocus = load;
  input.oninput = start;
  input.form.onsubmit = () => !start();
  onkeydown = (event) => {
    const stops = [input, ...found.querySelectorAll("a")], at = stops.indexOf(event.target);
    const next = at >= 0 && stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (next) { next.focus(); event.preventDefault(); }
  };
})();
