// To be written.
import type { Address } from "../address";
export function Claims(_: { address: Address }) {
  return <main />;
}
