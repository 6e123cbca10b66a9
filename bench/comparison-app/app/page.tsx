export const dynamic = "force-dynamic";

/** The least a page can be. */
export default function Page() {
  return <p>Nothing</p>;
}
