// Who takes from whom, drawn: names on a circle, an arc for each edge; a name that is pointed at lights up its own.
import { useState } from "preact/hooks";
import type { Edge } from "../contract";
import type { Node } from "../layout";
import { placed } from "../layout";
import "../sources.css";

const SIZE = 720;
const MOST = 28;

export function Graph({ edges }: { edges: Edge[] }) {
  const [lit, setLit] = useState("");
  const nodes = placed(edges, MOST);
  const at = new Map(nodes.map((n) => [n.name, n]));
  const shown = edges.filter((e) => at.has(e.downstream) && at.has(e.upstream));
  const top = Math.max(1, ...shown.map((e) => e.count));
  if (nodes.length === 0) return <p class="empty">No outlet of this ledger reposts, copies or cites another that it names.</p>;
  return (
    <figure class="graph">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label="Who takes from whom; the table below holds the same">
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5" orient="auto-start-reverse">
            <path d="M0 0L8 4L0 8z" class="arrow" />
          </marker>
        </defs>
        {shown.map((e) => (
          <Arc key={`${e.downstream} ${e.upstream} ${e.kind}`} edge={e} from={at.get(e.upstream)} to={at.get(e.downstream)} top={top}
            dim={lit !== "" && lit !== e.downstream && lit !== e.upstream} />
        ))}
        {nodes.map((n) => (
          <Name key={n.name} node={n} lit={lit} light={setLit} />
        ))}
      </svg>
      <figcaption class="small soft">Arrows go from the source to who takes from it; wider is more often. Whole: cites. Dashed: reposts or copies.</figcaption>
    </figure>
  );
}

function Arc({ edge, from, to, top, dim }: { edge: Edge; from: Node | undefined; to: Node | undefined; top: number; dim: boolean }) {
  if (!from || !to) return null;
  const [x1, y1, x2, y2] = [from.x * SIZE, from.y * SIZE, to.x * SIZE, to.y * SIZE];
  const bend = 0.35;
  const cx = (x1 + x2) / 2 + (SIZE / 2 - (x1 + x2) / 2) * bend;
  const cy = (y1 + y2) / 2 + (SIZE / 2 - (y1 + y2) / 2) * bend;
  return (
    <path class={`edge ${edge.kind}${dim ? " dim" : ""}`} d={`M${x1} ${y1}Q${cx} ${cy} ${x2} ${y2}`} stroke-width={1 + 5 * Math.sqrt(edge.count / top)} marker-end="url(#arrow)">
      <title>{`${edge.downstream} ${edge.kind} ${edge.upstream}: ${edge.count}`}</title>
    </path>
  );
}

function Name({ node, lit, light }: { node: Node; lit: string; light: (name: string) => void }) {
  const right = node.x >= 0.5;
  const short = node.name.length > 26 ? `${node.name.slice(0, 25)}…` : node.name;
  return (
    <g class={lit && lit !== node.name ? "name dim" : "name"} onMouseEnter={() => light(node.name)} onMouseLeave={() => light("")}>
      <circle cx={node.x * SIZE} cy={node.y * SIZE} r={4 + Math.min(6, Math.log(node.weight + 1))} />
      <text x={node.x * SIZE + (right ? 12 : -12)} y={node.y * SIZE + 4} text-anchor={right ? "start" : "end"}>
        {short}
        <title>{node.name}</title>
      </text>
    </g>
  );
}
