import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { read } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { readerOf } from "../../../reader";
import { resultSentence } from "../sentence";
import { ResultActions } from "./sections/actions";
import { AgeSection } from "./sections/age";
import { CautionSection } from "./sections/cautions";
import { InjurySection } from "./sections/injury";
import { MadeSection } from "./sections/made";
import { MeasuredSection } from "./sections/measured";
import { ReasonSection } from "./sections/reasons";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("result");
  return { title: t("title") };
}

export default async function ResultPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireViewer(`/assessments/${id}`);
  const [detail, reader] = await Promise.all([read(viewer, id), readerOf(viewer)]);
  if (!detail) notFound();
  const [t, common, format] = await Promise.all([getTranslations("result"), getTranslations("common"), getRegionalFormatter()]);
  const { athlete } = detail;
  const sentence = resultSentence(t, detail);
  const date = format.dateTime(detail.measuredAt, { dateStyle: "long", timeStyle: "short", timeZone: detail.timeZone });
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "long", timeZone: "UTC" });
  return (
    <Main>
      <p className="hidden text-sm print:block">{t("print.line", { name: athlete.name, born: day(athlete.birthDate), assessed: date })}</p>
      <PageHeader
        back={
          detail.own ? (
            <BackLink href="/assessments" label={t("back")} />
          ) : (
            <BackLink href={`/athletes/${athlete.id}`} label={t("backTo", { name: athlete.name })} />
          )
        }
        kicker={[detail.own ? null : athlete.name, t("kicker", { protocol: common(`protocol.${detail.protocol}`), date })]
          .filter(Boolean)
          .join(" · ")}
        title={sentence.title}
        lead={sentence.lead}
        actions={<ResultActions detail={detail} />}
      />
      <AgeSection detail={detail} />
      <InjurySection detail={detail} />
      <ReasonSection detail={detail} reader={reader} />
      <CautionSection detail={detail} reader={reader} />
      <MeasuredSection detail={detail} reader={reader} />
      <MadeSection detail={detail} reader={reader} />
    </Main>
  );
}
