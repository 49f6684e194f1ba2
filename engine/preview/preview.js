/* Runs in the preview only: tells the server which build the page is of, and shows the faults. */
(function () {
  "use strict";
  var build = document.currentScript.dataset.build;

  // LiveReload hands over what its plugins say when it connects: a page that was already out of
  // date by then is reloaded at once.
  function Build() {}
  Build.identifier = "explainer";
  Build.version = "1.0";
  Build.prototype.analyze = function () { return { build: build }; };
  window.LiveReloadPluginExplainer = Build;

  var key = "explainer-closed";
  document.addEventListener("DOMContentLoaded", function () {
    var dialog = document.getElementById("explainer-faults");
    if (!dialog) { return; }
    dialog.close();
    if (sessionStorage.getItem(key) === build) { return; }  // closed on another page already
    dialog.showModal();
    dialog.querySelector("button").addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () { sessionStorage.setItem(key, build); });
  });
})();
