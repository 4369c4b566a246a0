// To be written.
import type { Address } from "../address";
export function Sources(_: { address: Address }) {
  return <main />;
}
