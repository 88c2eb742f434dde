// The reader: an article with all that was found in it marked, and why.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { address } from "../lib/api";
import { plural } from "../lib/format";
import { useDelayed, useFetch, useTitle } from "../lib/hooks";
import { change, eventHref, readHref, type Place } from "../lib/router";
import type { Kind } from "../lib/spans";
import type { Doc, Event, Reading } from "../lib/types";
import { Article } from "../parts/article";
import { Empty, Shown } from "../parts/states";
import { Why } from "../parts/why";
import { Confidence, EventLine, Status, When } from "../parts/words";
import { Desk, useDesk } from "./desk";

export function ReaderView({ place, doc }: { place: Place; doc?: string }) {
  return doc === undefined ? <Paste /> : <Stored place={place} doc={doc} />;
}

function Stored({ place, doc }: { place: Place; doc: string }) {
  const got = useFetch<Partial<Reading> & { document: Doc }>(address(`/documents/${encodeURIComponent(doc)}`, { layers: 1 }));
  useTitle(got.data?.document.title || "Reader");
  return (
    <div class="view">
      <Shown of={got} what="the article">
        {(data) => <Marked reading={whole(data)} chosen={place.params.get("event") ?? ""} choose={(e) => change({ event: e.id })} />}
      </Shown>
    </div>
  );
}

function Paste() {
  const desk = useDesk();
  const [chosen, choose] = useState("");
  const [words, setWords] = useState("");
  const documents = useFetch<{ documents: Doc[] }>(address("/documents", { limit: 20, text: useDelayed(words.trim(), 250) }));
  useTitle("Reader");
  return (
    <div class="view">
      <Desk desk={desk} />
      {desk.shown ? (
        <Marked reading={desk.shown} chosen={chosen} choose={(e) => choose(e.id)} />
      ) : (
        <section class="stored">
          <div class="panel-head">
            <h2>Or read one from the record</h2>
            <label>Find <input type="search" value={words} placeholder="words of an event" onInput={(e) => setWords(e.currentTarget.value)} /></label>
          </div>
          <Shown of={documents} what="the articles">
            {({ documents: list }) => (list.length ? <DocumentList list={list} /> : words ? <Empty title="No article has an event with these words">Try fewer or other ones.</Empty> : <Empty title="The record holds no article yet">Paste one above, or fill it with <code>demarche ingest</code>.</Empty>)}
          </Shown>
        </section>
      )}
    </div>
  );
}

export function DocumentList({ list }: { list: Doc[] }) {
  return (
    <ul class="documents">
      {list.map((d) => (
        <li key={d.id}>
          <When date={d.date} /> <a href={readHref(d.id)}>{d.title || d.id}</a>{" "}
          <span class="faint">{[d.publication, d.events !== undefined && plural(d.events, "event")].filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}

/** A reading whose missing layers are empty. */
function whole(r: Partial<Reading> & { document: Doc }): Reading {
  return {
    document: r.document, events: r.events ?? [], sentences: r.sentences ?? [], entities: r.entities ?? [],
    quotes: r.quotes ?? [], times: r.times ?? [], places: r.places ?? [], frames: r.frames ?? [],
  };
}

const layerNames: [Kind, string][] = [["event", "events"], ["actor", "actors"], ["date", "dates"], ["place", "places"], ["quote", "quotes"]];

function Marked({ reading, chosen, choose }: { reading: Reading; chosen: string; choose: (e: Event) => void }) {
  const [layers, setLayers] = useState<ReadonlySet<Kind>>(() => new Set(layerNames.map(([kind]) => kind)));
  const event = reading.events.find((e) => chosen && (e.id === chosen || e.event_id === chosen)) ?? reading.events[0];
  const { document: doc } = reading;
  const flip = (kind: Kind) => {
    const next = new Set(layers);
    if (!next.delete(kind)) next.add(kind);
    setLayers(next);
  };
  const headed = useMemo(() => hasHeadline(doc), [doc]);
  return (
    <div class={`reader ${headed ? "headed" : ""}`}>
      <section class="page" aria-label="Article">
        <header>
          <h1 class={headed ? "hidden" : ""}>{doc.title || "Article"}</h1>
          <p class="meta">
            <When date={doc.date} /> {doc.publication && <span>{doc.publication}</span>} {doc.url && /^https?:/.test(doc.url) && <a href={doc.url} target="_blank" rel="noopener noreferrer">source</a>}{" "}
            <span>{plural(reading.events.length, "event")}</span>
          </p>
          <div class="layers" role="group" aria-label="What is marked">
            {layerNames.map(([kind, name]) => (
              <button key={kind} type="button" aria-pressed={layers.has(kind)} onClick={() => flip(kind)}>
                <span class={`layer l-${kind}`}>{name}</span>
              </button>
            ))}
          </div>
        </header>
        <Article reading={reading} layers={layers} chosen={event} choose={choose} />
        <p class="hint">Hover a mark, or go into the text with Tab and from mark to mark with the arrow keys; Enter chooses an event.</p>
      </section>
      <aside class="found" aria-label="Events of the article">
        {event ? <EventRows reading={reading} event={event} choose={choose} /> : (
          <Empty title="No event found">A sentence that only reports speech or describes something gives none.</Empty>
        )}
      </aside>
    </div>
  );
}

/** A first line with a blank line below is the headline. */
function hasHeadline({ title, text = "" }: Doc): boolean {
  const first = /^\s*(.{1,200})\n[^\S\n]*\n/.exec(text)?.[1]?.trim();
  return first !== undefined && (!title || first === title.trim());
}

function EventRows({ reading, event, choose }: { reading: Reading; event: Event; choose: (e: Event) => void }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Only the list moves, never the page: the eyes are on the article.
    const row = list.current?.querySelector<HTMLElement>("li[aria-current]");
    const box = list.current?.parentElement;
    if (row && box && box.scrollHeight > box.clientHeight) box.scrollTop = row.offsetTop - 40;
  }, [event]);
  return (
    <ol ref={list}>
      {reading.events.map((e) => (
        <li key={e.id} aria-current={e === event ? "true" : undefined} class={`q${e.quad_code}`}>
          <div class="line" onClick={() => choose(e)}><EventLine event={e} /></div>
          <p class="facts">
            <When date={e.date} end={e.enddate} /> <Status event={e} /> <Confidence value={e.confidence} />{" "}
            {e.said_by && <span class="faint">says {e.said_by.identifier_text || e.said_by.entity_text}</span>}{" "}
            {e.event_loc && <span class="faint">{e.event_loc.resolved_place || e.event_loc.extracted_place}</span>}
          </p>
          <p class="ask">
            <button type="button" class="quiet" aria-expanded={e === event} onClick={() => choose(e)}>Why</button>
            {e.event_id && <> <a href={eventHref(e.event_id)}>in the record</a></>}
          </p>
          {e === event && <Why event={e} frames={reading.frames} />}
        </li>
      ))}
    </ol>
  );
}
