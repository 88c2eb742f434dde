// The frame around every view: where you are, where you can go, light and dark.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useWorld } from "../lib/hooks";
import { setTheme, storedTheme, type Theme } from "../lib/theme";
import { actorHref, go } from "../lib/router";
import { ActorInput } from "./actorinput";

const views: [path: string, name: string][] = [
  ["/", "Overview"],
  ["/read", "Reader"],
  ["/events", "Events"],
  ["/dyad", "Dyad"],
  ["/map", "Map"],
  ["/network", "Network"],
];

export function Shell({ path, children }: { path: string; children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="top">
        <a class="brand" href="/" aria-label="demarche, overview">
          <svg viewBox="0 0 24 16" aria-hidden="true">
            <circle class="q1 open" cx="5" cy="8" r="4" />
            <path class="link" d="M10 8h5" />
            <path class="q4 full" d="M19 3.4L23.6 8 19 12.6 14.4 8Z" />
          </svg>
          demarche
        </a>
        <nav aria-label="Views">
          {views.map(([to, name]) => (
            <a key={to} href={to} aria-current={current(path, to) ? "page" : undefined}>{name}</a>
          ))}
        </nav>
        <div class="tools">
          <ActorInput label="Go to an actor" placeholder="Actor: name or code" onPick={(name) => go(actorHref(name))} clear />
          <ThemeToggle />
        </div>
      </header>
      <SampleNote />
      <main id="main" tabIndex={-1}>{children}</main>
    </>
  );
}

function current(path: string, view: string): boolean {
  return view === "/" ? path === "/" : path === view || path.startsWith(`${view}/`);
}

function SampleNote() {
  const { stats } = useWorld();
  if (!stats?.sample) return null;
  return (
    <p class="note">
      You are looking at the sample that comes with the program: <a href="/read/sample">one article</a>. For your own news:{" "}
      <code>demarche ingest --db news.db articles/</code>, then <code>demarche serve --db news.db</code>; or{" "}
      <a href="/read">paste an article</a>.
    </p>
  );
}

const order: Theme[] = ["system", "light", "dark"];
const labels: Record<Theme, string> = { system: "Auto", light: "Light", dark: "Dark" };

function ThemeToggle() {
  const [theme, set] = useState<Theme>(storedTheme);
  const next = order[(order.indexOf(theme) + 1) % order.length]!;
  const pick = () => {
    setTheme(next);
    set(next);
  };
  return (
    <button type="button" class="theme" onClick={pick} aria-label={`Colours: ${labels[theme]}. Switch to ${labels[next]}`} title={`Colours: ${labels[theme]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" class="ring" />
        <path d="M8 2a6 6 0 0 1 0 12Z" class="half" />
      </svg>
      <span>{labels[theme]}</span>
    </button>
  );
}

