import { withGaps } from "@/lib/i18n/gaps";
import { getTranslations } from "@/lib/i18n/server";
import { AgeStrip } from "../charts/age-strip";
import type { BodyZone, ZoneName } from "../charts/body/types";
import { BodyFigure } from "../charts/body-figure";
import type { ChartText } from "../charts/types";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { exampleAge, exampleZones } from "./example";

/** A result as its person reads it, in the result page's own words, with invented figures. */
export async function ExampleResult() {
  const [t, result, common] = await Promise.all([getTranslations("landing.example"), getTranslations("result"), getTranslations("common")]);
  const words = (own: Pick<ChartText, "title" | "description" | "fileName">): ChartText => ({
    hideTitle: true,
    tableLabel: common("chart.table"),
    downloadLabel: common("chart.download"),
    ...own,
  });
  const zone = (name: ZoneName): BodyZone => {
    const label = common(`zone.${name}`);
    const figures = exampleZones[name];
    if (!figures) return { state: "not_assessed", label, sentence: result("injury.notAssessed") };
    const { share, base } = figures;
    const like = { protocol: result("injury.protocol.walk"), zone: result(`injury.zones.${name}`), share, base };
    return { state: "assessed", ...figures, label, sentence: result("injury.zoneSentence.complaint", like) };
  };
  const crowned = result("injury.crowned", { zone: result("injury.zones.knee") });
  return (
    <Card className="grid content-start gap-8">
      <section aria-labelledby="example-title" className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="example-title" className="text-muted text-sm">
            {t("title")}
          </h2>
          <Badge tone="accent">{t("badge")}</Badge>
        </div>
        <p className="font-semibold">{result("sentence.walk", exampleAge)}</p>
        <AgeStrip
          {...exampleAge}
          labels={{
            age: result("age.tick", { ...exampleAge, own: "true" }),
            ageRow: result("age.ageRow", { own: "true" }),
            intervalRow: result("age.intervalRow"),
            estimateRow: result("age.estimateRow"),
            interval: result("age.interval", exampleAge),
          }}
          columns={[result("age.what"), result("age.years")]}
          text={words({
            title: result("age.title"),
            description: result("age.strip", { ...exampleAge, own: "true" }),
            fileName: "example-gait-age",
          })}
        />
        <p className="border-t pt-6 font-semibold">{crowned}</p>
        <BodyFigure
          zones={{
            back: zone("back"),
            hip: zone("hip"),
            thigh: zone("thigh"),
            knee: zone("knee"),
            leg: zone("leg"),
            ankle: zone("ankle"),
            foot: zone("foot"),
          }}
          labels={{
            front: result("injury.labels.front"),
            back: result("injury.labels.back"),
            scaleLow: result("injury.labels.scaleLow"),
            scaleHigh: result("injury.labels.scaleHigh"),
            notAssessed: result("injury.labels.notAssessed"),
            prompt: result("injury.labels.prompt"),
            share: withGaps(result, "injury.labels.share", "share"),
          }}
          columns={[
            result("injury.columns.zone"),
            result("injury.columns.share"),
            result("injury.columns.base"),
            result("injury.columns.sentence"),
          ]}
          text={words({
            title: result("injury.title"),
            description: result("injury.figure", { sentence: crowned }),
            fileName: "example-zones",
          })}
        />
        <p className="text-muted text-sm">{t("note")}</p>
      </section>
    </Card>
  );
}
