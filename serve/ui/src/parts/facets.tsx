// What the events of a query have in common, with counts; choosing a value narrows the query.
import { countryName, number, quadNames, statusNames } from "../lib/format";
import { useWorld } from "../lib/hooks";
import { has, toggle } from "../lib/query";
import { change } from "../lib/router";
import type { Count, Facets, Quad } from "../lib/types";
import { Glyph } from "./glyph";

export const facetFields = ["quad", "type", "status", "actor", "recipient", "place", "source", "year"];

const titles: Record<string, string> = {
  quad: "Class", type: "Category", status: "Status", actor: "Who", recipient: "To whom",
  place: "Where", source: "Source", year: "Year",
};

export function FacetList({ facets, query }: { facets: Facets; query: string }) {
  return (
    <div class="facets">
      {facetFields.map((field) => {
        const counts = facets.facets[field];
        return counts && counts.length > 0 && <Facet key={field} field={field} counts={counts} query={query} />;
      })}
    </div>
  );
}

function Facet({ field, counts, query }: { field: string; counts: Count[]; query: string }) {
  const most = Math.max(...counts.map((c) => c.n), 1);
  return (
    <details open>
      <summary>{titles[field]}</summary>
      <ul>
        {counts.map(({ value, n }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={chosen(query, field, value)}
              onClick={() => change({ q: choose(query, field, value), at: undefined })}
            >
              <FacetName field={field} value={value} />
              <span class="num">{number(n)}</span>
              <svg class="share" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(n / most) * 100} height="2" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function FacetName({ field, value }: { field: string; value: string }) {
  const { vocabulary } = useWorld();
  if (field === "quad") {
    const quad = Number(value) as Quad;
    return <span class="name"><Glyph quad={quad} label={false} /> {quadNames[quad]}</span>;
  }
  if (field === "type") {
    const quad = vocabulary?.types.find((t) => t.name === value)?.quad ?? 0;
    return <span class="name"><Glyph quad={quad} label={false} /> {value}</span>;
  }
  if (field === "status") return <span class="name">{statusNames[value] ?? value}</span>;
  if (field === "actor" || field === "recipient") return <span class="name">{countryName(vocabulary, value)}</span>;
  return <span class="name">{value}</span>;
}

function chosen(query: string, field: string, value: string): boolean {
  return field === "year" ? has(query, "since", value) && has(query, "until", value) : has(query, field, value);
}

function choose(query: string, field: string, value: string): string {
  return field === "year" ? toggle(toggle(query, "since", value), "until", value) : toggle(query, field, value);
}
