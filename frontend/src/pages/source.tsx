// To be written.

export function SourcePage(_: { id: string }) {
  return <main />;
}
