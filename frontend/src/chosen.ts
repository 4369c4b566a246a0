// The words that the reader has selected in a text, by mouse, finger or keyboard.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Range } from "./marks";
import { selected } from "./marks";

/** What is selected inside an element; stays while the reader goes on to a form, and goes when the text is clicked anew. */
export function useChosen(box: RefObject<HTMLDivElement | null>): Range | null {
  const [chosen, setChosen] = useState<Range | null>(null);
  useEffect(() => {
    const changed = (): void => {
      const root = box.current;
      if (!root) return;
      const found = selected(root);
      const at = window.getSelection()?.anchorNode ?? null;
      if (found || (at && root.contains(at))) setChosen(found);
    };
    document.addEventListener("selectionchange", changed);
    return () => document.removeEventListener("selectionchange", changed);
  }, []);
  return chosen;
}
