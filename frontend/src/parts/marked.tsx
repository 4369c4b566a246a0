// Text with marks in place: pieces that know what covers them, as buttons where a mark can be picked.
import type { Mark, Piece, Points } from "../marks";
import { pieces } from "../marks";

interface Shown {
  text: Points;
  marks: Mark[];
  from?: number;
  to?: number;
}

/** Words with their marks; nothing can be picked. */
export function Marked({ text, marks, from = 0, to = text.length }: Shown) {
  return <>{pieces(text, marks, from, to).map((p) => <One key={p.start} piece={p} />)}</>;
}

function One({ piece }: { piece: Piece }) {
  if (piece.marks.length === 0) return <span data-start={piece.start}>{piece.text}</span>;
  const kinds = [...new Set(piece.marks.map((m) => m.kind))].join(" ");
  return (
    <mark class={kinds} data-start={piece.start}>
      {piece.text}
    </mark>
  );
}
