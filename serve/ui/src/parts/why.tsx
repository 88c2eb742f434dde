// Why an event was coded: its frame as a small tree, the rule, and every row and word used.
import { signed } from "../lib/format";
import type { Evidence, Event, Frame } from "../lib/types";

const kinds: Record<string, string> = {
  words: "words", frame: "syntax", rule: "rule", lexicon: "lexicon", model: "model", document: "document",
};

export function Why({ event, frames }: { event: Event; frames?: Frame[] }) {
  const why = event.why ?? [];
  const frame = event.frame != null ? frames?.[event.frame] : undefined;
  const rule = why.find((w) => w.kind === "rule");
  return (
    <div class="why">
      {frame && frames && (
        <>
          <h3>Frame</h3>
          <ul class="tree">
            <Node frame={frame} frames={frames} depth={0} />
          </ul>
        </>
      )}
      <h3>Rule</h3>
      <p class="rule">{rule && <code>{rule.text}</code>} <code class="faint">{event.rule}</code></p>
      <h3>Evidence</h3>
      {why.length === 0 ? <p class="faint">The record keeps no evidence for this statement.</p> : <EvidenceList list={why.filter((w) => w !== rule)} />}
      <dl class="scores">
        <div><dt>CAMEO</dt><dd>{event.cameo || "–"}</dd></div>
        <div><dt>Scale</dt><dd class="num">{signed(event.event_scale)}</dd></div>
        <div><dt>Goldstein</dt><dd class="num">{signed(event.goldstein)}</dd></div>
        {event.base_event !== event.event[0] && <div><dt>Base</dt><dd>{event.base_event}</dd></div>}
        {event.context.length > 0 && <div><dt>Context</dt><dd>{event.context.join(", ")}</dd></div>}
      </dl>
    </div>
  );
}

function EvidenceList({ list }: { list: Evidence[] }) {
  return (
    <ul class="evidence">
      {list.map((w, i) => (
        <li key={i}>
          <span class={`kind k-${w.kind}`}>{kinds[w.kind] ?? w.kind}</span> <span>{w.text}</span> {w.source && <code class="faint">{w.source}</code>}
        </li>
      ))}
    </ul>
  );
}

/** A predicate and its arguments; an argument that is a clause opens its own frame. */
function Node({ frame, frames, depth, role }: { frame: Frame; frames: Frame[]; depth: number; role?: string }) {
  return (
    <li>
      {role && <span class="role">{role}</span>} <b>{frame.predicate}</b>
      {frame.noun && <span class="faint"> ({frame.noun})</span>}
      {frame.status.map((s) => <span key={s} class={`status ${s}`}>{s}</span>)}
      {(frame.args.length > 0 || frame.cues.length > 0) && (
        <ul>
          {frame.args.map((arg, i) => {
            const label = [arg.role, arg.prep].filter(Boolean).join(" ");
            const below = arg.frame != null && depth < 4 ? frames[arg.frame] : undefined;
            if (below) return <Node key={i} frame={below} frames={frames} depth={depth + 1} role={label} />;
            return <li key={i}><span class="role">{label}</span> {arg.text} <span class="path">{arg.path}</span></li>;
          })}
          {frame.cues.map((cue, i) => <li key={`cue${i}`}><span class="role">{cue.sets}</span> {cue.text}</li>)}
        </ul>
      )}
    </li>
  );
}
