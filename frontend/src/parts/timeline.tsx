// How many happenings begin when, as bars; a stretch of days is chosen by dragging, or with two handles and the arrow keys.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Scale } from "../bins";
import { bars, brushed, dayNumber, scale, stepped, ticks } from "../bins";
import type { Timeline as Told } from "../contract";
import { count, days } from "../words";

const TALL = 132;
const FOOT = 20;

interface Asked {
  told: Told;
  since: string;
  until: string;
  /** Choose days; `quietly` for steps of the keys, which are no places to go back to one by one. */
  choose: (since: string, until: string, quietly?: boolean) => void;
  /** Ask for finer bars of the chosen days alone; missing where they are shown already. */
  closer?: (() => void) | undefined;
}

export function Timeline({ told, since, until, choose, closer }: Asked) {
  const box = useRef<SVGSVGElement>(null);
  const wide = useWidth(box);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const of = scale(told.bins);
  const part = (event: PointerEvent): number => {
    const frame = box.current?.getBoundingClientRect();
    return frame ? Math.min(1, Math.max(0, (event.clientX - frame.left) / frame.width)) : 0;
  };
  const end = (): void => {
    if (drag) choose(...brushed(drag[0], drag[1], of));
    setDrag(null);
  };
  const ends = drag ? ([Math.min(...drag), Math.max(...drag)] as [number, number]) : chosen(since, until, of);
  const hold = (event: PointerEvent, stays: number, moves: number): void => {
    if (!since && !until) return;
    box.current?.setPointerCapture(event.pointerId);
    setDrag([stays, moves]);
  };
  const total = told.bins.reduce((sum, b) => sum + b.count, 0);
  const most = Math.max(0, ...told.bins.map((b) => b.count));
  if (told.bins.length === 0) return <p class="empty">No happening that fits has a day to show. Take a filter away.</p>;
  return (
    <figure class="timeline" aria-label={`When happenings begin: ${count(total, "happening")}, by ${told.unit}`}>
      <svg
        ref={box} width="100%" height={TALL + FOOT}
        onPointerDown={(e) => {
          if ((since || until) && (e.target as Element).closest(".handle")) return; // that end is moved; the other stays
          box.current?.setPointerCapture(e.pointerId);
          setDrag([part(e), part(e)]);
        }}
        onPointerMove={(e) => drag && setDrag([drag[0], part(e)])}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        <Bars told={told} of={of} wide={wide} />
        {(since || until || drag) && (
          <>
            <rect class="left-out" x="0" width={ends[0] * wide} y="0" height={TALL} />
            <rect class="left-out" x={ends[1] * wide} width={Math.max(0, (1 - ends[1]) * wide)} y="0" height={TALL} />
          </>
        )}
        <text class="axis" x="4" y="12">
          {most}
        </text>
        {ticks(of, Math.max(2, wide / 80)).map((t) => (
          <g key={t.name}>
            <line class="tick" x1={t.at * wide} x2={t.at * wide} y1={TALL} y2={TALL + 4} />
            <text class="axis" x={t.at * wide + 2} y={TALL + 16}>
              {t.at * wide < wide - 34 ? t.name : ""}
            </text>
          </g>
        ))}
        <Handle name="From" at={ends[0] * wide} day={since || (told.bins[0]?.first ?? "")} told={told} of={of} end="first"
          take={(day) => choose(day <= (told.bins[0]?.first ?? "") ? "" : day, until, true)}
          hold={(e) => hold(e, ends[1], ends[0])} />
        <Handle name="Until" at={ends[1] * wide} day={until || (told.bins[told.bins.length - 1]?.last ?? "")} told={told} of={of} end="last"
          take={(day) => choose(since, day >= (told.bins[told.bins.length - 1]?.last ?? "") ? "" : day, true)}
          hold={(e) => hold(e, ends[0], ends[1])} />
      </svg>
      <figcaption class="row spread small soft">
        <span>
          By {told.unit}; hatched: contested. Drag to choose days, or move the handles.
          {told.earlier > 0 && ` ${told.earlier} are earlier.`}
          {told.later > 0 && ` ${told.later} are later.`}
        </span>
        {(since || until) && (
          <span class="row">
            <b>{days(since || "the beginning", until || "the end")}</b>
            {closer && (
              <button class="plain" onClick={closer}>
                Look closer
              </button>
            )}
            <button class="plain" onClick={() => choose("", "")}>
              All days
            </button>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Bars({ told, of, wide }: { told: Told; of: Scale; wide: number }) {
  return (
    <g aria-hidden="true">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="hatch-back" />
          <line x1="0" y1="0" x2="0" y2="6" class="hatch" />
        </pattern>
      </defs>
      {bars(told.bins, of).map((b) => {
        const place = { x: b.x * wide, width: Math.max(1.5, b.width * wide - 0.75) };
        return (
          <g key={b.bin.first}>
            <title>{`${days(b.bin.first, b.bin.last)}: ${count(b.bin.count, "happening")}, ${b.bin.contested} contested`}</title>
            <rect class="bar-told" {...place} y={TALL * (1 - b.height)} height={TALL * b.height} />
            {b.contested > 0 && <rect fill="url(#hatch)" {...place} y={TALL * (1 - b.contested)} height={TALL * b.contested} />}
          </g>
        );
      })}
      <line class="tick" x1="0" x2={wide} y1={TALL} y2={TALL} />
    </g>
  );
}

interface Held {
  name: string;
  at: number;
  day: string;
  told: Told;
  of: Scale;
  end: "first" | "last";
  take: (day: string) => void;
  hold: (event: PointerEvent) => void;
}

/** One end of the chosen days: a slider that steps from bar to bar. */
function Handle({ name, at, day, told, of, end, take, hold }: Held) {
  const pressed = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e6, End: 1e6 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    take(stepped(told.bins, day, by, end));
  };
  return (
    <g
      class="handle" tabindex={0} role="slider" aria-label={name} aria-orientation="horizontal" aria-valuetext={day}
      aria-valuemin={of.first} aria-valuemax={of.last} aria-valuenow={dayNumber(day)} onKeyDown={pressed} onPointerDown={hold}
    >
      <rect class="grab" x={at - 8} y="0" width="16" height={TALL} />
      <line x1={at} x2={at} y1="0" y2={TALL} />
      <rect class="knob" x={end === "first" ? Math.max(0, at - 1) : at - 7} y={TALL / 2 - 14} width="8" height="28" rx="3" />
    </g>
  );
}

function useWidth(box: { current: SVGSVGElement | null }): number {
  const [wide, setWide] = useState(600);
  useEffect(() => {
    const svg = box.current;
    if (!svg) return;
    const seen = new ResizeObserver(() => setWide(Math.max(200, svg.clientWidth || svg.getBoundingClientRect().width)));
    seen.observe(svg);
    return () => seen.disconnect();
  }, [box.current]);
  return wide;
}

function chosen(since: string, until: string, of: Scale): [number, number] {
  const span = of.last - of.first;
  const inside = (n: number): number => Math.min(1, Math.max(0, n));
  return [since ? inside((dayNumber(since) - of.first) / span) : 0, until ? inside((dayNumber(until) + 1 - of.first) / span) : 1];
}
