// The web interface of demarche: one page whose address says what is shown.
import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { address } from "./lib/api";
import { useFetch, WorldContext } from "./lib/hooks";
import { followLinks, usePlace, type Place } from "./lib/router";
import { setTheme, storedTheme } from "./lib/theme";
import type { Stats, Vocabulary } from "./lib/types";
import { Shell } from "./parts/shell";
import { Empty } from "./parts/states";
import { ActorView } from "./views/actor";
import { DyadView } from "./views/dyad";
import { EventView } from "./views/event";
import { EventsView } from "./views/events";
import { MapView } from "./views/map";
import { NetworkView } from "./views/network";
import { OverviewView } from "./views/overview";
import { ReaderView } from "./views/reader";
import "./style/app.css";

function View({ place }: { place: Place }) {
  const [, head = "", ...rest] = place.path.split("/");
  const tail = rest.length ? decodeURIComponent(rest.join("/")) : undefined;
  switch (head) {
    case "":
      return <OverviewView place={place} />;
    case "read":
      return <ReaderView place={place} doc={tail || undefined} key={tail} />;
    case "events":
      return tail ? <EventView place={place} id={tail} key={tail} /> : <EventsView place={place} />;
    case "dyad":
      return <DyadView place={place} />;
    case "map":
      return <MapView place={place} />;
    case "network":
      return <NetworkView place={place} />;
    case "actors":
      if (tail) return <ActorView place={place} name={tail} key={tail} />;
  }
  return <Empty title="There is no such page">Go to the <a href="/">overview</a>, or search the <a href="/events">events</a>.</Empty>;
}

function App() {
  const place = usePlace();
  const vocabulary = useFetch<Vocabulary>(address("/vocabulary")).data;
  const stats = useFetch<Stats>(address("/stats")).data;
  const [message, setMessage] = useState("");
  const announce = useCallback((text: string) => setMessage(text), []);
  const known = useMemo(() => ({ vocabulary, stats, announce }), [vocabulary, stats]);
  const first = useRef(true);
  useEffect(() => {
    // A new view starts at its top, and keyboards and screen readers with it.
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [place.path]);
  return (
    <WorldContext.Provider value={known}>
      <Shell path={place.path}><View place={place} /></Shell>
      <div class="hidden" aria-live="polite">{message}</div>
    </WorldContext.Provider>
  );
}

setTheme(storedTheme());
document.addEventListener("click", followLinks);
render(<App />, document.getElementById("app")!);
