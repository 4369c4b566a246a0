// To be written.
import type { Address } from "../address";
export function ReviewPage(_: { address: Address }) {
  return <main />;
}
