// To be written.

export function HappeningPage(_: { id: string }) {
  return <main />;
}
