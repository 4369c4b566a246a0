// To be written.

export function ComparePage() {
  return <main />;
}
