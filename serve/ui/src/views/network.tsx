// The network: who meets, backs, accuses, threatens, sanctions or fights whom.
import { useMemo } from "preact/hooks";
import { address, ApiError } from "../lib/api";
import { countryName, number, quadNames } from "../lib/format";
import { useFetch, useTitle, useWorld } from "../lib/hooks";
import { actorHref, change, href, type Place } from "../lib/router";
import type { Edge, Network, Quad } from "../lib/types";
import { Filters } from "../parts/filters";
import { Glyph } from "../parts/glyph";
import { GraphCanvas } from "../parts/graph";
import { Empty, Shown } from "../parts/states";
import { QuadBar } from "../parts/words";

/** Relations by what people ask for, as categories. */
const relations: [key: string, name: string, types: string][] = [
  ["", "all relations", ""],
  ["meets", "meets", "CONSULT"],
  ["backs", "backs", "SUPPORT,AID,COOPERATE,AGREE,CONCEDE,RETREAT"],
  ["accuses", "accuses or refuses", "ACCUSE,REJECT,REQUEST"],
  ["threatens", "threatens", "THREATEN,MOBILIZE"],
  ["sanctions", "sanctions", "SANCTION"],
  ["fights", "coerces or attacks", "COERCE,ASSAULT,PROTEST"],
];

export function NetworkView({ place }: { place: Place }) {
  const query = place.params.get("q") ?? "";
  const relation = relations.find(([key]) => key === (place.params.get("relation") ?? "")) ?? relations[0]!;
  const limit = place.params.get("limit") ?? "60";
  const chosen = place.params.get("actor") ?? undefined;
  const got = useFetch<Network>(address("/network", { q: query, type: relation[2], limit }));
  const { vocabulary } = useWorld();
  const labelOf = useMemo(() => (id: string, label: string) => (label && label !== id ? label : countryName(vocabulary, id)), [vocabulary]);
  useTitle("Network");
  const bad = got.error instanceof ApiError && got.error.status === 400 ? got.error.advice : undefined;
  return (
    <div class="view network-view">
      <h1 class="hidden">Network</h1>
      <Filters query={query} problem={bad} />
      <div class="bar">
        <div class="relations" role="group" aria-label="Relation">
          {relations.map(([key, name]) => (
            <button key={key} type="button" aria-pressed={key === relation[0]} onClick={() => change({ relation: key })}>{name}</button>
          ))}
        </div>
        <label>
          Strongest{" "}
          <select value={limit} onChange={(e) => change({ limit: e.currentTarget.value })}>
            {["20", "40", "60", "120", "300"].map((n) => <option key={n}>{n}</option>)}
          </select>{" "}
          relations
        </label>
      </div>
      <Shown of={got} what="relations">
        {(network) => network.edges.length === 0 ? (
          <Empty title="No relation matches">Choose another relation above, or widen the dates.</Empty>
        ) : (
          <div class="columns">
            <section class="middle" aria-label="Network">
              <GraphCanvas network={network} labelOf={labelOf} chosen={chosen} choose={(id) => change({ actor: id })} />
              <ul class="legend" aria-label="Lines">
                <li><svg class="key" viewBox="0 0 32 8" aria-hidden="true"><path class="q2 stroke" d="M0 4H30" /></svg> cooperation{directed(network) && ", an arrow from who acts to whom, none for what is done together"}</li>
                <li><svg class="key dashed" viewBox="0 0 32 8" aria-hidden="true"><path class="q4 stroke" d="M0 4H30" /></svg> conflict</li>
                <li class="faint">Pale: mostly words. Strong: mostly deeds. Drag actors; click one for its relations.</li>
              </ul>
            </section>
            <aside class="side wide" aria-label="Relations">
              <Relations network={network} chosen={chosen} labelOf={labelOf} query={query} />
            </aside>
          </div>
        )}
      </Shown>
    </div>
  );
}

const directed = (network: Network): boolean => network.edges.some((e) => e.forward);

/** Which way most of it goes, where that is known. */
function wayOf(e: Edge): string {
  if (!e.forward || !e.backward) return "and";
  const sum = (q: readonly number[]) => q.reduce((a, b) => a + b, 0);
  const [there, back] = [sum(e.forward), sum(e.backward)];
  return there > 2 * back ? "→" : back > 2 * there ? "←" : "↔";
}

interface RelationsProps {
  network: Network;
  chosen?: string;
  labelOf: (id: string, label: string) => string;
  query: string;
}

function Relations({ network, chosen, labelOf, query }: RelationsProps) {
  const names = new Map(network.nodes.map((n) => [n.id, labelOf(n.id, n.label)]));
  const edges = network.edges.filter((e) => !chosen || e.a === chosen || e.b === chosen);
  const total = edges.reduce((sum, e) => sum + e.n, 0);
  const name = (id: string) => names.get(id) ?? id;
  return (
    <>
      <h2>
        {chosen ? <a href={actorHref(chosen)}>{name(chosen)}</a> : "Strongest relations"}{" "}
        {chosen && <button type="button" class="quiet" onClick={() => change({ actor: undefined })}>Show all</button>}
      </h2>
      {chosen && <Balance edges={edges} total={total} />}
      <table class="relations">
        <thead>
          <tr><th scope="col">Who</th><th scope="col"><span class="hidden">Direction</span></th><th scope="col">with whom</th><th scope="col"><span class="hidden">Classes</span></th><th scope="col" class="num">Events</th></tr>
        </thead>
        <tbody>
          {edges.map((e) => (
            <tr key={`${e.a} ${e.b}`}>
              <td><button type="button" class="quiet" onClick={() => change({ actor: e.a })}>{name(e.a)}</button></td>
              <td class="arrow">{wayOf(e)}</td>
              <td><button type="button" class="quiet" onClick={() => change({ actor: e.b })}>{name(e.b)}</button></td>
              <td><QuadBar quad={e.quad} n={e.n} /></td>
              <td class="num"><a href={href("/dyad", { a: e.a, b: e.b, q: query })} aria-label={`${e.n} events, ${name(e.a)} and ${name(e.b)} over time`}>{number(e.n)}</a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Balance({ edges, total }: { edges: Network["edges"]; total: number }) {
  return (
    <ul class="balance">
      {([1, 2, 3, 4] as Quad[]).map((q) => {
        const n = edges.reduce((sum, e) => sum + (e.quad[q] ?? 0), 0);
        return <li key={q}><Glyph quad={q} label={false} /> {quadNames[q]} <span class="num">{number(n)}</span> <span class="faint num">{total ? Math.round((100 * n) / total) : 0}%</span></li>;
      })}
    </ul>
  );
}
