// The network on a canvas: nodes can be dragged and chosen.
import { useEffect, useMemo, useRef } from "preact/hooks";
import { drawGraph, layout, type Graph, type Node } from "../lib/graph";
import { useThemeRound, useWidth } from "../lib/hooks";
import { colours } from "../lib/theme";
import type { Network } from "../lib/types";

interface Props {
  network: Network;
  labelOf: (id: string, label: string) => string;
  chosen?: string;
  choose: (id: string | undefined) => void;
}

export function GraphCanvas({ network, labelOf, chosen, choose }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeRound();
  const height = Math.round(Math.min(760, Math.max(360, width * 0.66)));
  const graph = useMemo(() => (width > 40 ? layout(network, labelOf, width, height) : undefined), [network, width, height]);
  const palette = useMemo(() => {
    const [ink = "", faint = "", line = "", paper = "", node = "", ...quads] = colours("ink", "ink-2", "line", "surface", "line-2", "q1", "q2", "q3", "q4");
    return { ink, faint, line, paper, node, quads };
  }, [theme]);
  const redraw = () => {
    const context = canvas.current?.getContext("2d");
    if (context && graph) drawGraph(context, graph, chosen, width, height, palette);
  };
  useEffect(() => {
    const element = canvas.current;
    if (!element || !graph) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = width * ratio;
    element.height = height * ratio;
    element.getContext("2d")?.setTransform(ratio, 0, 0, ratio, 0, 0);
    element.dataset.drawn = String(graph.nodes.length);
    redraw();
  }, [graph, width, height, chosen, palette]);
  useDrag(canvas, graph, redraw, choose);
  return (
    <div class="graph" ref={box}>
      <canvas
        ref={canvas}
        style={{ width: "100%", height: `${height}px` }}
        role="img"
        aria-label={`Network of ${graph?.nodes.length ?? 0} actors with ${graph?.links.length ?? 0} relations. The table below holds the same.`}
      />
    </div>
  );
}

/** Dragging moves a node and wakes the simulation; a click chooses. */
function useDrag(canvas: { current: HTMLCanvasElement | null }, graph: Graph | undefined, redraw: () => void, choose: (id: string | undefined) => void): void {
  const latest = useRef({ redraw, choose });
  latest.current = { redraw, choose };
  useEffect(() => {
    const element = canvas.current;
    if (!element || !graph) return;
    let held: Node | undefined;
    let dragged = false;
    const at = (e: PointerEvent): [number, number] => {
      const box = element.getBoundingClientRect();
      return [e.clientX - box.left, e.clientY - box.top];
    };
    const nodeAt = ([x, y]: [number, number]) => graph.nodes.find((n) => Math.hypot(n.x! - x, n.y! - y) < n.r + 6);
    // A node that was placed by hand stays; all others only make room.
    graph.simulation.force("x", null).force("y", null).alphaDecay(0.08).on("tick", () => latest.current.redraw());
    const down = (e: PointerEvent) => {
      held = nodeAt(at(e));
      dragged = false;
      if (held) element.setPointerCapture(e.pointerId);
    };
    const move = (e: PointerEvent) => {
      const to = at(e);
      if (!held) {
        element.style.cursor = nodeAt(to) ? "grab" : "";
        return;
      }
      if (!dragged) graph.simulation.alphaTarget(0.05).restart();
      dragged = true;
      [held.fx, held.fy] = to;
    };
    const up = (e: PointerEvent) => {
      graph.simulation.alphaTarget(0);
      if (!dragged) latest.current.choose(nodeAt(at(e))?.id);
      held = undefined;
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    return () => {
      graph.simulation.stop();
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
    };
  }, [graph]);
}
