// The desk: from the address to a page.
import { render } from "preact";
import { followLinks, useAddress } from "./address";
import { Frame } from "./frame";
import { page } from "./routes";
import "./style.css";

function Desk() {
  const address = useAddress();
  return <Frame path={address.path}>{page(address)}</Frame>;
}

const root = document.getElementById("desk");
if (root) {
  root.textContent = "";
  followLinks();
  render(<Desk />, root);
}
