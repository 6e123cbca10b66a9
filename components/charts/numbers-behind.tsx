"use client";

import { useEffect, useRef, useState } from "react";
import { Disclosure } from "../ui/disclosure";
import { ChartNumbers, type ChartNumbersProps } from "./chart-numbers";
import { CsvLink } from "./csv-link";

/** The numbers one tap away, drawn when they are first asked for: the tables would be as much of a page as its pictures. */
export function NumbersBehind(numbers: ChartNumbersProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const [asked, setAsked] = useState(false);
  // It can be opened before the page hears of it.
  useEffect(() => setAsked(details.current?.open === true), []);
  return (
    <Disclosure ref={details} quiet summary={numbers.text.tableLabel} className="no-print" onToggle={() => setAsked(true)}>
      {asked ? <ChartNumbers {...numbers} /> : <noscript>{numbers.csv === undefined && <CsvLink {...numbers} />}</noscript>}
    </Disclosure>
  );
}
