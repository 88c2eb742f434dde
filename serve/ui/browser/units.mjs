// Tests of what needs no browser: queries, spans, dates. node browser/units.mjs
import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const lib = path.join(path.dirname(fileURLToPath(import.meta.url)), "../src/lib");

async function load(name) {
  const { outputFiles } = await build({ entryPoints: [path.join(lib, `${name}.ts`)], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const [query, spans, format, scale] = await Promise.all(["query", "spans", "format", "scale"].map(load));

test("a query is the same after it was read and written", () => {
  for (const q of ['actor:KEN recipient:SOM,ETH', '-type:ACCUSE since:2024-01', 'either:"Antony Blinken" gas pipe*', 'text:"border talks"', 'said_by:SOM.GOV "two words"', ""]) {
    assert.equal(query.format(query.parse(q)), q);
  }
});

test("half a query is not lost while it is typed", () => {
  for (const q of ['actor:', 'text:"bor', "-", '"', "type:CONSULT,", "a:b:c"]) {
    assert.doesNotThrow(() => query.format(query.parse(q)), q);
  }
  assert.equal(query.format(query.parse('text:"bor')), "text:bor");
});

test("facets edit the query", () => {
  assert.equal(query.toggle("", "quad", "4"), "quad:4");
  assert.equal(query.toggle("quad:4", "quad", "3"), "quad:4,3");
  assert.equal(query.toggle("quad:4,3 actor:KEN", "quad", "4"), "quad:3 actor:KEN");
  assert.equal(query.toggle("quad:4", "quad", "4"), "");
  assert.equal(query.toggle("-quad:4", "quad", "4"), "-quad:4 quad:4");
  assert.equal(query.put("since:2023 type:AID", "since", "2024"), "type:AID since:2024");
  assert.equal(query.put("place:Nairobi", "place", "Addis Ababa"), 'place:"Addis Ababa"');
  assert.equal(query.put("a b", "until", ""), "a b");
});

test("a value cannot end its quotes", () => {
  assert.equal(query.put("", "place", 'x" actor:KEN "'), 'place:"x actor:KEN "');
});

const text = Array.from("The 🌍 met.\n\nShe left.");
const item = (kind, start, end) => ({ kind, index: 0, start, end });

test("segments cover the text once, in order, whatever overlaps", () => {
  for (let seed = 1; seed < 200; seed++) {
    const at = (n) => (seed * 7919 + n * 104729) % (text.length + 1);
    const items = [0, 2, 4, 6].map((n) => item("actor", Math.min(at(n), at(n + 1)), Math.max(at(n), at(n + 1)))).filter((i) => i.start < i.end);
    const parts = spans.segments(text, items, 0, text.length);
    assert.equal(parts.map((p) => p.text).join(""), text.join(""));
    for (const p of parts) assert.deepEqual(new Set(p.items), new Set(items.filter((i) => i.start < p.end && i.end > p.start)));
  }
});

test("paragraphs end at blank lines and hold their items", () => {
  const ranges = spans.paragraphs(text);
  assert.deepEqual(ranges.map(([a, b]) => text.slice(a, b).join("")), ["The 🌍 met.", "She left."]);
  const quote = item("quote", 4, 16);
  assert.deepEqual(spans.itemsOfRanges([quote, item("event", 6, 9)], ranges).map((l) => l.length), [2, 1]);
  assert.deepEqual(spans.paragraphs(Array.from("\n\n \n")), []);
});

test("words of an event are found in their sentence, by code points", () => {
  const event = { event_text: ["met", "left"], text_info: { start: 0, end: text.length, event_start: 6, event_end: 9 } };
  assert.deepEqual(spans.wordsOf(event, text), [[6, 9], [16, 20]]);
});

test("dates tell their weekday, or what they lack", () => {
  assert.equal(format.dateNote("2024-05-15"), "Wednesday");
  assert.match(format.dateNote("2024-W19"), /Week 19 of 2024/);
  assert.match(format.dateNote("2024-05"), /No day/);
  assert.match(format.dateNote(null), /no date/);
  assert.equal(new Date(format.timeOf("2024-W01")).toISOString().slice(0, 10), "2024-01-01");
  assert.equal(new Date(format.timeOf("2020-W53")).toISOString().slice(0, 10), "2020-12-28");
  assert.ok(Number.isNaN(format.timeOf("soon")));
});

test("an entity leads to its name, or to its code where it has none", () => {
  const entity = (over) => ({ code: "SOM", sector: "MIL", entity_text: "", start: 0, end: 0, ...over });
  assert.equal(format.termOf(entity({ identifier_text: "14 Somali soldiers" })), "SOM.MIL");
  assert.equal(format.termOf(entity({ identifier_text: "Somalia", identifier_id: "Q1045", sector: null })), "Somalia");
  assert.equal(format.termOf(entity({ identifier_text: "Mohammed bin Salman" })), "Mohammed bin Salman");
  assert.equal(format.termOf(entity({ identifier_text: "people", code: null })), "people");
});

test("ticks are within the time and not too many", () => {
  for (const days of [1, 5, 20, 45, 200, 800, 4000, 40000]) {
    const from = Date.UTC(2001, 4, 17);
    const ticks = scale.timeTicks(from, from + days * 864e5, 8);
    assert.ok(ticks.length >= 1 && ticks.length <= 17, `${ticks.length} ticks for ${days} days`);
    assert.ok(ticks.every((t) => t.at >= from && t.at <= from + days * 864e5));
  }
});
