// The base map: what the package ships (Natural Earth), by the reader's scheme; a plain ground where it is missing.
import type { StyleSpecification } from "maplibre-gl";

export async function baseStyle(dark: boolean): Promise<StyleSpecification> {
  const base = `${window.location.origin}/basemap`;
  try {
    const answer = await fetch(`${base}/style-${dark ? "dark" : "light"}.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    const words = (await answer.text()).replaceAll("{base}", base);
    return JSON.parse(words) as StyleSpecification;
  } catch {
    const ground = dark ? "#14181b" : "#eef0ee";
    return { version: 8, sources: {}, layers: [{ id: "ground", type: "background", paint: { "background-color": ground } }] };
  }
}
