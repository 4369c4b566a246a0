// Who takes from whom as a drawing: ribbons run from those taken from (left) to those who take (right), as wide as the count.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Edge } from "../contract";
import type { Link, Node } from "../graph";
import { drawn, fitted } from "../graph";
import { count } from "../words";

const VERB: Record<Edge["kind"], string> = { cites: "cites", reposts: "reposts", copies: "shares a story with, later than" };

interface Asked {
  edges: Edge[];
  picked: string;
  pick: (name: string) => void;
  most?: number;
}

export function Graph({ edges, picked, pick, most = 20 }: Asked) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  const [over, setOver] = useState("");
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(Math.max(280, element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const drawing = useMemo(() => drawn(edges, most), [edges, most]);
  const lit = over || picked;
  const near = neighbours(drawing.links, lit);
  const label = Math.min(230, Math.round(width * 0.34));
  return (
    <div ref={box} class="graph">
      <div class="row spread small soft" aria-hidden="true">
        <span>taken from</span>
        <span>who takes</span>
      </div>
      <svg width={width} height={drawing.height} viewBox={`0 0 ${width} ${drawing.height}`} role="group" aria-label="Who takes from whom. The table below has the same edges.">
        <g>
          {drawing.links.map((l) => (
            <Ribbon key={`${l.edge.upstream}|${l.edge.downstream}|${l.edge.kind}`} link={l} left={label} right={width - label} lit={lit} />
          ))}
        </g>
        {drawing.nodes.map((n) => (
          <Name
            key={`${n.side} ${n.name}`}
            node={n}
            label={label}
            width={width}
            tone={lit === "" ? "" : n.name === lit ? "lit" : near.has(`${n.side} ${n.name}`) ? "" : "dim"}
            pressed={picked === n.name}
            over={setOver}
            pick={pick}
          />
        ))}
      </svg>
      {drawing.left_out.length > 0 && <p class="small soft">{count(drawing.left_out.length, "weaker edge")} found no room here; they are in the table.</p>}
    </div>
  );
}

/** The names at the other end of a lit one's ribbons. */
function neighbours(links: Link[], lit: string): Set<string> {
  const found = new Set<string>();
  for (const { edge } of links) {
    if (edge.upstream === lit) found.add(`down ${edge.downstream}`);
    if (edge.downstream === lit) found.add(`up ${edge.upstream}`);
  }
  return found;
}

function Ribbon({ link, left, right, lit }: { link: Link; left: number; right: number; lit: string }) {
  const { edge, from, to, width } = link;
  const tone = lit === "" ? "" : edge.upstream === lit || edge.downstream === lit ? "lit" : "dim";
  const [a, b] = [left + 6, right - 6];
  const bend = (b - a) / 2;
  return (
    <path class={`ribbon ${edge.kind} ${tone}`} d={`M${a} ${from} C${a + bend} ${from} ${b - bend} ${to} ${b} ${to}`} stroke-width={width}>
      <title>{told(edge)}</title>
    </path>
  );
}

/** "Ahram Online cites SANA 34 times". */
export function told(e: Edge): string {
  return `${e.downstream} ${VERB[e.kind]} ${e.upstream}: ${count(e.count, "time")}`;
}

interface Named {
  node: Node;
  label: number;
  width: number;
  tone: string;
  pressed: boolean;
  over: (name: string) => void;
  pick: (name: string) => void;
}

function Name({ node, label, width, tone, pressed, over, pick }: Named) {
  const up = node.side === "up";
  const x = up ? label : width - label;
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(pressed ? "" : node.name);
  };
  return (
    <g
      class={`node ${tone}`}
      role="button"
      tabIndex={0}
      aria-pressed={pressed}
      onMouseEnter={() => over(node.name)}
      onMouseLeave={() => over("")}
      onFocus={() => over(node.name)}
      onBlur={() => over("")}
      onClick={() => pick(pressed ? "" : node.name)}
      onKeyDown={press}
    >
      <title>{up ? `${node.name}, taken from ${count(node.total, "time")}` : `${node.name}, takes ${count(node.total, "time")}`}</title>
      <rect class="hit" x={up ? 0 : x} y={node.y} width={label} height={node.height} />
      <rect class="bar-end" x={up ? x : x - 6} y={node.y} width={6} height={node.height} rx={2} />
      <text aria-hidden="true" x={up ? x - 8 : x + 8} y={node.y + node.height / 2} text-anchor={up ? "end" : "start"} dominant-baseline="central">
        {fitted(node.name, label - 40)} <tspan class="total">{node.total.toLocaleString("en")}</tspan>
      </text>
    </g>
  );
}
