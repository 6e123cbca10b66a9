import { Main } from "@/components/layout/main";
import { NothingHere } from "../nothing-here";

export { generateMetadata } from "../nothing-here";

export default function NotFound() {
  return (
    <Main width="prose" className="py-16">
      <NothingHere />
    </Main>
  );
}
