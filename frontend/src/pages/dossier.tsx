// To be written.

export function DossierPage(_: { id: string }) {
  return <main />;
}
