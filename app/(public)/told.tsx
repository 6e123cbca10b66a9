import { Main, type MainProps } from "@/components/layout/main";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";

type Props = { title: string; text: string; href: string; label: string; width?: MainProps["width"] };

/** A page that says how something ended, and leads on. */
export function Told({ title, text, href, label, width = "form" }: Props) {
  return (
    <Main width={width}>
      <PageHeader title={title} lead={text} />
      <AnchorButton className="w-fit" href={href}>
        {label}
      </AnchorButton>
    </Main>
  );
}
