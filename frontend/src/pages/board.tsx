// To be written.

export function BoardPage() {
  return <main />;
}
