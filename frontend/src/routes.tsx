// Which page stands at which address.
import type { JSX } from "preact";
import type { Address } from "./address";
import { Articles } from "./pages/articles";
import { ArticlePage } from "./pages/article";
import { BoardPage } from "./pages/board";
import { ClaimPage } from "./pages/claim";
import { Claims } from "./pages/claims";
import { ComparePage } from "./pages/compare";
import { DossierPage } from "./pages/dossier";
import { Dossiers } from "./pages/dossiers";
import { HappeningPage } from "./pages/happening";
import { Happenings } from "./pages/happenings";
import { ReviewPage } from "./pages/review";
import { SourcePage } from "./pages/source";
import { Sources } from "./pages/sources";

const PAGES: [RegExp, (a: Address, id: string) => JSX.Element][] = [
  [/^\/$/, () => <BoardPage />],
  [/^\/articles$/, (a) => <Articles address={a} />],
  [/^\/articles\/([\w.-]+)$/, (a, id) => <ArticlePage key={id} id={id} address={a} />],
  [/^\/claims$/, (a) => <Claims address={a} />],
  [/^\/claims\/([\w.-]+)$/, (_, id) => <ClaimPage key={id} id={id} />],
  [/^\/happenings$/, (a) => <Happenings address={a} />],
  [/^\/happenings\/([\w.-]+)$/, (_, id) => <HappeningPage key={id} id={id} />],
  [/^\/sources$/, (a) => <Sources address={a} />],
  [/^\/sources\/(.+)$/, (_, id) => <SourcePage key={id} id={decodeURIComponent(id)} />],
  [/^\/review$/, (a) => <ReviewPage address={a} />],
  [/^\/dossiers$/, () => <Dossiers />],
  [/^\/dossiers\/([\w.-]+)$/, (_, id) => <DossierPage key={id} id={id} />],
  [/^\/compare$/, () => <ComparePage />],
];

export function page(address: Address): JSX.Element {
  for (const [shape, made] of PAGES) {
    const found = shape.exec(address.path);
    if (found) return made(address, found[1] ?? "");
  }
  return (
    <main>
      <h1>Nothing stands at this address</h1>
      <p>
        <code>{address.path}</code> is no page of the desk. <a href="/">To the board</a>
      </p>
    </main>
  );
}
