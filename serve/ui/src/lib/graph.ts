// The network: where its nodes come to lie, and how it is drawn.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation, type SimulationLinkDatum, type SimulationNodeDatum } from "d3-force";
import type { Network, Quads } from "./types";

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
  quad: Quads;
}

export interface Graph {
  nodes: Node[];
  links: Link[];
  simulation: Simulation<Node, Link>;
}

/** Lays the network out; the same network always comes out the same. */
export function layout(network: Network, labelOf: (id: string, label: string) => string, width: number, height: number): Graph {
  const used = new Set(network.edges.flatMap((e) => [e.a, e.b]));
  const most = Math.max(1, ...network.nodes.map((n) => n.n));
  const nodes: Node[] = network.nodes
    .filter((n) => used.has(n.id))
    .map((n) => ({ id: n.id, label: labelOf(n.id, n.label), n: n.n, r: 4 + 15 * Math.sqrt(n.n / most) }));
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const links: Link[] = [];
  for (const e of network.edges) {
    const source = byId.get(e.a);
    const target = byId.get(e.b);
    if (source && target && source !== target) links.push({ source, target, n: e.n, quad: e.quad });
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

const edge = 34;

/** Stretches the layout over the room there is. */
function spread(nodes: Node[], width: number, height: number): void {
  if (nodes.length < 2) return;
  const xs = nodes.map((n) => n.x!);
  const ys = nodes.map((n) => n.y!);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.min(90, width / 8);
  for (const n of nodes) {
    n.x = side + ((n.x! - x0) / (x1 - x0 || 1)) * (width - 2 * side);
    n.y = edge + ((n.y! - y0) / (y1 - y0 || 1)) * (height - 2 * edge - 10);
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
    const [, vc = 0, mc = 0, vx = 0, mx = 0] = link.quad;
    if (vc + mc) arc(canvas, link, 0.1, vc + mc, most, colour.quads[mc > vc ? 1 : 0]!, []);
    if (vx + mx) arc(canvas, link, 0.2, vx + mx, most, colour.quads[mx > vx ? 3 : 2]!, [6, 3]);
  }
  for (const node of graph.nodes) {
    canvas.globalAlpha = !chosen || near.has(node.id) || node.id === chosen ? 1 : 0.3;
    disc(canvas, node, node.id === chosen, colour);
  }
  canvas.globalAlpha = 1;
}

/** One direction of a pair, bent to its right so that both directions can be told apart. */
function arc(canvas: CanvasRenderingContext2D, link: Link, bend: number, n: number, most: number, style: string, dash: number[]): void {
  const [x0, y0, x1, y1] = [link.source.x!, link.source.y!, link.target.x!, link.target.y!];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy) || 1;
  const [cx, cy] = [(x0 + x1) / 2 - dy * bend, (y0 + y1) / 2 + dx * bend];
  const thick = 1 + 4 * Math.sqrt(n / most);
  // The arrow ends at the rim of the disc.
  const [ex, ey] = [x1 - cx, y1 - cy];
  const e = Math.hypot(ex, ey) || 1;
  const gap = link.target.r + 2;
  const [tx, ty] = [x1 - (ex / e) * gap, y1 - (ey / e) * gap];
  const head = 4 + thick * 1.4;
  if (length < gap + head) return;
  canvas.strokeStyle = canvas.fillStyle = style;
  canvas.lineWidth = thick;
  canvas.setLineDash(dash);
  canvas.beginPath();
  canvas.moveTo(x0, y0);
  canvas.quadraticCurveTo(cx, cy, tx - (ex / e) * head * 0.8, ty - (ey / e) * head * 0.8);
  canvas.stroke();
  canvas.setLineDash([]);
  canvas.beginPath();
  canvas.moveTo(tx, ty);
  canvas.lineTo(tx - (ex / e) * head - (ey / e) * head * 0.45, ty - (ey / e) * head + (ex / e) * head * 0.45);
  canvas.lineTo(tx - (ex / e) * head + (ey / e) * head * 0.45, ty - (ey / e) * head - (ex / e) * head * 0.45);
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
