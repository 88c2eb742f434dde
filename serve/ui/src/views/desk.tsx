// The desk: paste an article or drop files, and see them coded one after the other.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { address, ApiError, post } from "../lib/api";
import { plural } from "../lib/format";
import { useWorld } from "../lib/hooks";
import type { Reading } from "../lib/types";

interface Article {
  text: string;
  title?: string;
  date?: string;
  id?: string;
  url?: string;
  publication?: string;
}

interface Job {
  name: string;
  article: Article | string; // a string is the source of a web page
  state: "waiting" | "coding" | "done" | "failed";
  reading?: Reading;
  problem?: string;
}

const largest = 1 << 20;

export function useDesk() {
  const [jobs, setJobs] = useState<Job[]>([]);
  const [at, setAt] = useState(0);
  const queue = useRef<Job[]>([]);
  const busy = useRef(false);
  const { announce } = useWorld();

  const run = async () => {
    if (busy.current) return;
    busy.current = true;
    for (let job = queue.current.find(waiting); job; job = queue.current.find(waiting)) {
      await code(job, () => setJobs([...queue.current]));
      announce(job.state === "done" ? `${job.name}: ${plural(job.reading?.events.length ?? 0, "event")}` : `${job.name}: ${job.problem}`);
    }
    busy.current = false;
  };
  const add = (more: Job[]) => {
    if (!busy.current && queue.current.every((j) => j.state !== "waiting")) setAt(queue.current.length);
    queue.current = [...queue.current, ...more];
    setJobs(queue.current);
    void run();
  };
  const shown = jobs[at]?.reading ?? jobs.find((j) => j.reading)?.reading;
  return { jobs, at, show: setAt, add, shown };
}

const waiting = (job: Job): boolean => job.state === "waiting";

async function code(job: Job, changed: () => void): Promise<void> {
  job.state = "coding";
  changed();
  try {
    for (let tries = 0; ; tries++) {
      try {
        job.reading = await post<Reading>(address("/code", { layers: 1 }), job.article, typeof job.article === "string" ? "text/html" : undefined);
        break;
      } catch (err) {
        if (!(err instanceof ApiError && err.status === 503) || tries === 5) throw err;
        await new Promise((r) => setTimeout(r, 1000)); // every coder is busy: the server asks for a second
      }
    }
    job.state = "done";
  } catch (err) {
    job.state = "failed";
    job.problem = err instanceof ApiError ? err.message : String(err);
  }
  changed();
}

/** Plain text, divided where a first line with a blank line below is the headline. */
function headed(text: string): Article {
  const m = /^\s*(.{1,200})\n[^\S\n]*\n([^]*)$/.exec(text.replaceAll("\r\n", "\n"));
  return m ? { title: m[1]!.trim(), text: m[2]! } : { text };
}

/** The articles of a file: one, or one a line of JSON Lines. */
async function jobsOf(file: File): Promise<Job[]> {
  const job = (name: string, article: Article | string): Job => ({ name, article, state: "waiting" });
  const failed = (problem: string): Job => ({ name: file.name, article: { text: "" }, state: "failed", problem });
  const lines = /\.(jsonl|ndjson)$/i.test(file.name);
  if (!lines && file.size > largest) return [failed("larger than 1 MB. Use demarche ingest for it.")];
  const text = await file.text();
  if (/\.html?$/i.test(file.name)) return [job(file.name, text)];
  if (!lines) return [job(file.name, { ...headed(text), id: file.name })];
  return text.split("\n").filter((l) => l.trim()).map((line, i) => {
    try {
      const article = JSON.parse(line) as Article;
      if (typeof article.text !== "string") return failed(`line ${i + 1} has no "text".`);
      return job(article.title || article.id || `${file.name}:${i + 1}`, article);
    } catch {
      return failed(`line ${i + 1} is not JSON.`);
    }
  });
}

export function Desk({ desk }: { desk: ReturnType<typeof useDesk> }) {
  const id = useId();
  const [text, setText] = useState("");
  const [date, setDate] = useState("");
  const over = useDrop(async (files) => desk.add((await Promise.all(files.map(jobsOf))).flat()));
  const submit = (e: Event) => {
    e.preventDefault();
    if (text.trim()) desk.add([{ name: text.trim().split("\n")[0]!.slice(0, 80), article: { ...headed(text), date }, state: "waiting" }]);
  };
  return (
    <section class={`desk ${over ? "over" : ""}`} aria-labelledby={`${id}-h`}>
      <form onSubmit={submit}>
        <h1 id={`${id}-h`}>Read an article</h1>
        <label for={`${id}-t`}>Paste it here: headline first, then a blank line. Or drop files anywhere on the page.</label>
        <textarea id={`${id}-t`} rows={desk.jobs.length ? 3 : 8} value={text} onInput={(e) => setText(e.currentTarget.value)} spellcheck={false} />
        <div class="controls">
          <div class="field">
            <label for={`${id}-d`}>Published on</label>
            <input id={`${id}-d`} class="date" type="text" inputMode="numeric" placeholder="YYYY-MM-DD" pattern="\d{4}-\d\d-\d\d" title="The day of publication: 2024-05-15" value={date} onInput={(e) => setDate(e.currentTarget.value)} />
          </div>
          <button type="submit" class="primary" disabled={!text.trim()}>Code it</button>
          <label class="button file">
            Choose files
            <input type="file" multiple accept=".txt,.html,.htm,.json,.jsonl,.ndjson,text/*" onChange={async (e) => {
              const files = [...(e.currentTarget.files ?? [])];
              desk.add((await Promise.all(files.map(jobsOf))).flat());
            }} />
          </label>
          <p class="hint">Nothing pasted here is kept: the text goes to the server beside you, is coded, and forgotten.</p>
        </div>
      </form>
      {desk.jobs.length > 0 && <Jobs desk={desk} />}
    </section>
  );
}

function Jobs({ desk }: { desk: ReturnType<typeof useDesk> }) {
  const done = desk.jobs.filter((j) => j.state === "done" || j.state === "failed").length;
  return (
    <div class="jobs">
      <p class="num" role="status">{done} of {plural(desk.jobs.length, "article")} read</p>
      <ol>
        {desk.jobs.map((job, i) => (
          <li key={i} class={job.state}>
            <button type="button" class="quiet" disabled={!job.reading} aria-pressed={i === desk.at} onClick={() => desk.show(i)}>{job.name}</button>{" "}
            <span class="faint">{job.state === "done" ? plural(job.reading?.events.length ?? 0, "event") : (job.problem ?? job.state)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Takes files dropped anywhere on the page; says whether some hover over it. */
function useDrop(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onOver = (e: DragEvent) => {
      if (!e.dataTransfer?.types.includes("Files")) return;
      e.preventDefault();
      setOver(true);
    };
    const onLeave = (e: DragEvent) => e.relatedTarget === null && setOver(false);
    const onDrop = (e: DragEvent) => {
      e.preventDefault();
      setOver(false);
      latest.current([...(e.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  return over;
}
