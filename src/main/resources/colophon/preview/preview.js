// Waits for the site to change. Nothing of this is in the published site.
//
// The site's security policy lets a page run scripts of its own origin and nothing else. So the news come as a script.
(() => {
  "use strict";

  const me = document.currentScript;
  const ours = me.src.replace(/[^/]*$/, "");
  const place = "colophon-scroll:" + location.pathname;
  let version = me.dataset.version;
  let waiting = false;

  // A page that was loaded again goes on where it was.
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept !== null) {
    const [x, y] = kept.split(",").map(Number);
    history.scrollRestoration = "manual";
    const back = () => scrollTo({ left: x, top: y, behavior: "instant" });
    back();
    addEventListener("load", back);
  }

  const withoutHash = (address) => address.replace(/\.[0-9a-f]{8}(\.[a-z0-9]+)$/, "$1");

  // A style sheet with other bytes has another name; the new one is there before the old one goes.
  const swapStyles = (styles) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const fresh = styles.map((style) => new URL(style, location.origin).href)
        .find((style) => withoutHash(style) === withoutHash(link.href) && style !== link.href);
      if (fresh) {
        const next = link.cloneNode();
        next.href = fresh;
        next.addEventListener("load", () => link.remove());
        link.after(next);
      }
    }
  };

  window.colophonNews = (news) => {
    version = String(news.version);
    if (news.styles) {
      swapStyles(news.styles);
    } else if (news.reload) {
      sessionStorage.setItem(place, scrollX + "," + scrollY);
      location.reload();
    }
  };

  const wait = () => {
    if (waiting || document.hidden) {
      return;
    }
    waiting = true;
    const script = document.createElement("script");
    const again = (pause) => () => {
      script.remove();
      waiting = false;
      setTimeout(wait, pause);
    };
    script.src = ours + "news.js?since=" + encodeURIComponent(version) + "&page=" + encodeURIComponent(location.pathname);
    script.addEventListener("load", again(0));
    script.addEventListener("error", again(1000));
    document.head.append(script);
  };

  // A page behind another tab asks when it is looked at again: browsers keep few connections open.
  document.addEventListener("visibilitychange", wait);
  if (document.readyState === "complete") {
    wait();
  } else {
    addEventListener("load", () => setTimeout(wait, 0));
  }

  const panel = document.querySelector("#colophon-problems.over");
  if (panel) {
    const button = panel.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => panel.remove());
    addEventListener("keydown", (event) => event.key === "Escape" && panel.remove());
    panel.focus({ preventScroll: true });
  }
})();
