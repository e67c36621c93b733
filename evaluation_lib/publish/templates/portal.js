(() => {
  "use strict";
  const form = document.querySelector(".filters");
  const tabs = document.querySelector(".tabs");
  const views = [...document.querySelectorAll(".view")];
  const reports = document.querySelector(".reports");
  const count = document.querySelector(".count");
  const pop = document.querySelector(".pop");
  const behind = new Set(document.querySelector("main").dataset.behind.split(" "));
  if (!views.length) return;
  form.hidden = tabs.hidden = false;

  const fields = () => Object.fromEntries(new FormData(form));
  const has = (element, words) => {
    const name = element.dataset.name.toLowerCase();
    return words.every((word) => name.includes(word));
  };

  function read() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const element of form.elements) {
      if (!element.name || !wanted.has(element.name)) continue;
      if (element.type === "checkbox") element.checked = wanted.get(element.name) === "on";
      else element.value = wanted.get(element.name);
    }
    if (!form.job.value) form.job.selectedIndex = 0;
    show(wanted.get("tab") || "latest");
  }

  function write(tab) {
    const chosen = new URLSearchParams();
    for (const [name, value] of Object.entries(fields())) if (value) chosen.set(name, value);
    if (tab !== "latest") chosen.set("tab", tab);
    history.replaceState(null, "", `#${chosen}`);
  }

  let tab = "latest";
  function show(name) {
    tab = name;
    for (const button of tabs.children) {
      button.setAttribute("aria-pressed", String(button.dataset.tab === name));
    }
    apply();
  }

  function matches(verdict, isChanged, chosen) {
    if (chosen.verdict && verdict !== chosen.verdict) return false;
    if (chosen.changed && !isChanged) return false;
    return !(chosen.behind && !behind.has(verdict));
  }

  // Rows of a turned matrix hold letters until they come near the window.
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) spread(entry.target);
  }, { rootMargin: "400px" });

  function spread(row) {
    near.unobserve(row);
    const packed = row.querySelector(".s");
    if (!packed) return;
    const { table, heads } = parts(row.closest(".view"));
    const link = row.querySelector("th a");
    const words = table.dataset.words.split("|"), letters = table.dataset.short.split("|");
    const verdicts = table.dataset.verdicts.split(" ");
    const cells = heads.map((head, at) => {
      const cell = document.createElement("td");
      const place = packed.dataset.k.charCodeAt(at) - 97;
      cell.hidden = head.hidden;
      if (place < 0) { cell.className = "lost"; cell.textContent = "—"; return cell; }
      cell.className = `c v-${verdicts[place]}`;
      cell.dataset.v = verdicts[place];
      if (packed.dataset.m[at] !== ".") cell.dataset.c = packed.dataset.m[at];
      const shown = document.createElement(link ? "a" : "span");
      if (link) shown.href = `${link.getAttribute("href")}#${head.dataset.anchor}`;
      shown.setAttribute("aria-label", table.dataset.label
        .replace("{place}", row.cells[0].textContent)
        .replace("{indicator}", head.dataset.name)
        .replace("{verdict}", words[place]));
      shown.textContent = letters[place];
      cell.append(shown);
      return cell;
    });
    row.packed = packed.dataset;
    packed.replaceWith(...cells);
    dim(row, fields());
  }

  function parts(view) {
    const table = view.querySelector(".matrix");
    return { table, heads: [...table.querySelectorAll("thead [data-name]")] };
  }

  function judged(row, table, heads) {
    const packed = row.packed || (row.querySelector(".s") || {}).dataset;
    if (packed) {
      const verdicts = table.dataset.verdicts.split(" ");
      return heads.flatMap((head, at) => head.hidden || packed.k[at] === "-" ? [] :
        [[verdicts[packed.k.charCodeAt(at) - 97], packed.m[at] !== "."]]);
    }
    return [...row.querySelectorAll(".c:not([hidden])")].map((one) => [one.dataset.v, Boolean(one.dataset.c)]);
  }

  function dim(row, chosen) {
    const picky = Boolean(chosen.verdict || chosen.changed || chosen.behind);
    for (const cell of row.querySelectorAll(".c")) {
      cell.classList.toggle("dim", picky && !matches(cell.dataset.v, cell.dataset.c, chosen));
    }
  }

  function hideColumns(table, heads, isHidden) {
    const rows = table.rows, first = heads.length ? heads[0].cellIndex : 0;
    heads.forEach((head, at) => {
      const hidden = isHidden(head);
      if (head.hidden === hidden) return;
      head.hidden = hidden;
      for (const row of rows) {
        if (row !== head.parentNode && row.cells.length > first + at && !row.querySelector(".s")) {
          row.cells[first + at].hidden = hidden;
        }
      }
    });
  }

  function apply() {
    const chosen = fields();
    const words = chosen.q.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const picky = Boolean(chosen.verdict || chosen.changed || chosen.behind);
    let rows = 0, cells = 0;
    for (const view of views) {
      view.hidden = tab !== "latest" || view.dataset.job !== chosen.job;
      if (view.hidden) continue;
      const { table, heads } = parts(view);
      const body = [...table.tBodies[0].rows];
      const inHeads = words.length && heads.some((head) => has(head, words));
      const inRows = words.length && body.some((row) => has(row, words));
      const differs = (one) => Boolean(chosen.nature && one.dataset.nature && one.dataset.nature !== chosen.nature);
      hideColumns(table, heads, (head) => (inHeads && !inRows && !has(head, words)) || differs(head));
      let changed = 0, late = 0;
      for (const row of body) {
        const all = judged(row, table, heads);
        changed += all.filter(([, isChanged]) => isChanged).length;
        late += all.filter(([verdict]) => behind.has(verdict)).length;
        const found = all.filter(([verdict, isChanged]) => matches(verdict, isChanged, chosen)).length;
        const hidden = (words.length > 0 && !inHeads && !has(row, words)) ||
          (inRows && !has(row, words)) || differs(row) || (picky && found === 0);
        if (row.hidden !== hidden) row.hidden = hidden;
        if (!row.querySelector(".s")) dim(row, chosen);
        if (!hidden) { rows += 1; cells += found; }
      }
      form.changed.nextElementSibling.textContent = changed;
      form.behind.nextElementSibling.textContent = late;
    }
    for (const row of reports.querySelectorAll("tbody tr")) {
      const hidden = tab !== "latest" && words.length > 0 && !has(row, words);
      if (row.hidden !== hidden) row.hidden = hidden;
      if (tab !== "latest" && !hidden) rows += 1;
    }
    count.textContent = count.dataset.text.replace("{rows}", rows).replace("{cells}", cells);
    close();
  }

  function close() { pop.hidden = true; }

  function open(link) {
    if (!link || !link.dataset.l) return close();
    pop.textContent = "";
    const name = document.createElement("b");
    name.textContent = link.getAttribute("aria-label");
    const line = document.createElement("span");
    line.textContent = [link.dataset.l, link.dataset.p].filter(Boolean).join(" · ");
    pop.append(name, line);
    pop.hidden = false;
    const box = link.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - pop.offsetWidth - 8);
    pop.style.left = `${Math.max(8, left) + scrollX}px`;
    pop.style.top = `${box.bottom + 6 + scrollY}px`;
  }

  form.addEventListener("input", () => { apply(); write(tab); });
  form.addEventListener("submit", (event) => event.preventDefault());
  tabs.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) { show(button.dataset.tab); write(tab); }
  });
  document.addEventListener("focusin", (event) => open(event.target.closest(".c a")));
  document.addEventListener("mouseover", (event) => {
    const link = event.target.closest(".c a");
    if (link) open(link);
    else if (!event.target.closest(".pop")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      form.q.focus();
    } else if (event.key === "Escape") {
      if (!pop.hidden) close();
      else if (form.q.value) { form.q.value = ""; apply(); write(tab); }
    }
  });
  addEventListener("hashchange", read);
  for (const cell of document.querySelectorAll(".turned .s")) near.observe(cell.parentNode);
  read();
})();
