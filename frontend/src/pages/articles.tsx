// To be written.
import type { Address } from "../address";
export function Articles(_: { address: Address }) {
  return <main />;
}
