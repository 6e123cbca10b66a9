import { Audiences } from "@/components/landing/audiences";
import { Call } from "@/components/landing/call";
import { Claims } from "@/components/landing/claims";
import { DataNote } from "@/components/landing/data-note";
import { ExampleResult } from "@/components/landing/example-result";
import { Hero } from "@/components/landing/hero";
import { Steps } from "@/components/landing/steps";
import { Main } from "@/components/layout/main";
import { viewer } from "@/lib/auth/viewer";

export default async function LandingPage() {
  const signedIn = (await viewer()) !== null;
  return (
    <Main space="far">
      <div className="grid grid-cols-1 gap-16 desk:grid-cols-2 desk:grid-rows-[auto_1fr]">
        <Hero signedIn={signedIn} />
        <div className="desk:col-start-2 desk:row-span-2 desk:row-start-1">
          <ExampleResult />
        </div>
        <Steps />
      </div>
      <Audiences />
      <Claims />
      <DataNote />
      <Call signedIn={signedIn} />
    </Main>
  );
}
