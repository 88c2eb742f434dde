// The network: where its nodes come to lie, and how it is drawn.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import type { Edge, Network } from "./types";

export interface Node extends SimulationNodeDatum {
  id: string;
  label: string;
  n: number;
  r: number;
}

export interface Link extends SimulationLinkDatum<Node> {
  source: Node;
  target: Node;
  n: number;
  lines: Line[];
}

/** One line of a relation: cooperation or conflict, one way or either way. */
export interface Line {
  conflict: boolean;
  material: boolean; // mostly deeds
  n: number;
  way: "forward" | "backward" | "either";
}

export interface Graph {
  nodes: Node[];
  links: Link[];
  simulation: Simulation<Node, Link>;
}

const shortened = (label: string): string => (label.length > 24 ? `${label.slice(0, 23).trimEnd()}…` : label);

/** Lays the network out; the same network always comes out the same. */
export function layout(network: Network, labelOf: (id: string, label: string) => string, width: number, height: number): Graph {
  const used = new Set(network.edges.flatMap((e) => [e.a, e.b]));
  const most = Math.max(1, ...network.nodes.map((n) => n.n));
  const nodes: Node[] = network.nodes
    .filter((n) => used.has(n.id))
    .map((n) => ({ id: n.id, label: shortened(labelOf(n.id, n.label)), n: n.n, r: 4 + 15 * Math.sqrt(n.n / most) }));
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const links: Link[] = [];
  for (const e of network.edges) {
    const source = byId.get(e.a);
    const target = byId.get(e.b);
    if (source && target && source !== target) links.push({ source, target, n: e.n, lines: linesOf(e) });
  }
  const room = Math.sqrt((width * height) / Math.max(4, nodes.length));
  const simulation = forceSimulation(nodes)
    .force("link", forceLink<Node, Link>(links).distance(room * 0.75).strength((l) => 0.08 + 0.3 * Math.min(1, l.n / 10)))
    .force("charge", forceManyBody<Node>().strength(-room * 3.2))
    .force("x", forceX<Node>(width / 2).strength(0.05))
    .force("y", forceY<Node>(height / 2).strength(0.05 * (width / height)))
    .force("collide", forceCollide<Node>((n) => n.r + 14))
    .stop();
  simulation.tick(260);
  spread(nodes, width, height);
  return { nodes, links, simulation };
}

function linesOf(e: Edge): Line[] {
  const { forward = [0, 0, 0, 0, 0], backward = [0, 0, 0, 0, 0] } = e;
  const together = e.quad.map((n, i) => n - (forward[i] ?? 0) - (backward[i] ?? 0));
  const ways: [Line["way"], number[]][] = [["forward", forward], ["backward", backward], ["either", together]];
  return ways.flatMap(([way, quad]) => {
    const [, vc = 0, mc = 0, vx = 0, mx = 0] = quad;
    const lines: Line[] = [
      { conflict: false, material: mc > vc, n: vc + mc, way },
      { conflict: true, material: mx > vx, n: vx + mx, way },
    ];
    return lines.filter((l) => l.n > 0);
  });
}

const margin = 34;

/** Stretches the layout over the room there is. */
function spread(nodes: Node[], width: number, height: number): void {
  if (nodes.length < 2) return;
  const xs = nodes.map((n) => n.x!);
  const ys = nodes.map((n) => n.y!);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.min(90, width / 8);
  for (const n of nodes) {
    n.x = side + ((n.x! - x0) / (x1 - x0 || 1)) * (width - 2 * side);
    n.y = margin + ((n.y! - y0) / (y1 - y0 || 1)) * (height - 2 * margin - 10);
  }
}

export interface GraphPalette {
  ink: string;
  faint: string;
  line: string;
  paper: string;
  node: string;
  quads: string[];
}

export function drawGraph(canvas: CanvasRenderingContext2D, graph: Graph, chosen: string | undefined, width: number, height: number, colour: GraphPalette): void {
  canvas.clearRect(0, 0, width, height);
  const most = Math.max(1, ...graph.links.map((l) => l.n));
  const near = new Set(graph.links.filter((l) => l.source.id === chosen || l.target.id === chosen).flatMap((l) => [l.source.id, l.target.id]));
  for (const link of graph.links) {
    canvas.globalAlpha = !chosen || link.source.id === chosen || link.target.id === chosen ? 0.85 : 0.12;
    for (const line of link.lines) arc(canvas, link, line, most, colour);
  }
  for (const node of graph.nodes) {
    canvas.globalAlpha = !chosen || near.has(node.id) || node.id === chosen ? 1 : 0.3;
    disc(canvas, node, node.id === chosen, colour);
  }
  canvas.globalAlpha = 1;
}

/** Cooperation bends to one side and conflict to the other; the two ways of each run side by side. */
function arc(canvas: CanvasRenderingContext2D, link: Link, line: Line, most: number, colour: GraphPalette): void {
  const [from, to] = line.way === "backward" ? [link.target, link.source] : [link.source, link.target];
  const [dx, dy] = [to.x! - from.x!, to.y! - from.y!];
  const length = Math.hypot(dx, dy) || 1;
  const turned = line.way === "backward" ? -1 : 1;
  const bend = line.way === "either" ? (line.conflict ? -0.05 : 0.05) : (line.conflict ? -0.14 : 0.14) * turned + 0.05;
  const [cx, cy] = [(from.x! + to.x!) / 2 - dy * bend, (from.y! + to.y!) / 2 + dx * bend];
  const thick = 1 + 4.5 * Math.sqrt(line.n / most);
  const head = line.way === "either" ? 0 : 4 + thick * 1.4;
  // A line ends at the rim of the disc, from where it comes.
  const [ex, ey] = [to.x! - cx, to.y! - cy];
  const e = Math.hypot(ex, ey) || 1;
  const [ux, uy] = [ex / e, ey / e];
  const gap = to.r + 2;
  if (length < gap + head) return;
  const [tx, ty] = [to.x! - ux * gap, to.y! - uy * gap];
  canvas.strokeStyle = canvas.fillStyle = colour.quads[(line.conflict ? 2 : 0) + (line.material ? 1 : 0)]!;
  canvas.lineWidth = thick;
  canvas.setLineDash(line.conflict ? [7, 3] : []);
  canvas.beginPath();
  canvas.moveTo(from.x!, from.y!);
  canvas.quadraticCurveTo(cx, cy, tx - ux * head * 0.8, ty - uy * head * 0.8);
  canvas.stroke();
  canvas.setLineDash([]);
  if (head === 0) return;
  canvas.beginPath();
  canvas.moveTo(tx, ty);
  canvas.lineTo(tx - ux * head - uy * head * 0.45, ty - uy * head + ux * head * 0.45);
  canvas.lineTo(tx - ux * head + uy * head * 0.45, ty - uy * head - ux * head * 0.45);
  canvas.fill();
}

function disc(canvas: CanvasRenderingContext2D, node: Node, chosen: boolean, colour: GraphPalette): void {
  canvas.beginPath();
  canvas.arc(node.x!, node.y!, node.r, 0, 2 * Math.PI);
  canvas.fillStyle = colour.node;
  canvas.fill();
  canvas.lineWidth = chosen ? 3 : 1.5;
  canvas.strokeStyle = chosen ? colour.ink : colour.paper;
  canvas.stroke();
  canvas.font = `${chosen ? "600 " : ""}12px system-ui, sans-serif`;
  canvas.textAlign = "center";
  canvas.textBaseline = "top";
  canvas.lineJoin = "round";
  canvas.lineWidth = 3;
  canvas.strokeStyle = colour.paper;
  canvas.strokeText(node.label, node.x!, node.y! + node.r + 2);
  canvas.fillStyle = colour.ink;
  canvas.fillText(node.label, node.x!, node.y! + node.r + 2);
}
