// The four quad classes as shapes: cooperation is round, conflict a diamond;
// what is said is open, what is done is full. Shape and fill hold without colour.
import type { Quad } from "../lib/types";
import { quadNames } from "../lib/format";

export function Glyph({ quad, label = true }: { quad: Quad; label?: boolean }) {
  const name = quadNames[quad];
  return (
    <svg class={`glyph q${quad}`} viewBox="0 0 16 16" role={label ? "img" : undefined} aria-hidden={!label} aria-label={label ? name : undefined}>
      {label && <title>{name}</title>}
      <GlyphShape quad={quad} x={8} y={8} r={5.5} />
    </svg>
  );
}

/** The shape alone, for use within a larger drawing. */
export function GlyphShape({ quad, x, y, r }: { quad: Quad; x: number; y: number; r: number }) {
  const full = quad === 2 || quad === 4;
  const className = full ? "full" : "open";
  if (quad >= 3) {
    const d = r * 1.15;
    return <path class={className} d={`M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}Z`} />;
  }
  return <circle class={className} cx={x} cy={y} r={r} />;
}

export function Legend() {
  return (
    <ul class="legend" aria-label="Classes of events">
      {([1, 2, 3, 4] as Quad[]).map((quad) => (
        <li key={quad}>
          <Glyph quad={quad} label={false} /> {quadNames[quad]}
        </li>
      ))}
    </ul>
  );
}
