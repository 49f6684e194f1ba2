/* Runs in the preview only: tells the server which version of the page it has, and shows the faults. */
(function () {
  "use strict";
  var version = document.currentScript.dataset.version;

  // LiveReload hands over what its plugins say when it connects: a page that was already out of
  // date by then is reloaded at once.
  function Version() {}
  Version.identifier = "explainer";
  Version.version = "1.0";
  Version.prototype.analyze = function () { return { shown: version }; };
  window.LiveReloadPluginExplainer = Version;

  var key = "explainer-closed", faults = version.split(".")[0];
  document.addEventListener("DOMContentLoaded", function () {
    var dialog = document.getElementById("explainer-faults");
    if (!dialog) { return; }
    dialog.close();
    if (sessionStorage.getItem(key) === faults) { return; }  // closed on another page already
    dialog.showModal();
    dialog.querySelector("button").addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("close", function () { sessionStorage.setItem(key, faults); });
  });
})();
