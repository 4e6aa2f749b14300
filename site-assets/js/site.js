// Small comforts. Every page is complete without them.
(function () {
  "use strict";

  // On a web server a page is known by its folder; "index.html" is there for pages opened from a disk.
  if (location.protocol === "http:" || location.protocol === "https:") {
    document.querySelectorAll('a[href$="index.html"], a[href*="index.html#"]').forEach(function (link) {
      if (link.origin === location.origin) {
        var short = link.getAttribute("href").replace(/index\.html(#.*)?$/, "$1");
        link.setAttribute("href", short === "" || short.charAt(0) === "#" ? "./" + short : short);
      }
    });
  }

  // The section that is being read is marked in the list of contents.
  var entries = Array.prototype.slice.call(document.querySelectorAll(".toc-beside a"));
  var headings = entries
    .map(function (entry) {
      return document.getElementById(decodeURIComponent(entry.hash.slice(1)));
    });
  if (entries.length > 0 && "IntersectionObserver" in window) {
    var mark = function () {
      var current = -1;
      headings.forEach(function (heading, i) {
        if (heading && heading.getBoundingClientRect().top < window.innerHeight * 0.3) {
          current = i;
        }
      });
      entries.forEach(function (entry, i) {
        if (i === current) {
          entry.setAttribute("aria-current", "true");
        } else {
          entry.removeAttribute("aria-current");
        }
      });
    };
    var observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    headings.forEach(function (heading) {
      if (heading) {
        observer.observe(heading);
      }
    });
    mark();
  }

  // A button copies the citation, where the browser allows it.
  if (navigator.clipboard) {
    document.querySelectorAll("button[data-copy]").forEach(function (button) {
      var source = document.getElementById(button.dataset.copy);
      var status = button.nextElementSibling;
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(source.textContent.trim()).then(function () {
          status.textContent = button.dataset.done;
        });
      });
    });
  }
})();
