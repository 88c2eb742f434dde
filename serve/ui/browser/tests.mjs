// What somebody who uses the pages would notice if it broke.
import assert from "node:assert/strict";
import { axeFindings, open, settled } from "./harness.mjs";

/** Name and body of every test. */
export function tests(pages) {
  return [
    ...pages.map((p) => [`${p.name} loads without errors or outside requests`, (t) => loads(t, p)]),
    ...pages.flatMap((p) => ["light", "dark"].map((scheme) => [`${p.name} is accessible in ${scheme} (axe)`, (t) => accessible(t, p, scheme)])),
    ...pages.map((p) => [`${p.name} fits 360 pixels and a wall screen`, (t) => fits(t, p)]),
    ...pages.map((p) => [`${p.name} can be reached by keyboard alone`, (t) => reachable(t, p)]),
    ["the first page is small and soon usable", firstPage],
    ["the reader marks the right words", readerMarks],
    ["the reader tells of a mark on hover and by arrow keys", readerCards],
    ["files are coded as they are dropped", readerFiles],
    ["a hostile article is inert", hostile],
    ["filters change what is found, and the address", filters],
    ["the query's help fills it in", help],
    ["a mistyped query is explained", mistyped],
    ["what is shown can be saved", saved],
    ["the table of events follows the keyboard", tableKeys],
    ["the map draws, zooms and lists", map],
    ["the network draws, filters and lets itself be dragged", network],
    ["the pair's lane holds every event", dyad],
    ["an event tells its figures and statements", event],
    ["an actor is found by typing", completion],
    ["light and dark can be chosen and stay", theme],
    ["what fails says what to do", failures],
  ];
}

async function loads({ browser, base }, { path, shows }) {
  const { page, wrong, close } = await open(browser, base, path);
  await page.waitForSelector(shows);
  assert.equal(await page.locator("h1").count() > 0, true, "no h1");
  assert.match(await page.title(), /demarche/);
  assert.deepEqual(wrong, []);
  await close();
}

async function accessible({ browser, base }, { path }, scheme) {
  const { page, close } = await open(browser, base, path, { scheme });
  assert.deepEqual(await axeFindings(page), []);
  await close();
}

async function fits({ browser, base }, { path }) {
  for (const width of [360, 768, 1280, 2560]) {
    const { page, close } = await open(browser, base, path, { width, height: 800 });
    const over = await page.evaluate(() => {
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      if (wide <= 0) return "";
      const guilty = [...document.querySelectorAll("main *, header *")].filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest(".top nav, .hidden"));
      return `${wide} px too wide: ${guilty.slice(0, 4).map((e) => `${e.tagName}.${e.getAttribute("class") ?? ""}`).join(", ")}`;
    });
    assert.equal(over, "", `at ${width} px`);
    await close();
  }
}

/** Tab goes to everything that can be used, in the order of the page, and is never caught. */
async function reachable({ browser, base }, { path }) {
  const { page, close } = await open(browser, base, path);
  const wanted = await page.evaluate(() => {
    const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
      (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility() && !e.closest("[hidden]"),
    );
    usable.forEach((e, i) => (e.dataset.usable = String(i)));
    return usable.length;
  });
  const seen = new Set();
  for (let i = 0; i < wanted + 5; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const outline = getComputedStyle(e).outlineStyle !== "none" || e.matches("input[type=file]");
      return { id: e.dataset.usable, what: e.outerHTML.slice(0, 80), outline };
    });
    if (at.id === undefined) break;
    assert.ok(at.outline, `no sign of focus on ${at.what}`);
    seen.add(at.id);
  }
  const missed = await page.evaluate((ids) => [...document.querySelectorAll("[data-usable]")].filter((e) => !ids.includes(e.dataset.usable)).map((e) => e.outerHTML.slice(0, 90)), [...seen]);
  // A row of the table at hand lends its stop to its links, so rows are not missed here.
  assert.deepEqual(missed, []);
  await page.goto(base + path);
  await settled(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main", "the skip link does not lead to the content");
  await close();
}

async function firstPage({ browser, base }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Performance.enable", { timeDomain: "threadTicks" }); // work, however busy the machine is
  let bytes = 0;
  session.on("Network.loadingFinished", (e) => (bytes += e.encodedDataLength));
  await page.goto(`${base}/`);
  await page.waitForSelector(".event-list li");
  const ms = await page.evaluate(() => performance.now());
  const { metrics } = await session.send("Performance.getMetrics");
  const work = 1000 * metrics.find((m) => m.name === "TaskDuration").value;
  await settled(page);
  await page.waitForTimeout(200);
  console.log(`     first page: ${Math.round(bytes / 1000)} kB over the wire, events shown after ${Math.round(ms)} ms, ${Math.round(work)} ms of them work`);
  assert.ok(bytes < 300_000, `${bytes} bytes`);
  assert.ok(work < 1000, `${work} ms of work until events are shown`);
  await context.close();
}

const article = `Kenya meets Uganda 🌍

NAIROBI, May 15 — Kenyan Foreign Minister Grace Wanjala 🤝 met Ugandan Foreign Minister Ruth Nakato in Kampala on Tuesday. “We will work together,” Wanjala told reporters.

Ethiopia expelled three Eritrean diplomats on Monday.`;

async function paste(t, text, date = "2024-05-15") {
  const opened = await open(t.browser, t.base, "/read");
  await opened.page.fill(".desk textarea", text);
  await opened.page.fill(".desk input.date", date);
  await opened.page.click(".desk button[type=submit]");
  await opened.page.waitForSelector(".article");
  return opened;
}

async function readerMarks(t) {
  const { page, wrong, close } = await paste(t, article);
  const marked = (kind) => page.locator(`.article .m-${kind}`).allTextContents();
  const shown = `${await page.locator(".reader h1").innerText()} ${await page.locator(".article").innerText()}`;
  assert.equal(shown.replace(/\s+/g, " ").trim(), article.replace(/\s+/g, " ").trim(), "the text was altered");
  const events = await marked("event");
  assert.ok(events.includes("met") && events.includes("expelled"), `events: ${events}`);
  assert.ok((await marked("actor")).some((x) => x.includes("Grace Wanjala")), "no actor");
  assert.ok((await marked("date")).includes("Tuesday"), "no date");
  assert.ok((await marked("place")).some((x) => x.includes("Kampala")), "no place");
  assert.ok((await marked("quote")).join("").includes("We will work together"), "no quote");
  await page.getByRole("button", { name: "dates" }).click();
  assert.deepEqual(await marked("date"), [], "a layer that is switched off is still marked");
  assert.deepEqual(wrong, []);
  await close();
}

async function readerCards(t) {
  const { page, close } = await paste(t, article);
  await page.locator(".article .m-event", { hasText: "expelled" }).hover();
  const card = await page.locator(".card").innerText();
  assert.match(card, /SANCTION expel/);
  assert.match(card, /sanction\.rules:\d+/);
  assert.match(card, /0\.\d\d/);
  await page.locator(".article .m-event", { hasText: "expelled" }).click();
  const why = await page.locator(".found .why").innerText();
  assert.match(why, /expel/);
  assert.match(why, /agent/, "no tree of the frame");
  await page.locator('.article [tabindex="0"]').focus();
  const first = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await page.evaluate(() => document.activeElement.textContent), first);
  assert.equal(await page.locator(".card").count(), 1, "no card on focus");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".card").count(), 0, "Escape does not close the card");
  await close();
}

async function readerFiles(t) {
  const { page, close } = await open(t.browser, t.base, "/read");
  await page.setInputFiles(".file input", [
    { name: "one.txt", mimeType: "text/plain", buffer: Buffer.from("Kenya expelled two Ethiopian diplomats on Monday.") },
    { name: "page.html", mimeType: "text/html", buffer: Buffer.from(`<html><head><title>Talks</title></head><body><article><h1>Talks in Nairobi</h1>${"<p>Kenya condemned Ethiopia on Monday. It expelled two Ethiopian diplomats and closed its border, officials in Nairobi said after a long meeting.</p>".repeat(4)}</article></body></html>`) },
    { name: "more.jsonl", mimeType: "application/jsonl", buffer: Buffer.from('{"title":"Aid","text":"France condemned Djibouti on Monday. Kenya sent troops to Somalia."}\n{"no":"text"}\n') },
  ]);
  await page.getByText("4 of 4 articles read").waitFor();
  const jobs = await page.locator(".jobs li").allInnerTexts();
  assert.match(jobs[0], /one\.txt\s+1 event/);
  assert.match(jobs[1], /page\.html\s+[1-9]\d* events?/);
  assert.match(jobs[2], /Aid\s+\d events?/);
  assert.match(jobs[3], /line 2 has no "text"/);
  await page.getByRole("button", { name: "Aid" }).click();
  assert.match(await page.locator(".article").innerText(), /condemned/);
  await close();
}

async function hostile(t) {
  const { documents } = await t.server.get("/api/v1/documents?since=2024-02-10&until=2024-02-10&limit=50");
  const doc = documents.find((d) => d.title?.includes("<script>")) ?? { id: "none" };
  const addresses = [`/read/${encodeURIComponent(doc.id)}`, "/read", "/events?q=since:2024-02-05%20until:2024-02-11", `/events?q=${encodeURIComponent('"><img src=x onerror=window.hacked=1>')}`, "/actors/%3Cimg%20src%3Dx%20onerror%3D%22window.hacked%3D1%22%3E"];
  for (const address of addresses) {
    const { page, close } = await open(t.browser, t.base, address);
    await page.waitForTimeout(150);
    assert.equal(await page.evaluate(() => window.hacked), undefined, `a script ran at ${address}`);
    assert.equal(await page.locator("main script, main img, main iframe, main [onload], main [onerror], a[href^='javascript']").count(), 0, `foreign markup at ${address}`);
    await close();
  }
  const { page, close } = await open(t.browser, t.base, addresses[0]);
  assert.match(await page.locator(".article").innerText(), /<img src=x onerror="window\.hacked = 1">/, "the text is not shown as it is");
  await close();
  const pasted = await paste(t, "<script>window.hacked=1</script> Kenya met <img src=x onerror=window.hacked=1> Uganda on Monday.");
  assert.equal(await pasted.page.evaluate(() => window.hacked), undefined);
  await pasted.close();
}

const total = async (page) => Number((await page.locator(".total").innerText()).replace(/\D/g, ""));

async function filters(t) {
  const { page, wrong, close } = await open(t.browser, t.base, "/events");
  const all = await total(page);
  await page.locator(".quads button", { hasText: "material conflict" }).click();
  await settled(page);
  const conflict = await total(page);
  assert.ok(conflict > 0 && conflict < all, `${all} before, ${conflict} after`);
  assert.equal(new URL(page.url()).searchParams.get("q"), "quad:4");
  assert.deepEqual([...new Set(await page.locator("table.events tbody tr").evaluateAll((rows) => rows.map((r) => r.className)))], ["q4"]);
  await page.locator(".facets button", { hasText: "Somalia" }).first().click();
  await settled(page);
  const narrow = await total(page);
  assert.ok(narrow > 0 && narrow < conflict);
  const shown = page.url();
  await page.reload();
  await settled(page);
  assert.equal(await total(page), narrow, "the address does not keep the filters");
  await page.getByRole("button", { name: "Clear all" }).click();
  await settled(page);
  assert.equal(await total(page), all);
  assert.notEqual(page.url(), shown);
  await page.getByLabel("Status", { exact: true }).selectOption("future");
  await settled(page);
  assert.ok((await page.locator("table.events tbody .status").allInnerTexts()).every((x) => x === "planned"));
  await page.getByLabel("Query").fill("actor:KEN recipient:SOM");
  await page.getByLabel("Query").press("Enter");
  await settled(page);
  assert.ok((await page.locator("table.events tbody tr").count()) > 0);
  assert.deepEqual(wrong, []);
  await close();
}

async function help(t) {
  const { page, close } = await open(t.browser, t.base, "/events");
  await page.getByLabel("How to search").click();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".help[open]").count(), 0, "Escape does not close the help");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "type:CONSULT mode:visit" }).click();
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get("q"), "type:CONSULT mode:visit");
  assert.ok((await page.locator("table.events tbody .mode").allInnerTexts()).every((x) => x.trim() === "visit"));
  await close();
}

async function mistyped(t) {
  const { page, close } = await open(t.browser, t.base, "/events?q=actr:KEN");
  const text = await page.locator(".problem").innerText();
  assert.match(text, /^column 1: .*actor/, text);
  await close();
}

async function saved(t) {
  const { page, close } = await open(t.browser, t.base, "/events?q=type:SANCTION");
  const n = await total(page);
  const fetched = async (name) => {
    const href = await page.locator(".export a", { hasText: new RegExp(`^${name}$`) }).getAttribute("href");
    return (await fetch(t.base + href)).text();
  };
  assert.equal(JSON.parse(await fetched("JSON")).events.length, n);
  assert.equal(JSON.parse(await fetched("GeoJSON")).type, "FeatureCollection");
  assert.ok((await fetched("CSV")).trim().split("\n").length >= n + 1);
  await close();
}

async function tableKeys(t) {
  const { page, close } = await open(t.browser, t.base, "/events");
  await page.locator("table.events tbody tr").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  const at = () => page.evaluate(() => [...document.querySelectorAll("table.events tbody tr")].indexOf(document.activeElement));
  assert.equal(await at(), 2);
  await page.keyboard.press("k");
  assert.equal(await at(), 1);
  const words = await page.evaluate(() => document.activeElement.querySelector(".type").textContent);
  assert.ok((await page.locator(".preview").innerText()).includes(words));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/events\/[0-9a-f]+/);
  await settled(page);
  assert.ok((await page.locator("h1").innerText()).includes(words));
  await page.goBack();
  await page.waitForURL(/\/events(\?|$)/);
  await close();
}

const pixels = (page, selector) => page.locator(selector).evaluate((c) => {
  const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
  let sum = 0;
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) {
    sum = (sum * 31 + data[i] + data[i + 1] * 3 + data[i + 2] * 7) % 1_000_000_007;
    if (i % 64 === 0) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  }
  return { sum, colours: colours.size };
});

async function map(t) {
  const { page, wrong, close } = await open(t.browser, t.base, "/map");
  const canvas = ".map canvas";
  const before = await pixels(page, canvas);
  assert.ok(before.colours > 20, "the map is blank");
  await page.getByRole("button", { name: "Nearer" }).click();
  await page.waitForTimeout(100);
  const near = await pixels(page, canvas);
  assert.notEqual(near.sum, before.sum, "zooming changes nothing");
  await page.locator(canvas).focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(100);
  const panned = await pixels(page, canvas);
  assert.notEqual(panned.sum, near.sum, "the arrow keys do not pan");
  const box = await page.locator(canvas).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 80, box.y + box.height / 2 + 30, { steps: 4 });
  await page.mouse.up();
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(400);
  assert.notEqual((await pixels(page, canvas)).sum, panned.sum, "dragging changes nothing");
  assert.match(page.url(), /at=/, "the address does not keep where the map looks");
  await page.locator(".places button").first().click();
  await page.waitForSelector(".side .event-list li");
  await page.getByRole("combobox", { name: "Show the travels of" }).fill("Grace Wanjala");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".itinerary li");
  assert.ok((await page.locator(".itinerary li").count()) >= 3);
  assert.ok((await page.locator(".itinerary li.planned").count()) >= 1, "no planned leg");
  assert.deepEqual(wrong, []);
  await close();
}

async function network(t) {
  const { page, wrong, close } = await open(t.browser, t.base, "/network");
  const canvas = ".graph canvas";
  const nodes = async () => Number(await page.locator(canvas).getAttribute("data-drawn"));
  const all = await nodes();
  assert.ok(all > 3);
  assert.ok((await pixels(page, canvas)).colours > 20, "the network is blank");
  const rows = await page.locator("table.relations tbody tr").count();
  assert.ok(rows > 5);
  await page.getByRole("button", { name: "sanctions" }).click();
  await settled(page);
  assert.ok((await page.locator("table.relations tbody tr").count()) < rows, "the relation does not filter");
  await page.getByRole("button", { name: "all relations" }).click();
  await settled(page);
  await page.locator("table.relations tbody button").first().click();
  await settled(page);
  assert.match(page.url(), /actor=/);
  assert.ok((await page.locator("table.relations tbody tr").count()) < rows);
  await page.getByRole("button", { name: "Show all" }).click();
  await settled(page);
  const before = await pixels(page, canvas);
  // Wherever a disc lies, the pointer turns into a hand above it.
  const box = await page.locator(canvas).boundingBox();
  const disc = await (async () => {
    for (let y = 20; y < box.height; y += 12) {
      for (let x = 20; x < box.width; x += 12) {
        await page.mouse.move(box.x + x, box.y + y);
        if ((await page.locator(canvas).evaluate((c) => c.style.cursor)) === "grab") return [box.x + x, box.y + y];
      }
    }
  })();
  assert.ok(disc, "no disc under the pointer");
  await page.mouse.down();
  await page.mouse.move(disc[0] + 60, disc[1] + 40, { steps: 5 });
  await page.mouse.up();
  await page.waitForTimeout(300);
  assert.notEqual((await pixels(page, canvas)).sum, before.sum, "dragging changes nothing");
  assert.deepEqual(wrong, []);
  await close();
}

async function dyad(t) {
  const { page, close } = await open(t.browser, t.base, "/dyad?a=ETH&b=SOM");
  const answer = await t.server.get("/api/v1/dyad?a=ETH&b=SOM&by=month&limit=500");
  const dated = answer.events.filter((e) => e.date).length;
  assert.ok(dated > 5);
  assert.equal(await page.locator(".lane a").count(), dated);
  assert.equal(await page.locator(".curve canvas").count(), 1, "no curve");
  await page.getByText("The same as a table").click();
  assert.equal(await page.locator(".as-table tbody tr").count(), answer.periods.filter((p) => p.n > 0).length);
  await page.getByRole("button", { name: "Swap the two" }).click();
  await settled(page);
  assert.match(page.url(), /a=SOM&b=ETH/);
  await close();
}

async function event(t) {
  const { page, close } = await open(t.browser, t.base, t.pages.find((p) => p.name === "event").path);
  assert.ok((await page.locator(".mentions li").count()) > 1, "one statement only");
  assert.match(await page.locator(".sizes").innerText(), /\d+–\d+/, "no range");
  assert.equal(await page.locator(".toll svg").count() > 0, true, "no figure over time");
  await page.waitForSelector(".why .tree");
  await page.getByRole("link", { name: "Read the article" }).click();
  await settled(page);
  assert.ok((await page.locator(".article .is-words").count()) > 0, "the event is not chosen in its article");
  await close();
}

async function completion(t) {
  const { page, close } = await open(t.browser, t.base, "/");
  await page.getByRole("combobox", { name: "Go to an actor" }).fill("Wanj");
  await page.waitForSelector("[role=option]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/actors\//);
  await settled(page);
  assert.match(await page.locator("h1").innerText(), /Wanjala/);
  await close();
}

async function theme(t) {
  const { page, close } = await open(t.browser, t.base, "/");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: /^Colours/ }).click(); // light
  await page.getByRole("button", { name: /^Colours/ }).click(); // dark
  const dark = await paper();
  assert.notEqual(dark, light);
  await page.reload();
  await settled(page);
  assert.equal(await paper(), dark);
  await close();
}

async function failures(t) {
  for (const [address, says] of [["/events/0000000000000000", /./], ["/actors/Nobody%20At%20All", /./], ["/nowhere", /no such page/], ["/events?q=actor:ZZZ", /No event matches/]]) {
    const { page, close } = await open(t.browser, t.base, address);
    const state = await page.locator(".state").first().innerText();
    assert.match(state, says);
    assert.ok(state.length > 25, `${address} says only: ${state}`);
    await close();
  }
}
