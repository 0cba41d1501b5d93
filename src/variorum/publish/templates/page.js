"use strict";
(() => {
  const form = document.getElementById("filters");
  const statements = [...document.querySelectorAll("[data-n]")];
  const findings = statements.filter((one) => one.dataset.k);

  // A link into a text lights up the whole place, also where other places cut it into parts.
  const light = () => {
    document.querySelectorAll("mark.lit").forEach((one) => one.classList.remove("lit"));
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const parts = [...document.querySelectorAll(`mark[data-in~="${CSS.escape(id)}"]`)];
    parts.forEach((one) => one.classList.add("lit"));
    (parts[0] || target).scrollIntoView({ block: parts.length ? "center" : "start" });
  };
  window.addEventListener("hashchange", light);
  light();

  // On paper nothing stands behind a fold, also where the style sheet cannot open one.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.more, details.record")].filter((fold) => !fold.open);
    opened.forEach((fold) => { fold.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((fold) => { fold.open = false; }));

  if (!form) return;
  form.hidden = false;
  const shown = document.getElementById("shown");

  const wanted = () => {
    const data = new FormData(form);
    const [record, entity] = (data.get("entity") || ":").split(":");
    return {
      kinds: new Set(data.getAll("kind")), outlet: data.get("outlet"), record, entity,
      least: Number(data.get("independent")) || 1, since: data.get("since"), until: data.get("until"),
    };
  };

  const fits = (one, want) => {
    const d = one.dataset;
    if (d.k && !want.kinds.has(d.k)) return false;
    if (want.outlet && !d.o.includes(` ${want.outlet} `)) return false;
    if (want.entity && (d.r !== want.record || !d.e.includes(` ${want.entity} `))) return false;
    if (Number(d.n) < want.least) return false;
    if (!want.since && !want.until) return true;
    const published = d.d ? d.d.split(" ").map((days) => days.split("/")) : [];
    return published.some(([first, last]) => last >= want.since && (!want.until || first <= want.until));
  };

  const sift = () => {
    const want = wanted();
    statements.forEach((one) => { one.hidden = !fits(one, want); });
    const left = statements.filter((one) => !one.hidden).length;
    const all = left === statements.length;
    document.body.classList.toggle("sifted", !all);
    document.querySelectorAll(".record > section").forEach((section) => {
      const own = [...section.querySelectorAll("[data-n]")];
      section.hidden = own.length > 0 && own.every((one) => one.hidden);
    });
    document.querySelectorAll(".voice").forEach((voice) => {
      voice.hidden = [...voice.querySelectorAll("[data-n]")].every((one) => one.hidden);
    });
    document.querySelectorAll("section > details.more").forEach((more) => {
      if (!all && more.querySelector("[data-n]:not([hidden])")) more.open = true;
    });
    const kept = findings.filter((one) => !one.hidden).length;
    shown.textContent = all ? "" : `${kept} of ${findings.length} findings, ${left} of ${statements.length} statements`;
  };
  form.addEventListener("input", sift);
  form.addEventListener("reset", () => setTimeout(sift));
  form.addEventListener("submit", (event) => event.preventDefault());
  sift();
})();
