// How many happenings begin when, as bars; a stretch of it can be chosen by dragging, or with the keyboard.
import { useRef, useState } from "preact/hooks";
import { bars, brushed, dayNumber, scale } from "../bins";
import type { Timeline as Told } from "../contract";
import { count } from "../words";

const TALL = 120;
const WIDE = 1000;

interface Asked {
  told: Told;
  since: string;
  until: string;
  choose: (since: string, until: string) => void;
}

export function Timeline({ told, since, until, choose }: Asked) {
  const box = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const of = scale(told.bins);
  const drawn = bars(told.bins, of);
  const part = (event: PointerEvent): number => {
    const frame = box.current?.getBoundingClientRect();
    return frame ? (event.clientX - frame.left) / frame.width : 0;
  };
  const end = (): void => {
    if (drag && Math.abs(drag[0] - drag[1]) > 0.004) choose(...brushed(drag[0], drag[1], of));
    setDrag(null);
  };
  const shown = drag ?? (since || until ? chosen(since, until, of) : null);
  if (told.bins.length === 0) return <p class="empty">No days to show.</p>;
  const total = told.bins.reduce((sum, b) => sum + b.count, 0);
  return (
    <figure class="timeline">
      <svg
        ref={box} viewBox={`0 0 ${WIDE} ${TALL}`} preserveAspectRatio="none" role="img"
        aria-label={`${count(total, "happening")} from ${told.bins[0]?.first} to ${told.bins[told.bins.length - 1]?.last}, by ${told.unit}`}
        onPointerDown={(e) => {
          box.current?.setPointerCapture(e.pointerId);
          setDrag([part(e), part(e)]);
        }}
        onPointerMove={(e) => drag && setDrag([drag[0], part(e)])}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" class="hatch-back" />
            <line x1="0" y1="0" x2="0" y2="6" class="hatch" />
          </pattern>
        </defs>
        {drawn.map((b) => (
          <g key={b.bin.first}>
            <title>{`${b.bin.first}${b.bin.last === b.bin.first ? "" : ` to ${b.bin.last}`}: ${count(b.bin.count, "happening")}, ${b.bin.contested} contested`}</title>
            <rect class="bar-told" x={b.x * WIDE} width={Math.max(1, b.width * WIDE - 0.5)} y={TALL * (1 - b.height)} height={TALL * b.height} />
            {b.contested > 0 && (
              <rect fill="url(#hatch)" x={b.x * WIDE} width={Math.max(1, b.width * WIDE - 0.5)} y={TALL * (1 - b.contested)} height={TALL * b.contested} />
            )}
          </g>
        ))}
        {shown && <rect class="brush" x={Math.min(...shown) * WIDE} width={Math.max(2, Math.abs(shown[1] - shown[0]) * WIDE)} y="0" height={TALL} />}
      </svg>
      <figcaption class="row spread small soft">
        <span>{told.bins[0]?.first}</span>
        <span>
          by {told.unit}; hatched: contested. Drag to choose days.
          {told.earlier > 0 && ` ${told.earlier} earlier.`}
          {told.later > 0 && ` ${told.later} later.`}
        </span>
        <span>{told.bins[told.bins.length - 1]?.last}</span>
      </figcaption>
    </figure>
  );
}

function chosen(since: string, until: string, of: { first: number; last: number }): [number, number] {
  const span = of.last - of.first;
  const low = since ? (dayNumber(since) - of.first) / span : 0;
  const high = until ? (dayNumber(until) + 1 - of.first) / span : 1;
  return [Math.max(0, low), Math.min(1, high)];
}
