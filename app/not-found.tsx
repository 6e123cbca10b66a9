import { Wordmark } from "@/components/brand/wordmark";
import NothingHere from "./nothing-here";

export { generateMetadata } from "./nothing-here";

/** An address that leads nowhere. Every page is sent with this one, so it stands without the frame of the others. */
export default function NotFound() {
  return (
    <NothingHere>
      <a href="/" className="-ms-1 flex min-h-11 w-fit items-center rounded-md px-1">
        <Wordmark />
      </a>
    </NothingHere>
  );
}
