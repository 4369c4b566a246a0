// To be written.

export function ClaimPage(_: { id: string }) {
  return <main />;
}
