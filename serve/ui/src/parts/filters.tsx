// The filters of a view: the query as text, and the commonest of its fields as controls.
// All of it is one query, kept in the address.
import { useEffect, useId, useState } from "preact/hooks";
import { quadNames } from "../lib/format";
import { has, parse, put, toggle, valuesOf, without, type Term } from "../lib/query";
import { change } from "../lib/router";
import type { Quad } from "../lib/types";
import { Glyph } from "./glyph";

const example = "actor:KEN type:CONSULT since:2024-01 text:\"border talks\"";

export function Filters({ query, problem }: { query: string; problem?: string }) {
  const set = (q: string) => change({ q, after: undefined, at: undefined });
  return (
    <search class="filters">
      <QueryField query={query} set={set} problem={problem} />
      <div class="controls">
        <div class="quads" role="group" aria-label="Classes of events">
          {([1, 2, 3, 4] as Quad[]).map((quad) => (
            <button
              key={quad}
              type="button"
              aria-pressed={has(query, "quad", String(quad))}
              title={`Only ${quadNames[quad]}`}
              onClick={() => set(toggle(query, "quad", String(quad)))}
            >
              <Glyph quad={quad} label={false} /> <span>{quadNames[quad]}</span>
            </button>
          ))}
        </div>
        <StatusField query={query} set={set} />
        <DateField label="From" field="since" query={query} set={set} />
        <DateField label="To" field="until" query={query} set={set} />
      </div>
      <Chips query={query} set={set} />
    </search>
  );
}

interface Field {
  query: string;
  set: (query: string) => void;
}

function QueryField({ query, set, problem }: Field & { problem?: string }) {
  const id = useId();
  const [text, setText] = useState(query);
  useEffect(() => setText(query), [query]);
  return (
    <form
      class="query"
      onSubmit={(e) => {
        e.preventDefault();
        set(text.trim());
      }}
    >
      <label for={id}>Query</label>
      <input
        id={id}
        type="search"
        value={text}
        placeholder={example}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={Boolean(problem)}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onInput={(e) => setText(e.currentTarget.value)}
      />
      <button type="submit">Search</button>
      <Help set={set} />
      {problem && <p class="problem" id={`${id}-problem`} role="alert">{problem}</p>}
    </form>
  );
}

const examples: [query: string, meaning: string][] = [
  ["actor:KEN", "what Kenya does"],
  ["actor:KEN.GOV recipient:SOM,ETH", "the Kenyan government, to Somalia or Ethiopia"],
  ['either:"Antonio Guterres"', "somebody by name, on either side"],
  ["type:CONSULT mode:visit", "visits"],
  ["since:2024-01 until:2024-03", "from January to March 2024"],
  ["status:future", "what is planned"],
  ["said_by:SOM", "on the word of Somalia"],
  ["place:Nairobi", "in Nairobi"],
  ['text:"border talks"', "words of the sentence"],
  ["-type:ACCUSE", "no accusations"],
];

function Help({ set }: Pick<Field, "set">) {
  return (
    <details
      class="help"
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        e.currentTarget.removeAttribute("open");
        e.currentTarget.querySelector("summary")?.focus();
      }}
      onFocusOut={(e) => {
        // Whoever goes on is done with it.
        if (e.relatedTarget instanceof Node && !e.currentTarget.contains(e.relatedTarget)) e.currentTarget.removeAttribute("open");
      }}
    >
      <summary aria-label="How to search">?</summary>
      <ul>
        {examples.map(([query, meaning]) => (
          <li key={query}>
            <button
              type="button"
              class="quiet"
              onClick={(e) => {
                e.currentTarget.closest("details")?.removeAttribute("open");
                set(query);
              }}
            >
              <code>{query}</code>
            </button>
            <span class="faint">{meaning}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const statuses = [
  ["", "any status"],
  ["done", "done"],
  ["future", "planned"],
  ["hypothetical", "hypothetical"],
  ["negated", "denied"],
  ["historical", "historical"],
] as const;

function StatusField({ query, set }: Field) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>Status</label>
      <select id={id} value={valuesOf(query, "status")[0] ?? ""} onChange={(e) => set(put(query, "status", e.currentTarget.value))}>
        {statuses.map(([value, name]) => (
          <option key={value} value={value}>{name}</option>
        ))}
      </select>
    </div>
  );
}

function DateField({ label, field, query, set }: Field & { label: string; field: string }) {
  const id = useId();
  const value = valuesOf(query, field)[0] ?? "";
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="date num"
        type="text"
        inputMode="numeric"
        placeholder="YYYY-MM-DD"
        pattern="\d{4}(-\d\d(-\d\d)?)?"
        title="A year, month or day: 2024, 2024-05, 2024-05-15"
        value={value}
        onChange={(e) => {
          if (e.currentTarget.reportValidity()) set(put(query, field, e.currentTarget.value.trim()));
        }}
      />
    </div>
  );
}

function Chips({ query, set }: Field) {
  const terms = parse(query);
  if (terms.length === 0) return null;
  return (
    <ul class="chips" aria-label="What is filtered">
      {terms.map((term, i) => (
        <li key={i}>
          <button type="button" onClick={() => set(without(query, i))} aria-label={`Take away ${spoken(term)}`}>
            <span>{spoken(term)}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="quiet" onClick={() => set("")}>Clear all</button>
      </li>
    </ul>
  );
}

function spoken(term: Term): string {
  const values = term.field === "quad" ? term.values.map((v) => quadNames[Number(v) as Quad] ?? v) : term.values;
  return `${term.not ? "not " : ""}${term.field ? `${term.field.replace("_", " ")}: ` : ""}${values.join(" or ")}`;
}
