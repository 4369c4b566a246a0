// To be written.
import type { Address } from "../address";
export function Happenings(_: { address: Address }) {
  return <main />;
}
