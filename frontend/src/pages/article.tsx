// To be written.
import type { Address } from "../address";
export function ArticlePage(_: { id: string; address: Address }) {
  return <main />;
}
