// Small comforts. Every page is complete without them.
(() => {
  "use strict";

  // On a web server a page is known by its folder; "index.html" is there for pages opened from a disk.
  if (/^https?:$/.test(location.protocol)) {
    for (const link of document.querySelectorAll('a[href*="index.html"]')) {
      if (link.origin === location.origin) {
        const short = link.getAttribute("href").replace(/(^|\/)index\.html(?=$|[?#])/, "$1");
        link.setAttribute("href", /^($|[?#])/.test(short) ? "./" + short : short);
      }
    }
  }

  // The section being read is marked in the list of contents beside the text.
  const sections = [...document.querySelectorAll(".toc-beside a")]
    .map((entry) => ({ entry, heading: document.getElementById(decodeURIComponent(entry.hash.slice(1))) }))
    .filter((section) => section.heading);
  if (sections.length > 0) {
    let waiting = false;
    const mark = () => {
      waiting = false;
      const line = innerHeight * 0.3;
      const current = sections.filter((section) => section.heading.getBoundingClientRect().top < line).pop();
      for (const section of sections) {
        if (section === current) {
          section.entry.setAttribute("aria-current", "true");
        } else {
          section.entry.removeAttribute("aria-current");
        }
      }
    };
    const later = () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(mark);
      }
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later, { passive: true });
    mark();
  }

  // A button copies the citation, where the browser allows it.
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("button[data-copy]")) {
      const text = document.getElementById(button.dataset.copy).textContent.trim().replace(/\s+/g, " ");
      const status = button.nextElementSibling;
      button.hidden = false;
      button.addEventListener("click", async () => {
        status.textContent = "";
        try {
          await navigator.clipboard.writeText(text);
          status.textContent = button.dataset.done;
        } catch {
          status.textContent = button.dataset.failed;
        }
      });
    }
  }
})();
