import { Document, Page, Text, View } from "@react-pdf/renderer";
import { AgeLine, Body, HatchKey, ShareBar, TrendLine } from "./charts";
import { fontFamilies } from "./fonts";
import { colours, styles } from "./style";
import type { Report } from "./types";

const widths = ["33%", "13%", "15%", "15%", "24%"] as const;

/** One page for a clinician to file and a patient to understand. */
export function ReportDocument({ report, rows }: { report: Report; rows: number }) {
  return (
    <Document title={report.fileTitle} language={report.language} creator="Marcha" producer="Marcha">
      <Page size="A4" style={[styles.page, { fontFamily: fontFamilies }]}>
        <View style={styles.head}>
          <Text>
            <Text style={{ fontWeight: 600, color: colours.accent, fontSize: 10 }}>Marcha</Text>
            <Text style={styles.muted}>{`   ${report.kind}`}</Text>
          </Text>
          <View style={{ flexDirection: "row", gap: 18, marginTop: 5 }}>
            {report.person.map(([label, text]) => (
              <View key={label} style={{ maxWidth: 160 }}>
                <Text style={styles.small}>{label}</Text>
                <Text>{text}</Text>
              </View>
            ))}
          </View>
        </View>
        <Text style={styles.title}>{report.title}</Text>
        {report.lead && <Text style={styles.lead}>{report.lead}</Text>}
        <View style={[styles.columns, styles.block]}>
          <View style={styles.column}>{report.age && <AgePart age={report.age} trend={report.trend} />}</View>
          <View style={styles.column}>{report.injury && <InjuryPart injury={report.injury} />}</View>
        </View>
        {report.reasons.length > 0 && (
          <View style={styles.block}>
            <Text style={styles.heading}>{report.reasonsTitle}</Text>
            <View style={styles.columns}>
              {report.reasons.map((part) => (
                <View key={part.title} style={styles.column}>
                  <Text style={styles.small}>{part.title}</Text>
                  {part.rows.map((row) => (
                    <View key={row.label} style={[styles.row, { justifyContent: "space-between", gap: 6 }]}>
                      <Text style={{ flex: 1 }}>{row.label}</Text>
                      <Text>{row.effect}</Text>
                    </View>
                  ))}
                </View>
              ))}
            </View>
          </View>
        )}
        <MeasuredPart measured={report.measured} rows={rows} />
        <View style={[styles.block, { backgroundColor: colours.caution, padding: 6 }]}>
          <Text style={{ fontWeight: 600 }}>{report.cautions.title}</Text>
          {report.cautions.lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </View>
        <Text style={[styles.small, { marginTop: 6 }]}>{report.models}</Text>
        <View style={styles.foot} fixed>
          {report.foot.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </View>
      </Page>
    </Document>
  );
}

function AgePart({ age, trend }: { age: NonNullable<Report["age"]>; trend: Report["trend"] }) {
  return (
    <View>
      <Text style={styles.heading}>{age.title}</Text>
      <AgeLine age={age} />
      <Text style={[styles.small, { marginTop: 3 }]}>{age.note}</Text>
      {trend && (
        <View style={{ marginTop: 8 }}>
          <Text style={styles.small}>{trend.title}</Text>
          <TrendLine points={trend.points} />
          <View style={{ flexDirection: "row", justifyContent: "space-between", width: 250, paddingLeft: 18 }}>
            <Text style={styles.small}>{trend.from}</Text>
            <Text style={styles.small}>{trend.to}</Text>
          </View>
        </View>
      )}
    </View>
  );
}

function InjuryPart({ injury }: { injury: NonNullable<Report["injury"]> }) {
  return (
    <View>
      <Text style={styles.heading}>{injury.title}</Text>
      <Text>{injury.sentence}</Text>
      <View style={{ flexDirection: "row", gap: 10, marginTop: 5, alignItems: "center" }}>
        {injury.zones && (
          <View>
            <Body zones={injury.zones} />
            {injury.hatched && (
              <View style={{ flexDirection: "row", gap: 4, alignItems: "center", justifyContent: "center" }}>
                <HatchKey />
                <Text style={styles.small}>{injury.hatched}</Text>
              </View>
            )}
          </View>
        )}
        <View style={{ flex: 1, gap: 2 }}>
          {injury.bars.map((row) => (
            <View key={row.label}>
              <Text style={{ fontSize: 7.5 }}>{`${row.label}: ${row.text}`}</Text>
              <ShareBar share={row.share} base={row.base} />
            </View>
          ))}
          <Text style={styles.small}>{injury.barsNote}</Text>
        </View>
      </View>
      <Text style={[styles.small, { marginTop: 4 }]}>{injury.note}</Text>
    </View>
  );
}

function MeasuredPart({ measured, rows }: { measured: Report["measured"]; rows: number }) {
  if (measured.rows.length === 0) return null;
  const more = measured.more(Math.max(0, measured.rows.length - rows));
  return (
    <View style={styles.block}>
      <Text style={styles.heading}>{measured.title}</Text>
      <View style={styles.row}>
        {measured.columns.map((name, index) => (
          <Text key={name} style={[styles.small, { width: widths[index], textAlign: index === 0 ? "left" : "right" }]}>
            {name}
          </Text>
        ))}
      </View>
      {measured.rows.slice(0, rows).map(({ id, cells }) => (
        <View key={id} style={styles.row}>
          {cells.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells have no other name than their place
            <Text key={index} style={{ width: widths[index], textAlign: index === 0 ? "left" : "right" }}>
              {cell}
            </Text>
          ))}
        </View>
      ))}
      {more && <Text style={[styles.small, { marginTop: 2 }]}>{more}</Text>}
    </View>
  );
}
