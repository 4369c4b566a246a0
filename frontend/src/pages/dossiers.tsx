// To be written.

export function Dossiers() {
  return <main />;
}
