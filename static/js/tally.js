// The vote by hand: counts the votes that a reader sets and says what would have carried.
(() => {
  "use strict";
  for (const form of document.querySelectorAll(".tally")) {
    const said = form.dataset;
    const tell = () => {
      const yes = form.querySelectorAll("[value=yes]:checked").length;
      const spare = yes - said.needed;
      const sentence = spare < 0 ? said.fails : spare ? said.passes : said.just;
      form.querySelector("output").value = sentence.replace("{yes}", yes);
    };
    form.addEventListener("change", tell);
    form.addEventListener("reset", () => setTimeout(tell));
    form.hidden = false;
  }
})();
